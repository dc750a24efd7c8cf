import WebText

/// The format of a key's value: words for messages, its JSON Schema, and the function that reads it from a node.
struct ValueFormat<Value: Sendable>: Sendable {
    /// Words of a sentence, with an example: "a duration such as 30s".
    let expects: String
    let schema: JSONValue
    /// The keys inside, where there are some.
    var shape: Shape?
    /// From a node and the name of its key to a value; `nil` with a diagnostic where that is not possible.
    let read: @Sendable (Node, String, inout ConfigurationReader) -> Value?
}

/// The reason why a text is no value of its key. It never holds a part of the text, which may be secret.
struct InvalidValue: Error {
    /// What to do, where there is more to say than what is expected.
    var advice: String?
    /// Whether the text may hold a secret that nothing tells from the rest, so that it is not quoted.
    var hidesText = false

    init(_ advice: String? = nil, hidesText: Bool = false) {
        self.advice = advice
        self.hidesText = hidesText
    }
}

extension ValueFormat {
    /// The same, with its value made into another.
    func map<Other: Sendable>(_ transform: @escaping @Sendable (Value) -> Other) -> ValueFormat<Other> {
        ValueFormat<Other>(expects: expects, schema: schema, shape: shape) { node, name, reader in
            read(node, name, &reader).map(transform)
        }
    }

    /// A single value: a text without a list or mapping in it, after its variables were filled in.
    static func scalar(
        _ expects: String, schema: JSONValue, isSecret: Bool = false,
        _ parse: @escaping @Sendable (ExpandedText, inout ConfigurationReader) throws(InvalidValue) -> Value
    ) -> ValueFormat {
        ValueFormat(expects: expects, schema: .orVariable(schema)) { node, name, reader in
            guard let raw = reader.scalar(node, name, expects: expects),
                let text = reader.expand(raw, at: node.position)
            else { return nil }
            do throws(InvalidValue) {
                return try parse(text, &reader)
            } catch {
                let other = isSecret || error.hidesText ? "" : ", not \(quoted(raw))"
                let advice = error.advice.map { "; \($0)" } ?? ""
                reader.report("`\(name)` is \(expects)\(other)\(advice)", at: node.position)
                return nil
            }
        }
    }

    /// A list, each of whose entries has the same form. One that has no value is empty.
    static func list<Element: Sendable>(
        _ expects: String, of element: ValueFormat<Element>
    ) -> ValueFormat where Value == [Element] {
        let schema: JSONValue = ["type": .orNull("array"), "items": element.schema]
        return ValueFormat(expects: expects, schema: schema, shape: element.shape) { node, name, reader in
            switch node.content {
            case .list(let nodes):
                return nodes.compactMap { element.read($0, name, &reader) }
            case .nothing: return []
            case .broken: return nil
            case .text, .mapping:
                reader.report("`\(name)` is \(expects), not \(node.kind)", at: node.position)
                return nil
            }
        }
    }

    /// The node itself, which a reader of its own looks into.
    static func node(_ expects: String, schema: JSONValue, shape: Shape?) -> ValueFormat where Value == Node {
        ValueFormat(expects: expects, schema: schema, shape: shape) { node, _, _ in node.isBroken ? nil : node }
    }

    /// A mapping whose keys are known.
    static func mapping(_ shape: Shape) -> ValueFormat where Value == Fields {
        let expects = "a mapping such as {\(shape.example)}"
        return ValueFormat(expects: expects, schema: shape.schema(orNull: true), shape: shape) { node, name, reader in
            reader.fields(of: node, shape, called: "`\(name)`", expects: expects)
        }
    }

    /// A mapping whose keys are the user's.
    static func table<Element: Sendable>(
        _ expects: String, of element: ValueFormat<Element>
    ) -> ValueFormat where Value == [TableRow<Element>] {
        let schema: JSONValue = ["type": .orNull("object"), "additionalProperties": element.schema]
        return ValueFormat(expects: expects, schema: schema) { node, name, reader in
            switch node.content {
            case .mapping(let members):
                return members.compactMap { member in
                    if member.value.isNothing, let word = wordBeforeMissingColon(in: member.key) {
                        reader.report("is a colon and a space missing behind \(quoted(word))?", at: member.keyPosition)
                        return nil
                    }
                    return element.read(member.value, "\(name): \(quotedKeyName(member.key))", &reader)
                        .map { TableRow(key: member.key, position: member.keyPosition, value: $0) }
                }
            case .nothing: return []
            case .broken: return nil
            case .text, .list:
                reader.report("`\(name)` is \(expects), not \(node.kind)", at: node.position)
                return nil
            }
        }
    }
}

/// One line of a mapping whose keys are the user's.
struct TableRow<Value: Sendable>: Sendable {
    let key: String
    let position: FilePosition
    let value: Value
}

/// A key of the user's as a part of a name, which stands in backquotes already.
private func quotedKeyName(_ key: String) -> String {
    String(quotedKey(key).dropFirst().dropLast())
}

extension JSONValue {
    /// The schema of a value in whose place a `${NAME}` may stand.
    static func orVariable(_ schema: JSONValue) -> JSONValue {
        if schema == .plainText { return schema }
        return ["anyOf": .array([schema, ["$ref": .string("#/definitions/variable")]])]
    }

    /// A key may stand there with nothing behind it, as when all its lines are comments.
    static func orNull(_ type: String) -> JSONValue { .array([.string(type), .string("null")]) }

    /// Whatever stands there is taken as it is written: `title: 2026` and `mute: [no]` are texts.
    static let plainText: JSONValue = [
        "type": .array([.string("string"), .string("number"), .string("boolean")])
    ]

    static func pattern(_ pattern: String) -> JSONValue {
        ["type": .string("string"), "pattern": .string(pattern)]
    }
}

extension Node {
    /// What it is, as words of a sentence.
    var kind: String {
        switch content {
        case .nothing, .broken: "nothing"
        case .text: "a single value"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension ConfigurationReader {
    /// The text of a node that is a single value; `nil` with a diagnostic where it is none.
    fileprivate mutating func scalar(_ node: Node, _ name: String, expects: String) -> String? {
        switch node.content {
        case .text(let text): return text
        case .nothing: report("`\(name)` has no value; it is \(expects)", at: node.position)
        case .list, .mapping: report("`\(name)` is \(expects), not \(node.kind)", at: node.position)
        case .broken: break
        }
        return nil
    }
}
