import NewsModel
import WebText

extension ValueFormat {
    /// One value, or a list of such.
    static func oneOrMore<Element: Sendable>(_ element: ValueFormat<Element>) -> ValueFormat
    where Value == [Element] {
        let schema: JSONValue = [
            "anyOf": .array([
                element.schema, ["type": .string("array"), "minItems": .integer(1), "items": element.schema],
            ])
        ]
        return ValueFormat(expects: element.expects, schema: schema) { node, name, reader in
            guard case .list(let nodes) = node.content else {
                return element.read(node, name, &reader).map { [$0] }
            }
            return nodes.compactMap { element.read($0, name, &reader) }
        }
    }
}

extension ValueFormat where Value == FailurePolicy {
    /// Conditions with commas between them, or a list of them.
    static var failurePolicy: ValueFormat {
        ValueFormat<[FailurePolicy]>.oneOrMore(.failureCondition).map { policies in
            FailurePolicy(policies.flatMap(\.conditions))
        }
    }

    private static var failureCondition: ValueFormat {
        let condition = "(any|all|quorum:(100|[0-9]{1,2})([.][0-9]+)?%|dead:[1-9][0-9]{0,3})"
        let schema = JSONValue.pattern("^(none|\(condition)(, *\(condition))*)$")
        return scalar(FailurePolicy.expects, schema: schema) { text, _ throws(InvalidValue) in
            do throws(FailurePolicy.Mistake) {
                return try FailurePolicy(text.value)
            } catch {
                throw InvalidValue(error.advice)
            }
        }
    }
}
