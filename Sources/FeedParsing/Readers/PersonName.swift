import WebText

/// Names and words that formats have as plain text, and feeds as HTML.
enum PlainName {
    /// Without tags, on one line, its characters decoded as often as they were escaped.
    static func of(_ bytes: Bytes) -> String {
        var text = PlainText.of(bytes, as: .guess)
        for _ in 0..<mostRounds where text.utf8.contains(ASCII.ampersand) {
            let plain = text.withUTF8 { PlainText.of($0, as: .guess) }
            guard plain != text, !plain.isEmpty else { break }
            text = plain
        }
        // What looks like a tag and is all there is, is the name.
        return text.isEmpty ? PlainText.of(bytes, as: .literal) : text
    }

    static func of(_ text: String) -> String {
        var text = text
        return text.withUTF8(of)
    }

    private static let mostRounds = 3
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
