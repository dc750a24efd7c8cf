/// A JSON value that keeps the order of its members, so that documents look as their APIs write them.
indirect enum JSONText: Sendable, Hashable {
    struct Member: Sendable, Hashable {
        let name: String
        let value: JSONText
    }

    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case array([JSONText])
    case members([Member])

    static func object(_ members: KeyValuePairs<String, JSONText>) -> JSONText {
        .members(members.map { Member(name: $0.key, value: $0.value) })
    }

    /// The text, or `null`.
    static func text(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

    /// The same object without the members that are `null`, for APIs that leave out what they do not have.
    var withoutNulls: JSONText {
        guard case .members(let members) = self else { return self }
        return .members(members.filter { $0.value != .null })
    }

    var rendered: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let value): String(value)
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map(\.rendered).joined(separator: ",") + "]"
        case .members(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.rendered }.joined(separator: ",") + "}"
        }
    }

    /// A string with quotes, for JSON and for YAML, whose double-quoted strings take the same escapes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
