package import NewsModel

/// The JSON Schema of `broadsheet.yml`, for editors that complete and check it while one types.
package enum Schema {
    /// JSON Schema draft 7, the one that YAML editors know best, made from the keys that the reader uses.
    package static func json(providers: [ProviderDefinition]) -> String {
        let variable = SchemaNode.pattern("\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}")
            .adding([.init(name: "description", value: .string("A value with a variable of the environment in it."))])
        let head: [SchemaNode.Member] = [
            .init(name: "$schema", value: .string("http://json-schema.org/draft-07/schema#")),
            .init(name: "title", value: .string("broadsheet.yml")),
            .init(name: "definitions", value: ["variable": variable]),
        ]
        return SchemaNode.object(head).adding(Keys.root(SourceKeys.shape(providers)).schema.members).text() + "\n"
    }
}

extension SchemaNode {
    fileprivate var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }
}

/// A piece of JSON whose members keep their order, for the JSON Schema of the configuration.
indirect enum SchemaNode: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    case array([SchemaNode])
    case object([Member])

    struct Member: Sendable, Hashable {
        let name: String
        let value: SchemaNode
    }

    static func object(_ members: KeyValuePairs<String, SchemaNode>) -> SchemaNode {
        .object(members.map { Member(name: $0.key, value: $0.value) })
    }

    /// The same object with further members behind its own.
    func adding(_ members: [Member]) -> SchemaNode {
        guard case .object(let own) = self else { return self }
        return .object(own + members)
    }

    /// Indented by two spaces a level.
    func text(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .string(let value): return Self.quoted(value)
        case .integer(let value): return String(value)
        case .number(let value): return value == value.rounded() ? String(Int(value)) : String(value)
        case .bool(let value): return value ? "true" : "false"
        case .array(let values):
            guard !values.isEmpty else { return "[]" }
            return "[\n" + values.map { inner + $0.text(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let lines = members.map { inner + Self.quoted($0.name) + ": " + $0.value.text(indent: inner) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
