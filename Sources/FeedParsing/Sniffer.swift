import WebText

/// Tells what a document is by its first bytes, never by its name or by what the server says.
enum Sniffer {
    enum Kind: Equatable {
        /// Markup from this offset on.
        case markup(from: Int)
        case json(from: Int)
        case compressed(String)
        case empty
        /// Neither; what it is, nobody wants.
        case otherJSON, plainText, binary
    }

    /// What packed bytes begin with; only what a transfer may really hold.
    static func compression(_ bytes: Bytes) -> String? {
        let magic: [(String, [UInt8])] = [
            ("gzip", [0x1F, 0x8B]), ("zip", [0x50, 0x4B, 0x03, 0x04]), ("bzip2", [0x42, 0x5A, 0x68]),
            ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("zlib", [0x78, 0x9C]),
            ("zlib", [0x78, 0xDA]), ("zlib", [0x78, 0x01]),
        ]
        return magic.first { bytes.starts(with: $0.1) }?.0
    }

    /// What a document in UTF-8 is.
    static func kind(of bytes: Bytes) -> Kind {
        if let compression = compression(bytes) { return .compressed(compression) }
        let start = startOfContent(bytes)
        guard start < bytes.count else { return .empty }
        switch bytes[start] {
        case ASCII.lessThan: return .markup(from: start + behindMessage(bytes, from: start))
        case UInt8(ascii: "{"), UInt8(ascii: "["): return .json(from: start)
        default: return kindOfText(bytes, from: start)
        }
    }

    /// Behind byte order marks and white space, of which some servers put several, and NULs.
    static func startOfContent(_ bytes: Bytes) -> Int {
        var at = 0
        while at < bytes.count {
            if bytes[at].isBlank || bytes[at] == 0 {
                at += 1
            } else if bytes[at] == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF {
                at += 3
            } else {
                break
            }
        }
        return at
    }

    private static func kindOfText(_ bytes: Bytes, from start: Int) -> Kind {
        let head = bytes.part(start..<min(bytes.count, start + 4096))
        // A warning of the program that writes the feed, before the feed.
        if let feed = startOfFeed(head) { return .markup(from: start + feed) }
        let strange = head.count { $0 < ASCII.space && !$0.isBlank || $0 == 0x7F }
        if strange * 20 > head.count { return .binary }
        let text = head.trimmed
        let isValue = text.isWord("null") || text.isWord("true") || text.isWord("false") || text[0] == ASCII.quote
        return isValue || text.allSatisfy { $0.isDigit || $0 == ASCII.minus || $0 == ASCII.dot }
            ? .otherJSON : .plainText
    }

    /// How long the message is, in HTML, that a program has put before its feed; 0 where there is none.
    private static func behindMessage(_ bytes: Bytes, from start: Int) -> Int {
        let head = bytes.part(start..<min(bytes.count, start + 4096))
        var tags = TagReader(head)
        let isMessage = tags.tag(at: 0, named: ["b", "br", "div", "font", "p", "pre", "strong", "table"]) != nil
        return isMessage ? startOfFeed(head) ?? 0 : 0
    }

    private static func startOfFeed(_ head: Bytes) -> Int? {
        var at = 0
        while let found = head.index(of: ASCII.lessThan, from: at) {
            let starts: [StaticString] = ["<?xml", "<rss", "<feed", "<rdf:rdf"]
            if starts.contains(where: { head.starts(withWord: $0, at: found) }) { return found }
            at = found + 1
        }
        return nil
    }
}
