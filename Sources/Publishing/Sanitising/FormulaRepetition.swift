import WebText

/// What stands beside a formula in MathML to draw it where that is not known: pictures, and letters put in their places.
enum FormulaRepetition {
    /// The nodes without those that are hidden from screen readers and stand behind a formula, as the programs that write
    /// both have it.
    static func removed(from nodes: [HTMLNode]) -> [HTMLNode] {
        guard nodes.contains(where: isHidden) else { return nodes }
        var hasFormula = false
        return nodes.filter { node in
            if hasFormula, isHidden(node) { return false }
            hasFormula = hasFormula || holdsFormula(node)
            return true
        }
    }

    private static func isHidden(_ node: HTMLNode) -> Bool {
        guard case .element(_, let given, _) = node else { return false }
        return given["aria-hidden"] == "true"
    }

    private static func holdsFormula(_ node: HTMLNode) -> Bool {
        guard case .element(let name, _, let children) = node else { return false }
        switch Allowlist.treatment(of: name) {
        case .formula: return true
        case .become, .box, .unwrap, .drop, .media, .picture: return children.contains(where: holdsFormula)
        }
    }
}
