/// A value of JSON (RFC 8259).
enum JSONValue {
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
