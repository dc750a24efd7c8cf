import WebText

/// A path into a JSON document: dotted names with optional indexes, and alternatives.
///
/// `data.children[0].title` steps down; `a|b` is the first that is there and not empty; a name with a dot is quoted:
/// `"dc.title"`; an empty path is the root. Anything that is not there gives `null`.
struct JSONPath: Sendable, Hashable {
    private let alternatives: [[Step]]

    private enum Step: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    init(_ text: String) {
        alternatives = Self.split(text, at: "|").map { Self.steps($0) }
    }

    func value(in root: JSONValue) -> JSONValue {
        for steps in alternatives {
            let found = steps.reduce(root) { value, step in
                switch step {
                case .name(let name): value[name]
                case .index(let index): value[index]
                }
            }
            if !found.isNull, found != .string("") { return found }
        }
        return .null
    }

    private static func steps(_ path: String) -> [Step] {
        split(path, at: ".").flatMap { part -> [Step] in
            var name = part.trimmingSpaces
            var indexes: [Step] = []
            while name.hasSuffix("]"), let open = name.lastIndex(of: "["),
                let index = Int(name[name.index(after: open)...].dropLast())
            {
                indexes.insert(.index(index), at: 0)
                name = String(name[..<open])
            }
            if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
                name = String(name.dropFirst().dropLast())
            }
            return (name.isEmpty ? [] : [.name(name)]) + indexes
        }
    }

    /// Splits outside of quotation marks.
    private static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == separator, !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
