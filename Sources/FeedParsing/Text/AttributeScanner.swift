/// Goes through the attributes of a tag, as HTML reads them: quoted or not, with or without a value.
struct AttributeScanner {
    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
        /// Whether the value has both of its quotes.
        let isWellFormed: Bool
    }

    let bytes: Bytes
    var at: Int
    /// Behind the last byte of the tag that may belong to an attribute.
    let end: Int

    mutating func next() -> Attribute? {
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
