import WebText

/// Rewrites a source's markup for libxml2, in one pass: of each tag its name and those attributes that the
/// allowlist reads, nothing of comments, declarations and scripts, and every other `<` escaped.
///
/// The HTML parser compares each attribute with all before it in its element, and keeps what it can't read; it is given
/// nothing on which it would work longer than in proportion to the length. Tags are read as browsers read them (WHATWG
/// HTML §13.2.5).
struct MarkupScanner {
    /// Of an element with more attributes, the first so many are looked at.
    static let mostAttributes = 64
    /// Tags, start and end tags alike: behind so many the rest of the text is plain.
    static let mostTags = 8192
    /// A longer value is none that may stand in a page, and its attribute goes.
    static let longestValue = 16 * 1024

    /// So many tags are looked through to the end of the text for what closes a quote.
    private static let mostUnclosedTags = 16

    private let input: [UInt8]
    private var at = 0
    private var output: [UInt8] = []
    private var tags = 0
    private var signs: LessThanSigns
    private var names = ParserNames()
    /// Where the tag that is read has to end.
    private var limit: Int
    /// Where the text that stands for a formula was written last, and behind how many tags.
    private var preview: (start: Int, tags: Int)?
    /// How many tags had a quote that nothing closed.
    private var unclosedTags = 0

    private init(_ input: [UInt8]) {
        self.input = input
        signs = LessThanSigns(input)
        limit = input.count
        output.reserveCapacity(input.count)
    }

    /// The markup as the parser may have it.
    static func rewritten(_ markup: [UInt8]) -> [UInt8] {
        var scanner = MarkupScanner(markup)
        while scanner.at < markup.count { scanner.step() }
        return scanner.output
    }

    private mutating func step() {
        let open = input[at...].firstIndex(of: UInt8(ascii: "<")) ?? input.count
        appendText(at..<open)
        at = open
        guard at < input.count else { return }
        let next = byte(at + 1)
        if next.isLetter {
            readTag(isEnd: false)
        } else if next == UInt8(ascii: "/"), byte(at + 2).isLetter {
            readTag(isEnd: true)
        } else if next == UInt8(ascii: "/") || next == UInt8(ascii: "?") || next == UInt8(ascii: "!") && !isText {
            guard signs.hasTagEnd(behind: at) || isComment else { return writeSign(at: at) }
            at = endOfDeclaration()
        } else {
            writeSign(at: at)
        }
    }

    /// Writes the `<` at a place as text, and goes on behind it.
    private mutating func writeSign(at place: Int) {
        output += "&lt;".utf8
        at = place + 1
    }

    /// Whether `<!` begins nothing that anybody writes. A browser would hide what follows, up to the next `>`.
    private var isText: Bool {
        let third = byte(at + 2)
        return !third.isLetter && third != ASCII.minus && third != UInt8(ascii: "[") && third != UInt8(ascii: ">")
    }

    private var isComment: Bool {
        byte(at + 1) == UInt8(ascii: "!") && byte(at + 2) == ASCII.minus && byte(at + 3) == ASCII.minus
    }

    private mutating func appendText(_ range: Range<Int>) {
        output += CharacterReferences.replaced(in: input[range], of: .text)
    }

    private func byte(_ index: Int) -> UInt8 { index < input.count ? input[index] : 0 }

    /// Behind the comment or declaration that begins here; the end of the text where it has none.
    private func endOfDeclaration() -> Int {
        guard isComment else {
            return input[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? input.count
        }
        var place = at + 2
        while let dash = input[place...].firstIndex(of: ASCII.minus) {
            if byte(dash + 1) == ASCII.minus {
                if byte(dash + 2) == UInt8(ascii: ">") { return dash + 3 }
                if dash > at + 3, byte(dash + 2) == UInt8(ascii: "!"), byte(dash + 3) == UInt8(ascii: ">") {
                    return dash + 4
                }
            }
            place = dash + 1
        }
        return input.count
    }

    private mutating func readTag(isEnd: Bool) {
        let open = at
        let start = at + (isEnd ? 2 : 1)
        at = input[start...].firstIndex { !Self.isNameByte($0) } ?? input.count
        let place = start..<at
        let name = String(decoding: input[place], as: UTF8.self).lowercased()
        if !isEnd, signs.isMeant(at: open, beforeName: place, name) { return writeSign(at: open) }
        guard let attributes = readTagEnd() else {
            // What breaks off in a tag is none of it, for a browser as well.
            return signs.isBrokenOff(name, place) ? at = input.count : writeSign(at: open)
        }
        if Self.unread.contains(name) { return isEnd ? () : skipScript(name, attributes) }
        if name == Self.verbatim { return isEnd ? () : writeVerbatim() }
        guard name.utf8.count <= Self.longestName, !Self.empty.contains(name) else { return }
        let isEmpty = Self.emptyMedia.contains(name)
        if isEmpty, isEnd { return }
        tags += 1
        guard tags <= Self.mostTags else { return output.append(UInt8(ascii: " ")) }
        if name == "span", attributes.contains(where: { input[$0.value].elementsEqual(Self.previewClass) }) {
            preview = (output.count, tags)
        }
        output += (isEnd ? "</" : "<").utf8
        output += (isEnd ? names.endName(name) : names.startName(name, before: input[at...])).utf8
        if !isEnd { write(attributes) }
        output.append(UInt8(ascii: ">"))
        if isEmpty || !isEnd && input[at - 2] == ASCII.slash && Self.closesItself(name) {
            output += "</\(name)>".utf8
        }
    }

    /// Whether a slash ends an element, as in XML: in formulas (WHATWG HTML §13.2.6.5), and, against the rules, where
    /// somebody wrote a film as XML; a browser would show nothing of the rest of the text.
    private static func closesItself(_ name: String) -> Bool {
        if MathElement(named: name) != nil { return true }
        if case .media = Allowlist.treatment(of: name) { return true }
        return false
    }

    // MARK: Attributes

    private struct Attribute {
        let name: String
        let value: Range<Int>
    }

    /// Those of the tag, up to its end and behind it; `nil` where it has none. A tag with a quote that nothing closes ends
    /// at the next `>`, as nobody means all of the rest.
    private mutating func readTagEnd() -> [Attribute]? {
        guard signs.hasTagEnd(behind: at) else { return nil }
        let start = at
        if unclosedTags < Self.mostUnclosedTags, let attributes = readAttributes() { return attributes }
        unclosedTags += 1
        guard let end = input[start...].firstIndex(of: ASCII.greaterThan) else { return nil }
        at = start
        limit = end
        defer {
            limit = input.count
            at = end + 1
        }
        return readAttributes()
    }

    /// Up to the end of the tag; `nil` where it has none. The first of a name counts.
    private mutating func readAttributes() -> [Attribute]? {
        var kept: [Attribute] = []
        var count = 0
        while true {
            while byte(at).isBlank || byte(at) == UInt8(ascii: "/") { at += 1 }
            guard at < limit else { return limit < input.count ? kept : nil }
            if input[at] == UInt8(ascii: ">") {
                at += 1
                return kept
            }
            let attribute = readAttribute()
            count += 1
            guard count <= Self.mostAttributes, let attribute, attribute.value.count <= Self.longestValue,
                !kept.contains(where: { $0.name == attribute.name })
            else { continue }
            kept.append(attribute)
        }
    }

    /// Reads one attribute; `nil` for one that the allowlist does not read.
    private mutating func readAttribute() -> Attribute? {
        let start = at
        // An equals sign at its beginning is part of a name.
        at = input[(at + 1)..<limit].firstIndex(where: Self.endsName) ?? limit
        let length = at - start
        let name =
            length <= Allowlist.longestAttribute ? String(decoding: input[start..<at], as: UTF8.self).lowercased() : ""
        let value = readValue()
        let isRead =
            Allowlist.readAttributes.contains(name)
            || PictureSources.mayBeLate(name) && PictureSources.isPicture(input[value])
        return isRead ? Attribute(name: name, value: value) : nil
    }

    private mutating func readValue() -> Range<Int> {
        let end = at
        while byte(at).isBlank { at += 1 }
        guard byte(at) == UInt8(ascii: "=") else { return end..<end }
        at += 1
        while byte(at).isBlank { at += 1 }
        let quote = byte(at)
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let start = isQuoted ? at + 1 : at
        guard start < limit else { return limit..<limit }
        let close =
            isQuoted
            ? input[start..<limit].firstIndex(of: quote)
            : input[start..<limit].firstIndex { $0.isBlank || $0 == UInt8(ascii: ">") }
        at = close.map { isQuoted ? $0 + 1 : $0 } ?? limit
        return start..<(close ?? limit)
    }

    private mutating func write(_ attributes: [Attribute]) {
        for attribute in attributes {
            output.append(UInt8(ascii: " "))
            output += attribute.name.utf8
            output += "=\"".utf8
            let value = CharacterReferences.replaced(in: input[attribute.value], of: .attribute)
            for byte in value {
                if byte == UInt8(ascii: "\"") { output += "&quot;".utf8 } else { output.append(byte) }
            }
            output.append(UInt8(ascii: "\""))
        }
    }

    // MARK: Elements

    /// Passes over a script or a style sheet; in the place of a formula that stands in one its text is written.
    private mutating func skipScript(_ name: String, _ attributes: [Attribute]) {
        let start = at
        skipContent(of: name)
        guard at < input.count, let type = attributes.first(where: { $0.name == "type" }) else { return }
        let formula = input[start..<at].withUnsafeBufferPointer { content in
            TeXScript.text(type: String(decoding: input[type.value], as: UTF8.self), content: content)
        }
        guard let formula else { return }
        if let preview, tags == preview.tags + 1, output.suffix(7).elementsEqual("</span>".utf8) {
            output.removeSubrange(preview.start...)
        }
        Escape.markup(formula, into: &output)
    }

    /// Writes as text what stands in an element that holds no markup.
    private mutating func writeVerbatim() {
        let start = at
        skipContent(of: Self.verbatim)
        tags += 2
        guard tags <= Self.mostTags else { return }
        output += "<pre>".utf8
        Escape.markup(String(decoding: input[start..<at], as: UTF8.self), into: &output)
        output += "</pre>".utf8
    }

    /// Passes over the content of a script or a style sheet, which is no markup; all of the rest where it has no end.
    private mutating func skipContent(of name: String) {
        let end = Array("</\(name)".utf8)
        while let open = input[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = open
            if input[open...].starts(with: end, by: { $0 | 0x20 == $1 | 0x20 }), !Self.isNameByte(byte(at + end.count))
            {
                return
            }
            at += 1
        }
        at = input.count
    }

    private static let longestName = 64
    /// Elements whose content is for machines.
    private static let unread: Set<String> = ["script", "style"]
    /// An element of old, which is what a preformatted text is, but that nothing in it is markup.
    private static let verbatim = "xmp"
    /// The class of what MathJax 2 shows until it has drawn the formula that stands in a script behind it.
    private static let previewClass = Array("MathJax_Preview".utf8)
    /// Elements without content that libxml2 does not know as such: it would put into them what follows, and so run out
    /// of depth.
    private static let empty: Set<String> = ["track", "wbr", "keygen", "bgsound"]
    /// Such elements that name a film or a picture: they are ended at once.
    private static let emptyMedia: Set<String> = ["embed", "source"]

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == ASCII.minus || byte == ASCII.colon || byte == UInt8(ascii: "_")
            || byte == ASCII.dot
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte.isBlank || byte == ASCII.slash || byte == ASCII.greaterThan || byte == ASCII.equals
    }
}
