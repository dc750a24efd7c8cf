/// A node of a formula in MathML, of its presentation elements alone.
package indirect enum MathNode: Sendable, Hashable {
    case text(String)
    case element(MathElement, attributes: [Attribute] = [], children: [MathNode])

    /// Whether it is an element, or text that is not white space alone.
    package var isVisible: Bool {
        guard case .text(let text) = self else { return true }
        return !text.allSatisfy(\.isWhitespace)
    }

    package struct Attribute: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}

/// The presentation elements (MathML Core, and of MathML 3 what browsers read): none of them holds HTML, leads anywhere or
/// does anything.
package enum MathElement: String, Sendable, Hashable, CaseIterable {
    case math, mrow, mi, mn, mo, ms, mtext, mspace, mfrac, msqrt, mroot, msub, msup, msubsup, munder, mover, munderover
    case mmultiscripts, mprescripts, mtable, mtr, mtd, mstyle, mpadded, mphantom, merror, menclose

    /// Whether its content is text.
    package var isToken: Bool {
        switch self {
        case .mi, .mn, .mo, .ms, .mtext: true
        default: false
        }
    }

    /// The element of a name, with or without the prefix that journals write.
    package init?(named name: String) {
        guard let element = Self.byName[Self.local(name)] else { return nil }
        self = element
    }

    /// Names that stand for others: labelled rows, empty scripts.
    private static let byName: [String: MathElement] = {
        var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
        names["mlabeledtr"] = .mtr
        names["none"] = .mrow
        names["mfenced"] = .mrow
        return names
    }()

    /// Whether an element of a name has brackets and separators that its attributes say.
    package static func isFenced(_ name: String) -> Bool { local(name) == "mfenced" }

    /// The children of an element of a name, with the brackets and separators that its attributes say in place of operators
    /// (MathML 3 §3.3.8).
    package static func fenced(
        _ children: [MathNode], in name: String, _ given: (String) -> String?
    ) -> [MathNode] {
        guard isFenced(name) else { return children }
        let sign = { (text: String) -> [MathNode] in
            let text = PlainText.line(text)
            return text.isEmpty ? [] : [.element(.mo, children: [.text(text)])]
        }
        let separators = (given("separators") ?? ",").filter { !$0.isWhitespace }.map(String.init)
        var parts: [MathNode] = []
        for (index, child) in children.filter(\.isVisible).enumerated() {
            if index > 0, let last = separators.last {
                parts += sign(index <= separators.count ? separators[index - 1] : last)
            }
            parts.append(child)
        }
        return sign(given("open") ?? "(") + parts + sign(given("close") ?? ")")
    }

    /// A name without the prefixes `mml:` and `m:`.
    package static func local(_ name: String) -> String {
        for prefix in ["mml:", "m:"] where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.utf8.count)) }
        return name
    }

    /// Elements of MathML with whose content nothing is lost: the same formula once more, in another notation.
    package static func isRepetition(_ name: String) -> Bool {
        ["annotation", "annotation-xml"].contains(local(name))
    }
}
