/// A start or end tag in HTML of unknown quality, found by its delimiters alone.
struct Tag {
    /// Lowercase.
    let name: String
    let isEnd: Bool
    /// Behind its `>`.
    let end: Int
    /// Where its attributes begin.
    let attributes: Int

    /// Reads the tag that begins at `offset`; `nil` where there is none, or none that ends.
    init?(in bytes: Bytes, at offset: Int) {
        var at = offset + 1
        isEnd = at < bytes.count && bytes[at] == ASCII.slash
        if isEnd { at += 1 }
        guard at < bytes.count, bytes[at].isLetter else { return nil }
        let start = at
        while at < bytes.count, bytes[at].isLetter || bytes[at].isDigit || Self.isNameMark(bytes[at]) { at += 1 }
        name = bytes.part(start..<at).string.lowercased()
        attributes = at
        guard let end = Self.end(in: bytes, from: at) else { return nil }
        self.end = end
    }

    private static func isNameMark(_ byte: UInt8) -> Bool {
        byte == ASCII.colon || byte == ASCII.minus || byte == UInt8(ascii: "_")
    }

    /// Behind the `>` that ends a tag, which is none that stands in a quoted value.
    private static func end(in bytes: Bytes, from start: Int) -> Int? {
        var at = start
        var previous: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == ASCII.greaterThan { return at + 1 }
            // A quote opens a value only behind `=`: `<a href=x">` has none.
            if byte == ASCII.quote || byte == ASCII.apostrophe, previous == ASCII.equals {
                guard let close = bytes.index(of: byte, from: at + 1) else {
                    return bytes.index(of: ASCII.greaterThan, from: at).map { $0 + 1 }
                }
                at = close
            }
            if !byte.isBlank { previous = byte }
            at += 1
        }
        return nil
    }
}
