import WebText

/// Elements that stand inside of a text: XHTML, or HTML that nobody escaped.
extension DocumentReader {
    mutating func startInline(_ name: ElementName, _ attributes: Attributes) {
        defer { capture.depth += 1 }
        guard capture.keepsMarkup else {
            // An author of RSS that is made up of parts, as Atom's are.
            if capture.depth == 0, isNameOfAuthor(name) { capture.startName() }
            return
        }
        capture.becomeInline()
        let local = Bytes(cString: name.local)
        if case .inline = capture.style, capture.depth == 0, local.isWord("div"), capture.text.count == 0 {
            capture.isDivOpen = true
            return
        }
        capture.append(markup: "<")
        capture.append(markup: local)
        for index in 0..<attributes.count where !attributes.isPrefixed(at: index) {
            writeAttribute(attributes.name(at: index), attributes.value(at: index))
        }
        capture.append(markup: ">")
    }

    mutating func endInline(_ name: ElementName) {
        capture.depth -= 1
        guard capture.keepsMarkup else {
            if capture.depth == 0, isNameOfAuthor(name) { capture.endName() }
            return
        }
        if capture.isDivOpen, capture.depth == 0 {
            capture.isDivOpen = false
            return
        }
        let local = Bytes(cString: name.local)
        if HTMLNames.void.contains(local.string) { return }
        capture.append(markup: "</")
        capture.append(markup: local)
        capture.append(markup: ">")
    }

    private func isNameOfAuthor(_ name: ElementName) -> Bool {
        capture.field == .author && Bytes(cString: name.local).isWord("name")
    }

    private mutating func writeAttribute(_ name: Bytes, _ value: Bytes) {
        capture.append(markup: " ")
        capture.append(markup: name)
        capture.append(markup: "=\"")
        if bases.depth > capture.baseDepth, name.isWord("href") || name.isWord("src") {
            // A base that is said inside of the text is lost with its element.
            var address = Reference.resolve(value, base: bases.declared ?? bases.document) ?? ""
            address.withUTF8 { capture.append(attribute: $0) }
        } else {
            capture.append(attribute: value)
        }
        capture.append(markup: "\"")
    }
}
