import WebText

/// How the characters of a document are written as bytes.
enum TextEncoding: Hashable {
    case utf8
    /// What is said to be ISO 8859-1 or ASCII, too: browsers read all three alike.
    case windows1252
    case utf16(isBigEndian: Bool)
    case utf32(isBigEndian: Bool)
    /// Any other, by the name that iconv has for it.
    case other(String, isSingleByte: Bool)

    /// What the first bytes themselves tell: a byte order mark, or the zeros of a wide encoding around `<`.
    static func evident(in bytes: Bytes) -> (encoding: TextEncoding, markLength: Int)? {
        let start = Array(bytes.prefix(4))
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if start == [0xFF, 0xFE, 0, 0] { return (.utf32(isBigEndian: false), 4) }
        if start == [0, 0, 0xFE, 0xFF] { return (.utf32(isBigEndian: true), 4) }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
        guard start.count == 4 else { return nil }
        switch start.map({ $0 != 0 }) {
        case [true, false, false, false]: return (.utf32(isBigEndian: false), 0)
        case [false, false, false, true]: return (.utf32(isBigEndian: true), 0)
        case [true, false, true, false]: return (.utf16(isBigEndian: false), 0)
        case [false, true, false, true]: return (.utf16(isBigEndian: true), 0)
        default: return nil
        }
    }

    /// What the transfer and the document say, in the order in which they are believed (RFC 7303 §3).
    static func declared(in bytes: Bytes, contentType: String?) -> [TextEncoding] {
        [contentType.flatMap(charset), declaration(in: bytes)].compactMap { $0.flatMap(EncodingLabels.encoding) }
            // Bytes that could be read so far are not wide, whatever they say.
            .map { if case .utf16 = $0 { .utf8 } else if case .utf32 = $0 { .utf8 } else { $0 } }
    }

    /// The `charset` of an HTTP `Content-Type`.
    private static func charset(of contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmed.lowercased() == "charset" else { continue }
            return parts[1].trimmed.trimmingQuotes
        }
        return nil
    }

    /// The `encoding` of an XML declaration, which may have something before it that should not be there.
    private static func declaration(in bytes: Bytes) -> String? {
        let head = bytes.part(0..<min(bytes.count, 1024))
        guard let start = head.first("<?xml", from: 0), let end = head.index(of: ASCII.greaterThan, from: start),
            let name = head.part(0..<end).first("encoding", from: start)
        else { return nil }
        let value = head.part(name + 8..<end).string.trimmed
        guard value.hasPrefix("=") else { return nil }
        let quoted = value.dropFirst().trimmed
        guard let quote = quoted.first, quote == "\"" || quote == "'" else { return nil }
        return String(quoted.dropFirst().prefix { $0 != quote })
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        var text = self[...]
        while let first = text.first, "\"'".contains(first) { text.removeFirst() }
        while let last = text.last, "\"'".contains(last) { text.removeLast() }
        return String(text)
    }
}
