import FeedParsing

/// A JSON document of unknown shape (RFC 8259). Integers stay exact.
enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads a whole document; what is none is a ``FetchFailure`` `malformed` that says what was there instead.
    init(parsing bytes: [UInt8]) throws(FetchFailure) {
        guard let first = bytes.first(where: { !$0.isJSONSpace }) else {
            throw .malformed("an empty answer in place of JSON")
        }
        if first == UInt8(ascii: "<") { throw .malformed("a web page in place of JSON") }
        do {
            self.init(try FeedParsing.JSONValue(parsing: bytes))
        } catch {
            switch error {
            case .tooLarge: throw .refused(error.description, advice: Advice.excessive)
            case .cancelled: throw .late("still reading")
            case .empty, .notAFeed, .malformed: throw .malformed("broken JSON")
            }
        }
    }

    private init(_ value: FeedParsing.JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .number(let digits): self = Self.number(digits)
        case .string(let text): self = .string(text)
        case .array(let values): self = .array(values.map(Self.init))
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.name, Self($0.value)) }) { _, last in last })
        }
    }

    /// What no type of number holds stays as it is written.
    private static func number(_ digits: String) -> JSONValue {
        if let whole = Int64(digits) { return .integer(whole) }
        let isWhole = digits.allSatisfy { $0.isNumber || $0 == "-" }
        guard !isWhole, let number = Double(digits), number.isFinite else { return .string(digits) }
        return .number(number)
    }

    subscript(name: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members[name] ?? .null
    }

    subscript(index: Int) -> JSONValue {
        guard case .array(let values) = self, values.indices.contains(index) else { return .null }
        return values[index]
    }

    var isNull: Bool { self == .null }

    /// A string, number or boolean as text; `nil` for anything else, and for an empty string.
    var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }

    /// A whole number, also from a string of digits.
    var integer: Int? {
        switch self {
        case .integer(let number): Int(number)
        case .number(let number): Int(exactly: number.rounded())
        case .string(let text): Int(text)
        case .null, .bool, .array, .object: nil
        }
    }

    var isTrue: Bool { self == .bool(true) }

    /// The elements of an array; the values of an object in the order of their names; nothing else has any.
    var elements: [JSONValue]? {
        switch self {
        case .array(let values): values
        case .object(let members): members.sorted { $0.key < $1.key }.map(\.value)
        case .null, .bool, .integer, .number, .string: nil
        }
    }

    /// The names of an object's members, in order.
    var names: [String] {
        guard case .object(let members) = self else { return [] }
        return members.keys.sorted()
    }
}

extension UInt8 {
    fileprivate var isJSONSpace: Bool { [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].contains(self) }
}
