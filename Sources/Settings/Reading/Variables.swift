/// A text of the file after its variables were filled in.
struct ExpandedText: Sendable {
    /// As the user wrote it; this is what messages show.
    var raw: String
    /// With every `${NAME}` replaced by its value and every `$${` by `${`.
    var value: String
    /// The variables in it, in order.
    var names: [String] = []
    /// What they stand for.
    var values: [String] = []
}

/// Fills in `${NAME}` from the environment.
struct Variables: Sendable {
    let environment: [String: String]

    /// What is wrong with the variables of one text.
    enum Problem: Error, Hashable {
        case missing(String)
        case empty(String)
        case unreadable

        var message: String {
            switch self {
            case .missing(let name):
                "the variable `\(name)` is not set in the environment; set it before the run"
            case .empty(let name):
                "the variable `\(name)` is set in the environment, but empty; give it a value"
            case .unreadable:
                "`${` begins a variable, written `${NAME}`; write `$${` for the characters themselves"
            }
        }
    }

    func expand(_ raw: String) -> (text: ExpandedText, problems: [Problem]) {
        var text = ExpandedText(raw: raw, value: "")
        var problems: [Problem] = []
        var rest = raw[...]
        while let dollar = rest.firstIndex(of: "$") {
            text.value += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                text.value += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                let name = rest.dropFirst(2).prefix { $0 != "}" }
                rest = rest[name.endIndex...].dropFirst()
                fill(String(name), isClosed: name.endIndex < raw.endIndex, into: &text, &problems)
            } else {
                text.value += "$"
                rest = rest.dropFirst()
            }
        }
        text.value += rest
        return (text, problems)
    }

    private func fill(_ name: String, isClosed: Bool, into text: inout ExpandedText, _ problems: inout [Problem]) {
        guard isClosed, name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil else {
            if !problems.contains(.unreadable) { problems.append(.unreadable) }
            return
        }
        guard let value = environment[name] else {
            if !problems.contains(.missing(name)) { problems.append(.missing(name)) }
            return
        }
        guard !value.isEmpty else {
            if !problems.contains(.empty(name)) { problems.append(.empty(name)) }
            return
        }
        text.value += value
        text.names.append(name)
        text.values.append(value)
    }
}
