import WebText

/// Tells the format of a list by its content.
enum ListSniffer {
    static func format(of bytes: Bytes) throws(ListError) -> ListFormat {
        // A byte that no text holds: an archive, a picture, a database.
        guard !bytes.prefix(4096).contains(0) else { throw .notAList("no text") }
        let text = bytes.withoutLeadingBlanks
        switch text.first {
        case ASCII.lessThan: return try markup(text)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if text.first == UInt8(ascii: "["), isSectionHeading(text) { return .planet }
            return text.first == UInt8(ascii: "{") ? .kite : .json
        default:
            // Something may stand before the markup that a program wrote there.
            if isOPML(text) { return .opml }
            let lines = text.prefix(256 << 10).split(separator: ASCII.lineFeed).map {
                String(decoding: $0, as: UTF8.self).trimmingBlanks
            }
            return byLines(lines)
        }
    }

    private static func byLines(_ lines: [Substring]) -> ListFormat {
        let said = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix(";") }
        if said.contains(where: isHeading) { return .planet }
        if said.contains(where: beginsSources), said.contains(where: { $0.contains("href:") }) { return .osmosfeed }
        return .lines
    }

    /// `[name]`.
    private static func isHeading(_ line: Substring) -> Bool {
        line.first == "[" && line.firstIndex(of: "]") == line.indices.last && line.count > 2
    }

    /// `sources:`, with nothing behind it or with a list.
    private static func beginsSources(_ line: Substring) -> Bool {
        guard line.hasPrefix("sources") else { return false }
        let rest = line.dropFirst("sources".count).trimmingBlanks
        return rest.first == ":" && [nil, "["].contains(rest.dropFirst().trimmingBlanks.first)
    }

    private static func markup(_ text: Bytes) throws(ListError) -> ListFormat {
        if isOPML(text) { return .opml }
        if contains("<rss", text) || contains("<feed", text) {
            throw .notAList("a feed itself (`broadsheet add` takes its address)")
        }
        if contains("<html", text) { throw .notAList("a web page") }
        // `<https://example.org/feed>`: addresses in angle brackets.
        if text.count > 1, text[1].isLetter, contains("<http", text) { return .lines }
        throw .notAList("markup of another kind")
    }

    private static func isOPML(_ text: Bytes) -> Bool { contains("<opml", text) || contains("<outline", text) }

    private static func contains(_ word: StaticString, _ text: Bytes) -> Bool {
        word.withUTF8Buffer { word in
            guard text.count >= word.count else { return false }
            var at = 0
            while let found = text.index(of: ASCII.lessThan, from: at), found + word.count <= text.count {
                if zip(text.part(found..<found + word.count), word).allSatisfy({ $0.lowercase == $1 }) { return true }
                at = found + 1
            }
            return false
        }
    }

    /// Whether the first line is `[name]`, which begins an array of JSON only where it holds one word of it.
    private static func isSectionHeading(_ text: Bytes) -> Bool {
        let line = String(decoding: text.prefix { $0 != ASCII.lineFeed }, as: UTF8.self).trimmingBlanks
        return isHeading(line) && !line.dropFirst().contains { "[\"'{}".contains($0) } && text.count > line.utf8.count
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmingBlanks: Substring {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return Substring(text)
    }
}
