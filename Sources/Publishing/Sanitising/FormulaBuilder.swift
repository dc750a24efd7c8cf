import WebText

/// Turns the MathML of a source into a formula that may be published: presentation elements with text in them, and
/// attributes whose values are checked one by one. What is no such element loses its tags.
enum FormulaBuilder {
    /// Deeper elements lose their tags: no formula needs them.
    private static let deepest = 32

    /// The formula of a `math` element; `nil` where there is nothing to see of it.
    static func formula(_ given: [String: String], _ children: [HTMLNode]) -> Formula? {
        let nodes = nodes(children, depth: 0)
        let isBlock = given["display"]?.lowercased() == "block"
        let formula = Formula(nodes: nodes, isBlock: isBlock)
        return PlainText.isVisible(formula.text) ? formula : nil
    }

    private static func nodes(_ nodes: [HTMLNode], depth: Int) -> [MathNode] {
        nodes.flatMap { node -> [MathNode] in
            switch node {
            // Between elements there is white space, or text that its writer has put into none.
            case .text(let text): self.text(text).map { [.element(.mtext, children: [.text($0)])] } ?? []
            case .element(let name, let given, let children): element(name, given, children, depth: depth)
            }
        }
    }

    private static func element(
        _ name: String, _ given: [String: String], _ children: [HTMLNode], depth: Int
    ) -> [MathNode] {
        if MathElement.isRepetition(name) || Allowlist.treatment(of: name).isDrop { return [] }
        guard let element = MathElement(named: name), element != .math, depth < deepest else {
            return nodes(children, depth: depth + 1)
        }
        let attributes = attributes(of: element, from: given)
        guard element.isToken else {
            let inner = MathElement.fenced(nodes(children, depth: depth + 1), in: name) { given[$0] }
            return [.element(element, attributes: attributes, children: inner)]
        }
        let text = text(of: children)
        return [.element(element, attributes: attributes, children: text.isEmpty ? [] : [.text(text)])]
    }

    /// Of elements within a token, which a browser would read as HTML, only the text stays.
    private static func text(of nodes: [HTMLNode]) -> String {
        PlainText.line(
            nodes.map { node in
                switch node {
                case .text(let text): text
                case .element(let name, _, let children):
                    Allowlist.treatment(of: name).isDrop ? "" : text(of: children)
                }
            }.joined())
    }

    private static func text(_ text: String) -> String? {
        let line = PlainText.line(text)
        return line.isEmpty ? nil : line
    }

    // MARK: Attributes

    private static func attributes(of element: MathElement, from given: [String: String]) -> [MathNode.Attribute] {
        allowed(element).compactMap { name, values in
            guard let value = given[name]?.lowercased().filter({ !$0.isWhitespace }), values.allow(value) else {
                return nil
            }
            return MathNode.Attribute(name: name, value: value)
        }
    }

    private enum Values {
        case words([String])
        case length

        func allow(_ value: String) -> Bool {
            switch self {
            case .words(let words): words.contains(value)
            case .length: !value.isEmpty && Self.isLength(value)
            }
        }

        /// Two digits at the most: a formula must not cover the page.
        private static func isLength(_ value: String) -> Bool {
            let unit = ["em", "ex", "px", "pt"].first(where: value.hasSuffix) ?? ""
            let parts = value.dropLast(unit.count).split(separator: ".", omittingEmptySubsequences: false)
            guard parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }), parts.count < 3 else { return false }
            return parts[0].count <= 2 && (parts.count == 1 || (1...3).contains(parts[1].count))
        }
    }

    private static func allowed(_ element: MathElement) -> [(String, Values)] {
        let flag = Values.words(["true", "false"])
        return switch element {
        case .mi: [("mathvariant", .words(["normal"]))]
        case .mo: [("form", .words(["prefix", "infix", "postfix"])), ("stretchy", flag)]
        case .mfrac: [("linethickness", .length)]
        case .mspace: [("width", .length)]
        case .mover, .munder, .munderover: [("accent", flag)]
        default: []
        }
    }
}
