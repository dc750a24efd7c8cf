import WebText

/// Names and words that formats have as plain text, and feeds as HTML.
enum PlainName {
    /// Without tags, on one line, its characters decoded as often as they were escaped.
    static func of(_ bytes: Bytes) -> String {
        let literal = PlainText.of(bytes, as: .literal)
        let isPlain =
            bytes.index(of: ASCII.lessThan, from: 0) == nil && bytes.index(of: ASCII.ampersand, from: 0) == nil
        if isPlain { return literal }
        var text = literal
        for _ in 0..<mostRounds {
            if !saysAnything(text) { return "" }
            // Paragraphs are no name, but a text that somebody has put in its place: it stays what it is.
            if holdsParagraph(text) { return literal }
            let plain = text.withUTF8 { PlainText.of($0, as: .guess) }
            guard plain != text, !plain.isEmpty else { break }
            text = plain
        }
        return text
    }

    /// Whether there is anything beside the tags of HTML, blank as a name in angle brackets is not.
    private static func saysAnything(_ text: String) -> Bool {
        guard text.first == "<", text.last == ">" else { return true }
        let isTag = { (tag: Substring) in
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
            return tag.last == ">" && emptyTags.contains(name)
        }
        return !text.split(separator: "<").allSatisfy { isTag($0.trimmed[...]) }
    }

    private static let emptyTags: Set<String> = ["a", "b", "br", "div", "em", "i", "p", "span", "strong"]

    private static func holdsParagraph(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.contains("</p>") || text.contains("&lt;/p&gt;")
    }

    static func of(_ text: String) -> String {
        var text = text
        return text.withUTF8(of)
    }

    private static let mostRounds = 4
}

/// The people of RSS, who are written as mail has them, or as anything else.
enum PersonName {
    /// The name in the text of an author in RSS, which may be HTML.
    static func plain(_ text: String) -> String {
        // `<a@b.example>` would be taken for a tag, but not where there are tags in fact.
        let isMail = text.utf8.contains(UInt8(ascii: "@")) && !text.contains("</")
        return name(in: PlainName.of(isMail ? name(in: text) : text))
    }

    /// The name in `Name <address>`, `Name (address)` and `address (Name)`; the whole text where there is none.
    static func name(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        for (open, close) in [("(", ")"), ("<", ">")] {
            guard text.hasSuffix(close), let start = text.firstIndex(of: Character(open)) else { continue }
            let outside = text[..<start].trimmed
            let inside = text[text.index(after: start)...].dropLast().trimmed
            if inside.contains("@"), !outside.isEmpty { return outside }
            if outside.contains("@"), !inside.isEmpty { return inside }
        }
        return text
    }
}
