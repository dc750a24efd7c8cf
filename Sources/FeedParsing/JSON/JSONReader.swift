/// Reads JSON; where the text breaks off, what came before is kept.
struct JSONReader {
    private let bytes: Bytes
    private let limits: FeedLimits
    private var at = 0
    private var depth = 0
    private var values = 0
    private var patience = Patience()
    /// Whether the text went on to its end as JSON has it.
    private(set) var isComplete = true

    init(_ bytes: Bytes, limits: FeedLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The value that the text is; throws where it is none from the start, or nested too deep.
    mutating func value() throws(FeedError) -> JSONValue {
        skipBlanks()
        guard let value = try readValue() else { throw .malformed(line: line, reason: "this is no JSON") }
        return value
    }

    /// Whether nothing but white space is left.
    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return at >= bytes.count
        }
    }

    /// The line that is being read, from 1.
    private var line: Int { 1 + bytes[..<min(at, bytes.count)].count { $0 == ASCII.lineFeed } }

    private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

    private mutating func skipBlanks() {
        while at < bytes.count, bytes[at].isBlank { at += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// `nil` where no value stands; the text is over then.
    private mutating func readValue() throws(FeedError) -> JSONValue? {
        skipBlanks()
        try patience.check()
        values += 1
        guard values <= limits.maxValues else { throw .tooLarge(.values(limits.maxValues)) }
        switch next {
        case UInt8(ascii: "{"): return try nested { reader throws(FeedError) in try reader.readObject() }
        case UInt8(ascii: "["): return try nested { reader throws(FeedError) in try reader.readArray() }
        case ASCII.quote: return readString().map { .string($0) }
        default: return readWord()
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(FeedError) -> JSONValue
    ) throws(FeedError) -> JSONValue {
        guard depth < limits.maxDepth else { throw .tooLarge(.depth(limits.maxDepth)) }
        depth += 1
        at += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func readObject() throws(FeedError) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = []
        while isComplete, !skip(UInt8(ascii: "}")) {
            skipBlanks()
            guard next == ASCII.quote, let name = readString(), skip(ASCII.colon), let value = try readValue() else {
                isComplete = false
                break
            }
            members.append((name, value))
            if !skip(ASCII.comma), next != UInt8(ascii: "}") { isComplete = false }
        }
        return .object(members)
    }

    private mutating func readArray() throws(FeedError) -> JSONValue {
        var elements: [JSONValue] = []
        while isComplete, !skip(UInt8(ascii: "]")) {
            guard let value = try readValue() else {
                isComplete = false
                break
            }
            elements.append(value)
            if elements.count > limits.maxEntries { throw .tooLarge(.entries(limits.maxEntries)) }
            if !skip(ASCII.comma), next != UInt8(ascii: "]") { isComplete = false }
        }
        return .array(elements)
    }

    /// `true`, `false`, `null` or a number.
    private mutating func readWord() -> JSONValue? {
        let start = at
        while at < bytes.count, Self.isWordByte(bytes[at]) { at += 1 }
        let word = bytes.part(start..<at)
        if word.isWord("null") { return .null }
        if word.isWord("true") { return .bool(true) }
        if word.isWord("false") { return .bool(false) }
        guard let first = word.first, first.isDigit || first == ASCII.minus else { return nil }
        return .number(word.string)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == ASCII.minus || byte == ASCII.plus || byte == ASCII.dot
    }

    /// `nil` for a string that does not end.
    private mutating func readString() -> String? {
        at += 1
        let start = at
        guard var end = endOfRun() else { return nil }
        if bytes[end] == ASCII.quote {
            at = end + 1
            return bytes.part(start..<end).string
        }
        var text = Array(bytes.part(start..<end))
        while bytes[end] != ASCII.quote {
            at = end + 1
            guard readEscape(into: &text) else { return nil }
            let from = at
            guard let next = endOfRun() else { return nil }
            text.append(contentsOf: bytes.part(from..<next))
            end = next
        }
        at = end + 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Where the next quote or backslash stands.
    private mutating func endOfRun() -> Int? {
        var end = at
        while end < bytes.count, bytes[end] != ASCII.quote, bytes[end] != UInt8(ascii: "\\") { end += 1 }
        guard end < bytes.count else {
            at = bytes.count
            isComplete = false
            return nil
        }
        return end
    }

    private mutating func readEscape(into text: inout [UInt8]) -> Bool {
        guard at < bytes.count else { return false }
        let mark = bytes[at]
        at += 1
        switch mark {
        case UInt8(ascii: "n"): text.append(ASCII.lineFeed)
        case UInt8(ascii: "t"): text.append(ASCII.tab)
        case UInt8(ascii: "r"): text.append(ASCII.carriageReturn)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(ASCII.space)
        case UInt8(ascii: "u"): return readUnicode(into: &text)
        default: text.append(mark)
        }
        return true
    }

    /// `\u` and four digits; two of them for a character beyond the first plane.
    private mutating func readUnicode(into text: inout [UInt8]) -> Bool {
        guard let first = readHex() else { return false }
        guard first & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        else {
            text.append(scalar: first)
            return true
        }
        let start = at
        at += 2
        guard let second = readHex() else { return false }
        if second & 0xFC00 == 0xDC00 {
            text.append(scalar: 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        } else {
            text.append(scalar: first)
            at = start
        }
        return true
    }

    private mutating func readHex() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for index in at..<at + 4 {
            guard let digit = bytes[index].hexValue else { return nil }
            value = value << 4 | digit
        }
        at += 4
        return value
    }
}
