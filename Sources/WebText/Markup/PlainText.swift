/// Conversion of HTML, and of text from outside, to plain text.
package enum PlainText {
    /// The text of HTML: tags stripped, characters decoded once, white space collapsed.
    ///
    /// Scripts and styles are left out; an element that stands on a line of its own separates words.
    package static func of(html: String) -> String { beginning(ofHTML: html, atLeast: .max) }

    /// The beginning of that, with at least so many bytes where there are more.
    package static func beginning(ofHTML html: String, atLeast bytes: Int) -> String {
        var html = html
        return html.withUTF8 { html in
            let html = html.trimmed
            if isPlain(html) { return html.string }
            var writer = PlainTextWriter(bytes: html, reading: .html)
            return String(decoding: writer.text(atLeast: bytes), as: UTF8.self)
        }
    }

    /// The text of a title in HTML, which may name an element as if it were no markup.
    package static func of(titleInHTML title: String) -> String {
        var title = title
        return title.withUTF8 { of($0, as: .title) }
    }

    /// How bytes of text are to be read.
    package enum Reading {
        /// As they are, but for white space.
        case literal
        /// As HTML, whatever looks like a tag.
        case html
        /// As HTML, but that a tag alone may be what a title speaks of.
        case title
        /// As RSS has titles: nobody says whether they are HTML or text, so only what HTML knows is taken for markup.
        case guess
    }

    package static func of(_ bytes: Bytes, as reading: Reading) -> String { of(bytes, as: reading, round: 1) }

    /// How often HTML is taken for escaped once more: each time reads all of it.
    private static let mostRounds = 4

    private static func of(_ bytes: Bytes, as reading: Reading, round: Int) -> String {
        let bytes = bytes.trimmed
        if isPlain(bytes) { return bytes.string }
        var writer = PlainTextWriter(bytes: bytes, reading: reading)
        let text = writer.text()
        // HTML escaped twice: a pair of tags that appears only after decoding is still not meant to be read.
        if reading == .guess, round < mostRounds, text.withUnsafeBufferPointer(holdsPair) {
            return text.withUnsafeBufferPointer { of($0, as: .guess, round: round + 1) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The beginning of a text as a title: whole words of it, at most `limit` characters.
    package static func title(from text: String, limit: Int = 100) -> String? {
        guard !text.isEmpty else { return nil }
        guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        let start = text[..<end]
        let word = start.lastIndex(of: " ") ?? start.endIndex
        return start[..<word] + "…"
    }

    /// Whether nothing in the bytes means more than itself: the case of most titles.
    private static func isPlain(_ bytes: Bytes) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if byte < 0x40, byte < ASCII.space || byte == ASCII.lessThan || byte == ASCII.ampersand { return false }
            if byte == ASCII.space, previous == ASCII.space { return false }
            // 0xC2 begins the no-break space and the C1 controls.
            if byte == 0xC2 { return false }
            previous = byte
        }
        return true
    }

    /// Whether there is an end tag of HTML in the text, and its start tag before it.
    private static func holdsPair(_ text: Bytes) -> Bool {
        var tags = TagReader(text)
        var started: Set<String> = []
        var at = 0
        while let found = text.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            guard let tag = tags.tag(at: found, named: HTMLNames.all) else { continue }
            if tag.isEnd, started.contains(tag.name) { return true }
            if !tag.isEnd { started.insert(tag.name) }
            at = tag.end
        }
        return false
    }
}
