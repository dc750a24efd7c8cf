/// A value of JSON (RFC 8259).
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As it is written: there are ids too long for any type.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In document order; the last of several members of one name counts.
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// A member of an object; `null` where there is none of this name.
    package subscript(name: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members.last { $0.name == name }?.value ?? .null
    }

    /// An element of an array; `null` where there is none.
    package subscript(index: Int) -> JSONValue {
        guard case .array(let values) = self, values.indices.contains(index) else { return .null }
        return values[index]
    }

    package var isNull: Bool { self == .null }

    package var isTrue: Bool { self == .bool(true) }

    /// A string, number or boolean as text; `nil` for anything else, and for an empty string.
    package var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let digits): digits
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }

    /// A whole number, also from a string of digits; one with a fraction is rounded.
    package var integer: Int? {
        switch self {
        case .number(let digits): Int(digits) ?? Double(digits).flatMap { Int(exactly: $0.rounded()) }
        case .string(let text): Int(text)
        case .null, .bool, .array, .object: nil
        }
    }

    /// The elements of an array; the values of an object in the order of their names; nothing else has any.
    package var elements: [JSONValue]? {
        switch self {
        case .array(let values): values
        case .object: names.map { self[$0] }
        case .null, .bool, .number, .string: nil
        }
    }

    /// The names of an object's members, each once, sorted.
    package var names: [String] {
        guard case .object(let members) = self else { return [] }
        return Set(members.map(\.name)).sorted()
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }

    package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    /// A whole number stands without its fraction.
    package static func number(_ value: Double) -> JSONValue {
        .number(Int(exactly: value).map(String.init) ?? String(value))
    }
}
