/// A start or end tag in HTML of unknown quality, found by its delimiters alone.
package struct Tag {
    /// Lowercase.
    package let name: String
    package let isEnd: Bool
    /// Behind its `>`.
    package let end: Int
    /// Where its attributes begin.
    package let attributes: Int

    /// The same tag, which ends earlier: behind a quote that is never closed its end was looked for too far.
    package func ending(at end: Int) -> Tag { Tag(name: name, isEnd: isEnd, end: end, attributes: attributes) }
}

/// The name with which a tag begins, of which nobody knows yet whether it ends.
package struct TagName {
    /// Lowercase.
    package let text: String
    package let isEnd: Bool
    package let place: Range<Int>
}

/// Finds the tags in HTML.
package struct TagReader {
    private let bytes: Bytes
    private var nextEnd = NextOccurrence(of: ">")
    /// How many bytes were looked through for ends that there were none of.
    private var wasted = 0

    package init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    /// Reads the tag that begins at `offset`; `nil` where there is none, none that ends, or not one of `names`.
    package mutating func tag(at offset: Int, named names: Set<String>? = nil) -> Tag? {
        guard let name = name(at: offset) else { return nil }
        if let names, !names.contains(name.text) { return nil }
        return tag(name)
    }

    /// Reads the rest of a tag; `nil` where it does not end.
    package mutating func tag(_ name: TagName) -> Tag? {
        guard let end = end(from: name.place.upperBound) else { return nil }
        return Tag(name: name.text, isEnd: name.isEnd, end: end, attributes: name.place.upperBound)
    }

    /// The name of the tag that begins at `offset`, if one does.
    package func name(at offset: Int) -> TagName? {
        var at = offset + 1
        let isEnd = at < bytes.count && bytes[at] == ASCII.slash
        if isEnd { at += 1 }
        guard at < bytes.count, bytes[at].isLetter else { return nil }
        let start = at
        while at < bytes.count, bytes[at].isLetter || bytes[at].isDigit || Self.isNameMark(bytes[at]) { at += 1 }
        guard at - start <= Self.longestName else { return nil }
        return TagName(text: bytes.part(start..<at).string.lowercased(), isEnd: isEnd, place: start..<at)
    }

    private static let longestName = 64

    private static func isNameMark(_ byte: UInt8) -> Bool {
        byte == ASCII.colon || byte == ASCII.minus || byte == UInt8(ascii: "_")
    }

    /// Behind the `>` that ends a tag, which is none that stands in a quoted value.
    private mutating func end(from start: Int) -> Int? {
        guard let first = nextEnd.from(start, in: bytes) else { return nil }
        // A hostile document could consist of tags that end nowhere, each of which would be followed to its end.
        guard wasted <= 4 * bytes.count, let end = endBehindQuotes(from: start) else { return first + 1 }
        return end
    }

    /// The same; `nil` where all that follows is quoted.
    private mutating func endBehindQuotes(from start: Int) -> Int? {
        var at = start
        var previous: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == ASCII.greaterThan { return at + 1 }
            // A quote opens a value only behind `=`: `<a href=x">` has none.
            if byte == ASCII.quote || byte == ASCII.apostrophe, previous == ASCII.equals {
                guard let close = bytes.index(of: byte, from: at + 1) else { break }
                at = close
            }
            if !byte.isBlank { previous = byte }
            at += 1
        }
        wasted += bytes.count - start
        return nil
    }
}

/// Goes through the attributes of a tag, as HTML reads them: quoted or not, with or without a value.
package struct AttributeScanner {
    package struct Attribute {
        package let name: Range<Int>
        package let value: Range<Int>
        /// Whether the value has both of its quotes.
        package let isWellFormed: Bool
    }

    private let bytes: Bytes
    private var at: Int
    /// Behind the last byte of the tag that may belong to an attribute.
    private let end: Int

    package init(bytes: Bytes, at: Int, end: Int) {
        self.bytes = bytes
        self.at = at
        self.end = end
    }

    package mutating func next() -> Attribute? {
        while at < end, bytes[at].isBlank || bytes[at] == ASCII.slash { at += 1 }
        guard at < end else { return nil }
        let start = at
        while at < end, !bytes[at].isBlank, bytes[at] != ASCII.equals || at == start, bytes[at] != ASCII.slash {
            at += 1
        }
        let name = start..<at
        while at < end, bytes[at].isBlank { at += 1 }
        guard at < end, bytes[at] == ASCII.equals else {
            return Attribute(name: name, value: at..<at, isWellFormed: false)
        }
        at += 1
        while at < end, bytes[at].isBlank { at += 1 }
        return readValue(of: name)
    }

    private mutating func readValue(of name: Range<Int>) -> Attribute {
        let quote = at < end ? bytes[at] : 0
        if quote == ASCII.quote || quote == ASCII.apostrophe, let close = bytes.index(of: quote, from: at + 1),
            close < end
        {
            let value = at + 1..<close
            at = close + 1
            return Attribute(name: name, value: value, isWellFormed: true)
        }
        // A quote that nothing closes is no part of the value.
        if quote == ASCII.quote || quote == ASCII.apostrophe { at += 1 }
        let start = at
        while at < end, !bytes[at].isBlank { at += 1 }
        return Attribute(name: name, value: start..<at, isWellFormed: false)
    }
}

/// The next occurrence of a text in some bytes, remembered from one query to the next.
///
/// Each stretch is searched once. Otherwise a text that is far away, or nowhere, would be searched for from every offset
/// that is asked about, and a hostile document could consist of such offsets.
package struct NextOccurrence {
    private let text: StaticString
    private var found: Int?
    private var searched: Range<Int>?

    package init(of text: StaticString) {
        self.text = text
    }

    package mutating func from(_ offset: Int, in bytes: Bytes) -> Int? {
        if let searched, searched.contains(offset) { return found }
        found = bytes.first(text, from: offset)
        searched = offset..<(found ?? bytes.count) + 1
        return found
    }
}
