/// A start or end tag in HTML of unknown quality, found by its delimiters alone.
struct Tag {
    /// Lowercase.
    let name: String
    let isEnd: Bool
    /// Behind its `>`.
    let end: Int
    /// Where its attributes begin.
    let attributes: Int
}

/// Finds the tags in HTML.
struct TagReader {
    let bytes: Bytes
    private var nextEnd = NextOccurrence(of: ">")

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    /// Reads the tag that begins at `offset`; `nil` where there is none, none that ends, or not one of `names`.
    mutating func tag(at offset: Int, named names: Set<String>? = nil) -> Tag? {
        var at = offset + 1
        let isEnd = at < bytes.count && bytes[at] == ASCII.slash
        if isEnd { at += 1 }
        guard at < bytes.count, bytes[at].isLetter else { return nil }
        let start = at
        while at < bytes.count, bytes[at].isLetter || bytes[at].isDigit || Self.isNameMark(bytes[at]) { at += 1 }
        guard at - start <= Self.longestName else { return nil }
        let name = bytes.part(start..<at).string.lowercased()
        if let names, !names.contains(name) { return nil }
        guard let end = end(from: at) else { return nil }
        return Tag(name: name, isEnd: isEnd, end: end, attributes: at)
    }

    private static let longestName = 64

    private static func isNameMark(_ byte: UInt8) -> Bool {
        byte == ASCII.colon || byte == ASCII.minus || byte == UInt8(ascii: "_")
    }

    /// Behind the `>` that ends a tag, which is none that stands in a quoted value.
    private mutating func end(from start: Int) -> Int? {
        guard let first = nextEnd.from(start, in: bytes) else { return nil }
        var at = start
        var previous: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == ASCII.greaterThan { return at + 1 }
            // A quote opens a value only behind `=`: `<a href=x">` has none.
            if byte == ASCII.quote || byte == ASCII.apostrophe, previous == ASCII.equals {
                guard let close = bytes.index(of: byte, from: at + 1) else { return first + 1 }
                at = close
            }
            if !byte.isBlank { previous = byte }
            at += 1
        }
        return first + 1
    }
}
