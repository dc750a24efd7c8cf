/// Formulas on one line of plain text: 1/2, e^(kt), √(a+b).
package enum MathText {
    /// What stands between the tags of a formula.
    package static func text(of nodes: [MathNode]) -> String {
        PlainText.line(nodes.map(text).joined())
    }

    private static func text(_ node: MathNode) -> String {
        switch node {
        case .text(let text): visible(text)
        case .element(let element, _, let children): text(element, children.filter(\.isVisible))
        }
    }

    private static func text(_ element: MathElement, _ children: [MathNode]) -> String {
        switch element {
        case .mi, .mn, .ms, .mtext: children.map(text).joined()
        case .mo: spaced(children.map(text).joined())
        case .mspace: " "
        case .mphantom, .mprescripts: ""
        case .mfrac: joined(children, by: ["/"])
        case .msub, .munder: joined(children, by: ["_"])
        case .msup: joined(children, by: ["^"])
        case .mover: accented(children)
        case .msubsup, .munderover: joined(children, by: ["_", "^"])
        case .msqrt: "√" + operand(children)
        case .mroot: children.count > 1 ? "√[\(text(children[1]))]" + operand([children[0]]) : operand(children)
        case .mtable: children.map(text).joined(separator: "; ")
        case .mtr: children.map(text).joined(separator: ", ")
        case .math, .mrow, .mtd, .mstyle, .mpadded, .merror, .menclose, .mmultiscripts: children.map(text).joined()
        }
    }

    /// Operands with a sign between each two; what follows the last sign follows.
    private static func joined(_ children: [MathNode], by signs: [String]) -> String {
        var result = ""
        for (index, child) in children.enumerated() {
            if index > 0, index <= signs.count { result += signs[index - 1] }
            result += operand([child])
        }
        return result
    }

    /// A letter with a bar or an arrow over it is the letter; a limit is written as a power is.
    private static func accented(_ children: [MathNode]) -> String {
        guard children.count == 2, case .element(.mo, _, _) = children[1] else { return joined(children, by: ["^"]) }
        return text(children[0])
    }

    /// In parentheses unless it is a single number, name or sign, or stands in some already.
    private static func operand(_ nodes: [MathNode]) -> String {
        let text = nodes.map(text).joined().trimmingSpaces
        let isSimple = text.count == 1 || text.allSatisfy { $0.isNumber || $0 == "." || $0 == "," } || isToken(nodes)
        let isEnclosed = text.first == "(" && text.last == ")" && !text.dropFirst().dropLast().contains("(")
        return isSimple || isEnclosed ? text : "(\(text))"
    }

    private static func isToken(_ nodes: [MathNode]) -> Bool {
        guard nodes.count == 1, case .element(let element, _, let children) = nodes[0] else { return nodes.isEmpty }
        if element.isToken { return true }
        let kept = children.filter(\.isVisible)
        return [.mrow, .mstyle, .mpadded].contains(element) && kept.count == 1 && isToken(kept)
    }

    /// Relations stand apart from what they relate.
    private static func spaced(_ sign: String) -> String {
        relations.contains(sign) ? " \(sign) " : sign
    }

    private static let relations: Set<String> = ["=", "<", ">", "≠", "≤", "≥", "≈", "≡", "∼", "→", "⇒", "⇔", "∈", "∝"]

    /// Without the signs for what is not written: function application, products, commas.
    private static func visible(_ text: String) -> String {
        String(text.unicodeScalars.filter { !(0x2061...0x2064).contains($0.value) })
    }
}

extension String {
    fileprivate var trimmingSpaces: String { PlainText.line(self) }
}
