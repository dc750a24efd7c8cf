import Foundation

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
            self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw .malformed("broken JSON")
        }
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

extension JSONValue: Decodable {
    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: AnyName.self) {
            var members: [String: JSONValue] = [:]
            for name in container.allKeys {
                members[name.stringValue] = try container.decode(JSONValue.self, forKey: name)
            }
            self = .object(members)
        } else if var container = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !container.isAtEnd { values.append(try container.decode(JSONValue.self)) }
            self = .array(values)
        } else {
            self = try Self(scalar: decoder.singleValueContainer())
        }
    }

    private init(scalar container: any SingleValueDecodingContainer) throws {
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }

    private struct AnyName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension UInt8 {
    fileprivate var isJSONSpace: Bool { [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].contains(self) }
}
