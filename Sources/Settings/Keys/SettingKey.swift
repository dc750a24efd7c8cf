import WebText

/// One key of the configuration. Reader, suggestions, JSON Schema and reference all come from it.
struct SettingKey<Value: Sendable>: Sendable {
    let name: String
    let form: ValueFormat<Value>
    /// What it is for, in a sentence or a few: for the JSON Schema, which editors show beside the key, for
    /// `check --explain`, and for the reference. What is code stands in backticks.
    let meaning: String
    /// The default as the file would write it; `nil` where there is none.
    let standard: String?
    let isRequired: Bool
    /// What people write instead, out of habit with other tools.
    let otherNames: [String]

    init(
        _ name: String, _ form: ValueFormat<Value>, _ meaning: String, standard: String? = nil,
        isRequired: Bool = false,
        otherNames: [String] = []
    ) {
        self.name = name
        self.form = form
        self.meaning = meaning
        self.standard = standard
        self.isRequired = isRequired
        self.otherNames = otherNames
    }

    /// The same without the type of its value, for tables.
    var entry: KeyEntry {
        KeyEntry(
            name: name, expects: form.expects, meaning: meaning, standard: standard, isRequired: isRequired,
            otherNames: otherNames, schema: form.schema, shape: form.shape)
    }
}

/// What is known about a key without reading it.
struct KeyEntry: Sendable {
    let name: String
    let expects: String
    let meaning: String
    let standard: String?
    let isRequired: Bool
    let otherNames: [String]
    let schema: JSONValue
    /// The keys inside it, where there are some.
    let shape: Shape?
}

/// A mapping whose keys are known.
struct Shape: Sendable {
    /// Words for where it stands, as the end of "belongs …": "at the top of the file", "inside `fetch`".
    let whereabouts: String
    /// What stands before a key's name in messages: `fetch.` or nothing.
    let prefix: String
    /// What it is, as the beginning of "… needs `key`".
    let subject: String
    /// A few of its keys, as one would write them.
    let example: String
    let entries: [KeyEntry]
    /// Those of the entries of which exactly one stands in it.
    let choice: [KeyEntry]
    /// Whether keys that begin with `x-` are the user's own, to keep anchors in.
    var allowsOwnKeys = false

    /// The keys inside one key of the top level.
    init(inside name: String, example: String, _ entries: [KeyEntry]) {
        self.init(whereabouts: "inside `\(name)`", prefix: "\(name).", example: example, entries)
    }

    init(
        whereabouts: String, prefix: String = "", subject: String? = nil, example: String, allowsOwnKeys: Bool = false,
        oneOf choice: [KeyEntry] = [], _ entries: [KeyEntry]
    ) {
        self.whereabouts = whereabouts
        self.prefix = prefix
        self.subject = subject ?? "`\(prefix.dropLast())`"
        self.example = example
        self.allowsOwnKeys = allowsOwnKeys
        self.choice = choice
        self.entries = choice + entries
    }

    var names: [String] { entries.map(\.name) }

    var schema: JSONValue { schema(orNull: false) }

    func schema(orNull: Bool) -> JSONValue {
        let properties = entries.map { entry in
            var notes = [JSONValue.Member(name: "description", value: .string(entry.description))]
            if let standard = entry.standard { notes.append(.init(name: "default", value: .string(standard))) }
            return JSONValue.Member(name: entry.name, value: entry.schema.adding(notes))
        }
        let required = entries.filter(\.isRequired).map { JSONValue.string($0.name) }
        var members: [JSONValue.Member] = [
            .init(name: "type", value: orNull && required.isEmpty ? .orNull("object") : .string("object")),
            .init(name: "properties", value: .object(properties)),
        ]
        if !required.isEmpty { members.append(.init(name: "required", value: .array(required))) }
        if allowsOwnKeys { members.append(.init(name: "patternProperties", value: ["^x-": .bool(true)])) }
        members.append(.init(name: "additionalProperties", value: .bool(false)))
        if !choice.isEmpty {
            let alternatives = choice.map { JSONValue.object(["required": .array([.string($0.name)])]) }
            members.append(.init(name: "oneOf", value: .array(alternatives)))
        }
        return .object(members)
    }
}

extension KeyEntry {
    fileprivate var description: String { "\(meaning) It is \(expects)." }
}
