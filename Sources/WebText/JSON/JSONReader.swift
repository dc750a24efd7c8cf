/// Why bytes gave no JSON.
package enum JSONError: Error, Sendable, Hashable {
    /// There are no bytes, or only white space.
    case empty
    case malformed(line: Int?, reason: String)
    /// More levels, values or elements of one array than ``JSONReader/Limits`` allow, with the limit.
    case tooDeep(Int), tooManyValues(Int), tooManyElements(Int)
    /// The task that reads was cancelled.
    case cancelled
}

/// A reader of JSON in UTF-8, in time that grows with the length of the text alone.
///
/// It is tolerant: a trailing comma, words in any case and numbers of any form pass, and where the text breaks off,
/// what came before is kept.
package struct JSONReader {
    /// How much is read before a document is refused, so that none can use up memory or time.
    package struct Limits: Sendable, Hashable {
        /// Arrays and objects that stand inside each other.
        package var maxDepth: Int
        /// Values, each of which takes many times the bytes that it is written in.
        package var maxValues: Int
        /// Elements of one array.
        package var maxElements: Int

        package init(maxDepth: Int = 256, maxValues: Int = 500_000, maxElements: Int = 50_000) {
            self.maxDepth = maxDepth
            self.maxValues = maxValues
            self.maxElements = maxElements
        }
    }

    private let bytes: Bytes
    private let limits: Limits
    private var at = 0
    private var depth = 0
    private var values = 0
    /// Whether the text went on to its end as JSON has it.
    package private(set) var isComplete = true

    package init(_ bytes: Bytes, limits: Limits = Limits()) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Reads a whole document of any shape, with or without a byte order mark.
    ///
    /// - Throws: ``JSONError``, also for a document that breaks off or goes on behind its end.
    package static func document(_ bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { (whole) throws(JSONError) in try document(whole, limits) }
    }

    private static func document(_ whole: Bytes, _ limits: Limits) throws(JSONError) -> JSONValue {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = whole.starts(with: mark) ? whole.part(mark.count..<whole.count) : whole
        guard text.contains(where: { !$0.isBlank }) else { throw .empty }
        var reader = JSONReader(text, limits: limits)
        let value = try reader.value()
        guard reader.isComplete else {
            throw .malformed(line: nil, reason: "it breaks off, or is no JSON from there on")
        }
        guard reader.isAtEnd else { throw .malformed(line: nil, reason: "it goes on behind its end") }
        return value
    }

    /// The value that the text begins with; throws where there is none, or one beyond the limits.
    package mutating func value() throws(JSONError) -> JSONValue {
        skipBlanks()
        guard let value = try readValue() else { throw .malformed(line: line, reason: "this is no JSON") }
        return value
    }

    /// Whether nothing but white space is left.
    private var isAtEnd: Bool {
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
    private mutating func readValue() throws(JSONError) -> JSONValue? {
        skipBlanks()
        values += 1
        guard values <= limits.maxValues else { throw .tooManyValues(limits.maxValues) }
        if values % Self.valuesBetweenChecks == 0, Task.isCancelled { throw .cancelled }
        switch next {
        case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.readObject() }
        case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.readArray() }
        case ASCII.quote: return readString().map { .string($0) }
        default: return readWord()
        }
    }

    private static let valuesBetweenChecks = 512

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < limits.maxDepth else { throw .tooDeep(limits.maxDepth) }
        depth += 1
        at += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func readObject() throws(JSONError) -> JSONValue {
        var members: [JSONValue.Member] = []
        while isComplete, !skip(UInt8(ascii: "}")) {
            skipBlanks()
            guard next == ASCII.quote, let name = readString(), skip(ASCII.colon), let value = try readValue() else {
                isComplete = false
                break
            }
            members.append(JSONValue.Member(name: name, value: value))
            if !skip(ASCII.comma), next != UInt8(ascii: "}") { isComplete = false }
        }
        return .object(members)
    }

    private mutating func readArray() throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        while isComplete, !skip(UInt8(ascii: "]")) {
            guard let value = try readValue() else {
                isComplete = false
                break
            }
            elements.append(value)
            if elements.count > limits.maxElements { throw .tooManyElements(limits.maxElements) }
            if !skip(ASCII.comma), next != UInt8(ascii: "]") { isComplete = false }
        }
        return .array(elements)
    }

    /// `true`, `false`, `null` or a number.
    private mutating func readWord() -> JSONValue? {
        let start = at
        while at < bytes.count, Self.isWordByte(bytes[at]) { at += 1 }
        let word = bytes.part(start..<at)
        guard let first = word.first else { return nil }
        if first.isDigit { return .number(word.string) }
        if Self.nothing.contains(where: word.isWord) { return .null }
        if word.isWord("true") { return .bool(true) }
        if word.isWord("false") { return .bool(false) }
        return first == ASCII.minus ? .number(word.string) : nil
    }

    /// What is no number in JSON, and one to many who write it, says no more than `null`.
    private static let nothing: [StaticString] = ["null", "nan", "infinity", "-infinity"]

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
