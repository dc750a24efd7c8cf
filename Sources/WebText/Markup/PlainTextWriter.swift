/// One pass over markup that writes its text.
struct PlainTextWriter {
    private let bytes: Bytes
    private let reading: PlainText.Reading
    private var at = 0
    private var output: [UInt8] = []
    private var needsBlank = false
    private var tags: TagReader
    private var commentEnd = NextOccurrence(of: "-->")
    private var end = NextOccurrence(of: ">")
    /// Whether the mark at which a CDATA section begins was left out, so that the one at its end is no text either.
    private var isInSection = false
    private var ruby = RubyText()
    /// The hidden elements that end nowhere behind this place, so that their ends need not be looked for again.
    private var unended: Set<String> = []
    /// Known once it is asked for.
    private var foreign: ForeignElements?

    init(bytes: Bytes, reading: PlainText.Reading) {
        self.bytes = bytes
        self.reading = reading
        tags = TagReader(bytes)
    }

    /// The text, or the beginning of it with at least so many bytes.
    mutating func text(atLeast least: Int = .max) -> [UInt8] {
        output.reserveCapacity(min(bytes.count, least))
        while at < bytes.count, output.count < least {
            let end = endOfWord
            if end > at { writeWord(to: end) } else { step() }
        }
        return output
    }

    /// The end of the bytes from here on that stand for themselves, as nearly all do.
    private var endOfWord: Int {
        var end = at
        while end < bytes.count, Self.standsForItself(bytes[end]) { end += 1 }
        return end
    }

    /// What is neither white space nor the beginning of markup, of a reference, of a C1 control or of a section's end.
    private static func standsForItself(_ byte: UInt8) -> Bool {
        byte > ASCII.space && byte != ASCII.lessThan && byte != ASCII.ampersand && byte != 0xC2
            && byte != UInt8(ascii: "]")
    }

    private mutating func writeWord(to end: Int) {
        separate()
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
        at = end
    }

    private mutating func step() {
        let byte = bytes[at]
        if byte.isBlank {
            needsBlank = true
            at += 1
        } else if byte == ASCII.lessThan, reading != .literal, let end = endOfMarkup() {
            at = end
        } else if byte == ASCII.ampersand, reading != .literal, let entity = Entity(in: bytes, at: at, asHTML: true) {
            write(entity)
        } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] <= 0xA0 {
            writeLatin(bytes[at + 1])
        } else if isInSection, bytes.starts(withBytesOf: "]]>", at: at) {
            isInSection = false
            at += 3
        } else {
            if byte >= ASCII.space { write(byte) }
            at += 1
        }
    }

    private mutating func write(_ byte: UInt8) {
        separate()
        output.append(byte)
    }

    private mutating func write(_ entity: Entity) {
        at += entity.length
        if entity.isBlank {
            needsBlank = true
        } else if !entity.isControl {
            separate()
            entity.append(to: &output)
        }
    }

    /// A no-break space, or a C1 control, which is a character of windows-1252 that somebody took for Latin-1.
    private mutating func writeLatin(_ second: UInt8) {
        at += 2
        if second == 0xA0 {
            needsBlank = true
        } else {
            separate()
            output.append(scalar: Windows1252.scalar(control: UInt32(second)))
        }
    }

    /// One blank where white space or a block's edge came before, but never at the start.
    private mutating func separate() {
        if needsBlank, !output.isEmpty { output.append(ASCII.space) }
        needsBlank = false
    }

    /// The end of the tag, comment or hidden element that begins here; `nil` where the `<` is meant as such.
    private mutating func endOfMarkup() -> Int? {
        if bytes.starts(withWord: "<!--", at: at) {
            return commentEnd.from(at + 4, in: bytes).map { $0 + 3 }
        }
        guard let tag = tag() else { return endOfSectionMark() ?? endOfDeclaration() }
        if HTMLNames.blocks.contains(tag.name) { needsBlank = true }
        if tag.name.utf8.first == UInt8(ascii: "r") { return end(ofRuby: tag) }
        if !tag.isEnd, MathReader.isRoot(tag.name) { return writeFormula(from: tag.end) }
        if tag.name == "img" { writeSymbol(tag) }
        return tag.isEnd || !HTMLNames.hidden.contains(tag.name) ? tag.end : endOfHidden(tag)
    }

    private mutating func endOfHidden(_ tag: Tag) -> Int {
        guard !unended.contains(tag.name), let end = endTag(of: tag.name, from: tag.end) else {
            unended.insert(tag.name)
            // A title that names such an element goes on behind the name.
            return reading == .html ? bytes.count : tag.end
        }
        if tag.name == "script", let type = attributes(of: tag, named: ["type"])["type"],
            let formula = TeXScript.text(type: type, content: bytes.part(tag.end..<end.lowerBound))
        {
            write(words: formula)
        }
        return end.upperBound
    }

    /// Writes a text, its white space as one blank each.
    private mutating func write(words text: String) {
        for byte in text.utf8 { if byte.isBlank { needsBlank = true } else { write(byte) } }
    }

    /// The tag that begins here, as far as it is one.
    private mutating func tag() -> Tag? {
        guard let name = tags.name(at: at), isMarkup(name) else { return nil }
        return tags.tag(name)
    }

    /// Whether a name with a `<` before it begins a tag.
    private mutating func isMarkup(_ name: TagName) -> Bool {
        let isKnown = HTMLNames.all.contains(name.text)
        if isKnown, reading == .html || HTMLNames.inline.contains(name.text) || isAtEdge(name) {
            return name.isEnd || !LessThanSign.isMeant(in: bytes, beforeName: name.place)
        }
        if reading == .html, name.isEnd { return true }
        let elements = foreign ?? ForeignElements(bytes)
        foreign = elements
        return elements.contains(name, in: bytes)
    }

    /// Whether it is half of the tags of a block that holds all of a title, the other half of which may be missing.
    private func isAtEdge(_ name: TagName) -> Bool {
        let end = name.place.upperBound
        guard HTMLNames.blocks.contains(name.text), end < bytes.count, bytes[end] == ASCII.greaterThan else {
            return false
        }
        guard name.isEnd else { return output.isEmpty && end + 1 < bytes.count && !bytes[end + 1].isBlank }
        return end + 1 == bytes.count && !needsBlank
    }

    /// A picture that stands for a character; one that is hidden from screen readers repeats what stands there in words.
    private mutating func writeSymbol(_ tag: Tag) {
        let values = attributes(of: tag, named: ["alt", "class", "aria-hidden"])
        guard values["aria-hidden"] != "true",
            let text = InlineSymbol.text(alternative: values["alt"], classes: values["class"])
        else { return }
        write(words: text)
    }

    /// Those of a tag's attributes that have one of some names; the first of a name counts.
    private func attributes(of tag: Tag, named names: Set<String>) -> [String: String] {
        var scanner = AttributeScanner(bytes: bytes, at: tag.attributes, end: tag.end - 1)
        var values: [String: String] = [:]
        while let attribute = scanner.next() {
            let name = bytes.part(attribute.name).string.lowercased()
            guard names.contains(name), values[name] == nil else { continue }
            values[name] = PlainText.of(bytes.part(attribute.value), as: .html)
        }
        return values
    }

    private mutating func endOfSectionMark() -> Int? {
        let mark: StaticString = "<![CDATA["
        guard reading == .guess, bytes.starts(withBytesOf: mark, at: at) else { return nil }
        isInSection = true
        return at + mark.utf8CodeUnitCount
    }

    /// Puts readings in parentheses: 東京(とうきょう).
    private mutating func end(ofRuby tag: Tag) -> Int {
        let (text, isHidden) = ruby.read(tag)
        for byte in text { write(byte) }
        // The parentheses that the source has for browsers without ruby: ours stand there already.
        return isHidden ? bytes.index(of: ASCII.lessThan, from: tag.end) ?? bytes.count : tag.end
    }

    private mutating func writeFormula(from start: Int) -> Int {
        var reader = MathReader(bytes, from: start)
        write(words: MathText.text(of: reader.nodes()))
        return reader.at
    }

    /// The next end tag of an element.
    private mutating func endTag(of name: String, from start: Int) -> Range<Int>? {
        var from = start
        while let found = bytes.first("</", from: from) {
            if let tag = tags.tag(at: found, named: [name]) { return found..<tag.end }
            from = found + 2
        }
        return nil
    }

    /// `<!DOCTYPE …>` and `<?…>`, which HTML skips.
    private mutating func endOfDeclaration() -> Int? {
        guard reading == .html || reading == .title, at + 2 < bytes.count else { return nil }
        let isDeclaration = bytes[at + 1] == ASCII.exclamation && bytes[at + 2].isLetter
        guard isDeclaration || bytes[at + 1] == ASCII.question else { return nil }
        return end.from(at, in: bytes).map { $0 + 1 }
    }
}
