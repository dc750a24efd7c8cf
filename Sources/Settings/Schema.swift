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
