import WebText

/// Where in a JSON document a value stands, or how it is put together: a path, a template, or several of them as
/// alternatives.
///
/// `data.children[0].title` steps down; a name with a dot is quoted: `"dc.title"`; `https://example.org/{id}` is a
/// template, whose braces hold paths; `a|b` is the first of the two that gives something; an empty path is the root.
struct JSONPath: Sendable, Hashable {
    enum Step: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    enum Part: Sendable, Hashable {
        case text(String)
        case value(JSONPath)
    }

    enum Alternative: Sendable, Hashable {
        case steps([Step])
        case template([Part])
    }

    private let alternatives: [Alternative]

    init(_ alternatives: [Alternative]) {
        self.alternatives = alternatives
    }

    /// The path that a text says; one that is none, which the reader of the configuration refuses, leads nowhere.
    init(_ text: String) {
        guard !text.isEmpty else {
            alternatives = [.steps([])]
            return
        }
        // Its mistake has been said.
        alternatives = (try? JSONPathParser.path(text).alternatives) ?? []
    }

    /// Whether it puts a text together, in one of its alternatives.
    var hasTemplate: Bool {
        alternatives.contains { if case .template = $0 { true } else { false } }
    }

    /// The value of the first alternative that is there and not empty; `null` where none is.
    func value(in root: JSONValue) -> JSONValue {
        first(in: root) { $0.isNull ? nil : $0 } ?? .null
    }

    /// What `read` makes of the first alternative of which it makes something; of a text that says nothing, nothing is made.
    func first<Value>(in root: JSONValue, _ read: (JSONValue) -> Value?) -> Value? {
        for alternative in alternatives {
            let found: JSONValue =
                switch alternative {
                case .steps(let steps): Self.follow(steps, from: root)
                case .template(let parts): Self.fill(parts, from: root).map { .string($0) } ?? .null
                }
            if !found.isBlankText, let value = read(found) { return value }
        }
        return nil
    }

    private static func follow(_ steps: [Step], from root: JSONValue) -> JSONValue {
        steps.reduce(root) { value, step in
            switch step {
            case .name(let name): value[name]
            case .index(let index): value[index]
            }
        }
    }

    /// The text of a template; `nil` where a value is missing. In an address, what would end its path or its parameter is
    /// escaped.
    private static func fill(_ parts: [Part], from root: JSONValue) -> String? {
        var result = ""
        var isAddress = false
        for part in parts {
            switch part {
            case .text(let text):
                isAddress = isAddress || result.isEmpty && text.hasPrefix("http")
                result += text
            case .value(let path):
                guard let text = path.first(in: root, \.text) else { return nil }
                let kept: PercentEncoding.Kept = result.contains("?") ? .onlyUnreserved : .path
                result += isAddress ? PercentEncoding.encoded(text[...], keeping: kept) : text[...]
            }
        }
        return result
    }
}

extension JSONValue {
    /// Whether it is a text that says nothing.
    fileprivate var isBlankText: Bool {
        if case .string(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
    }
}
