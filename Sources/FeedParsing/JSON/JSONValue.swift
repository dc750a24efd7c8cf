/// A value of JSON (RFC 8259).
package enum JSONValue {
    case null
    case bool(Bool)
    /// As it is written: ids of feeds are numbers too long for any type.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In document order; the last of several members of one name counts.
    case object([(name: String, value: JSONValue)])

    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    var elements: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return []
    }

    /// A string that is not blank, or a number in digits.
    var text: String? {
        switch self {
        case .string(let text): text.nonBlank
        case .number(let digits): digits
        case .null, .bool, .array, .object: nil
        }
    }

    /// A string as it is, if there is anything in it.
    var string: String? {
        guard case .string(let text) = self, !text.isEmpty else { return nil }
        return text
    }

    var positiveInteger: Int? {
        guard case .number(let digits) = self, let value = Double(digits), value >= 1, value < 1e15 else { return nil }
        return Int(value)
    }
}

extension JSONValue {
    /// Reads a whole document of any shape, as APIs send them, in time that grows with its length alone.
    ///
    /// - Throws: ``FeedError/empty``, ``FeedError/malformed(line:reason:)`` for what is no JSON, breaks off or goes on
    ///   behind its end, and ``FeedError/tooLarge(_:)`` beyond the depth, the number of values or the length of a list
    ///   that `limits` allow.
    package init(parsing bytes: [UInt8], limits: FeedLimits = .standard) throws(FeedError) {
        self = try bytes.withUnsafeBufferPointer { (whole) throws(FeedError) in try Self(whole, limits) }
    }

    private init(_ whole: Bytes, _ limits: FeedLimits) throws(FeedError) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = whole.starts(with: mark) ? Bytes(rebasing: whole[mark.count...]) : whole
        guard text.contains(where: { !$0.isBlank }) else { throw .empty }
        var reader = JSONReader(text, limits: limits)
        self = try reader.value()
        guard reader.isComplete else {
            throw .malformed(line: nil, reason: "it breaks off, or is no JSON from there on")
        }
        guard reader.isAtEnd else { throw .malformed(line: nil, reason: "it goes on behind its end") }
    }
}
