package import NewsModel
import WebText

/// The JSON Schema of `broadsheet.yml`, for editors that complete and check it while one types.
package enum ConfigurationSchema {
    /// JSON Schema draft 7, the one that YAML editors know best, made from the keys that the reader uses.
    package static func json(providers: [ProviderDefinition]) -> String {
        let variable = JSONValue.pattern("\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}")
            .adding([.init(name: "description", value: .string("A value with a variable of the environment in it."))])
        let head: [JSONValue.Member] = [
            .init(name: "$schema", value: .string("http://json-schema.org/draft-07/schema#")),
            .init(name: "title", value: .string("broadsheet.yml")),
            .init(name: "definitions", value: ["variable": variable]),
        ]
        var writer = JSONWriter(indent: 2)
        writer.value(nil, .object(head).adding(Keys.root(SourceKeys.shape(providers)).schema.members))
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONValue {
    /// The same object with further members behind its own.
    func adding(_ members: [Member]) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own + members)
    }

    /// An object whose members keep the order of the literal.
    static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member(name: $0.key, value: $0.value) })
    }

    fileprivate var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }
}
