import WebText

/// What a key takes: the words for it, its JSON Schema, and the way from a node to a value.
struct Form<Value: Sendable>: Sendable {
    /// Words of a sentence, with an example: "a duration such as 30s".
    let expects: String
    let schema: JSONValue
    /// The keys inside, where there are some.
    var shape: Shape?
    /// From a node and the name of its key to a value; `nil` with a diagnostic where that is not possible.
    let read: @Sendable (Node, String, inout Reading) -> Value?
}

/// Why a text is not what its key takes. It never holds a part of the text, which may be secret.
struct Complaint: Error {
    /// What to do, where there is more to say than what is expected.
    var advice: String?
    /// Whether the text may hold a secret that nothing tells from the rest, so that it is not quoted.
    var hidesText = false

    init(_ advice: String? = nil, hidesText: Bool = false) {
        self.advice = advice
        self.hidesText = hidesText
    }
}

extension Form {
    /// A single value: a text without a list or mapping in it, after its variables were filled in.
    static func scalar(
        _ expects: String, schema: JSONValue, isSecret: Bool = false,
        _ parse: @escaping @Sendable (ExpandedText, inout Reading) throws(Complaint) -> Value
    ) -> Form {
        Form(expects: expects, schema: .orVariable(schema)) { node, name, reading in
            guard let raw = reading.scalar(node, name, expects: expects),
                let text = reading.expand(raw, at: node.place)
            else { return nil }
            do throws(Complaint) {
                return try parse(text, &reading)
            } catch {
                let other = isSecret || error.hidesText ? "" : ", not \(quoted(raw))"
                let advice = error.advice.map { "; \($0)" } ?? ""
                reading.report("`\(name)` is \(expects)\(other)\(advice)", at: node.place)
                return nil
            }
        }
    }

    /// A list, each of whose entries has the same form. One that has no value is empty.
    static func list<Element: Sendable>(
        _ expects: String, of element: Form<Element>
    ) -> Form where Value == [Element] {
        let schema: JSONValue = ["type": .orNull("array"), "items": element.schema]
        return Form(expects: expects, schema: schema, shape: element.shape) { node, name, reading in
            switch node.content {
            case .list(let nodes):
                return nodes.compactMap { element.read($0, name, &reading) }
            case .nothing: return []
            case .broken: return nil
            case .text, .mapping:
                reading.report("`\(name)` is \(expects), not \(node.kind)", at: node.place)
                return nil
            }
        }
    }

    /// The node itself, which a reader of its own looks into.
    static func node(_ expects: String, schema: JSONValue, shape: Shape?) -> Form where Value == Node {
        Form(expects: expects, schema: schema, shape: shape) { node, _, _ in node.isBroken ? nil : node }
    }

    /// A mapping whose keys are known.
    static func mapping(_ shape: Shape) -> Form where Value == Fields {
        let expects = "a mapping such as {\(shape.example)}"
        return Form(expects: expects, schema: shape.schema(orNull: true), shape: shape) { node, name, reading in
            reading.fields(of: node, shape, called: "`\(name)`", expects: expects)
        }
    }

    /// A mapping whose keys are the user's.
    static func table<Element: Sendable>(
        _ expects: String, of element: Form<Element>
    ) -> Form where Value == [TableRow<Element>] {
        let schema: JSONValue = ["type": .orNull("object"), "additionalProperties": element.schema]
        return Form(expects: expects, schema: schema) { node, name, reading in
            switch node.content {
            case .mapping(let members):
                return members.compactMap { member in
                    if member.value.isNothing, let word = wordBeforeMissingColon(in: member.key) {
                        reading.report("is a colon and a space missing behind \(quoted(word))?", at: member.keyPlace)
                        return nil
                    }
                    return element.read(member.value, "\(name): \(quotedKeyName(member.key))", &reading)
                        .map { TableRow(key: member.key, place: member.keyPlace, value: $0) }
                }
            case .nothing: return []
            case .broken: return nil
            case .text, .list:
                reading.report("`\(name)` is \(expects), not \(node.kind)", at: node.place)
                return nil
            }
        }
    }
}

/// One line of a mapping whose keys are the user's.
struct TableRow<Value: Sendable>: Sendable {
    let key: String
    let place: Place
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

extension Reading {
    /// The text of a node that is a single value; `nil` with a diagnostic where it is none.
    fileprivate mutating func scalar(_ node: Node, _ name: String, expects: String) -> String? {
        switch node.content {
        case .text(let text): return text
        case .nothing: report("`\(name)` has no value; it is \(expects)", at: node.place)
        case .list, .mapping: report("`\(name)` is \(expects), not \(node.kind)", at: node.place)
        case .broken: break
        }
        return nil
    }
}
