/// The rows of a table as a source has them, sorted into what HTML lets stand in one.
struct TableRows {
    /// The first caption's content.
    private(set) var caption: [HTMLNode] = []
    /// What stands in the table, but in no cell of it.
    private(set) var strays: [HTMLNode] = []
    private(set) var sections: [Section] = []

    struct Section {
        let tag: AllowedElement
        var rows: [[HTMLNode]]
    }

    init(_ nodes: [HTMLNode]) {
        read(nodes, section: .tbody)
        // HTML wants the head first and the foot last.
        sections = [AllowedElement.thead, .tbody, .tfoot].compactMap { tag -> Section? in
            let rows = sections.filter { $0.tag == tag }.flatMap(\.rows)
            return rows.contains { !$0.isEmpty } ? Section(tag: tag, rows: Self.withoutEmpty(rows)) : nil
        }
    }

    var hasColumns: Bool { sections.contains { $0.rows.contains { $0.count > 1 } } }

    var cells: [HTMLNode] { sections.flatMap { $0.rows.joined() } }

    private mutating func read(_ nodes: [HTMLNode], section: AllowedElement) {
        for node in nodes {
            guard case .element(let name, _, let children) = node else {
                if case .text(let text) = node, !text.allSatisfy(\.isWhitespace) { strays.append(node) }
                continue
            }
            switch name {
            case "caption": caption = caption.isEmpty ? children : caption
            case "thead": read(children, section: .thead)
            case "tbody": read(children, section: .tbody)
            case "tfoot": read(children, section: .tfoot)
            case "tr": add(row: children, to: section)
            case "td", "th": add(row: [node], to: section)
            case "col", "colgroup": continue
            // A form or a box around rows.
            case _ where Self.holdsRow(children): read(children, section: section)
            default: strays.append(node)
            }
        }
    }

    private mutating func add(row: [HTMLNode], to section: AllowedElement) {
        let cells = row.filter(Self.isCell)
        strays += row.filter { node in
            if case .text(let text) = node { return !text.allSatisfy(\.isWhitespace) }
            return !Self.isCell(node)
        }
        if sections.last?.tag == section {
            sections[sections.count - 1].rows.append(cells)
        } else {
            sections.append(Section(tag: section, rows: [cells]))
        }
    }

    /// Without rows that have no cell; these count only where a cell reaches down into them.
    private static func withoutEmpty(_ rows: [[HTMLNode]]) -> [[HTMLNode]] {
        let reachesDown = rows.joined().contains { node in
            guard case .element(_, let given, _) = node else { return false }
            return given["rowspan"] != nil
        }
        return reachesDown ? rows : rows.filter { !$0.isEmpty }
    }

    private static func isCell(_ node: HTMLNode) -> Bool {
        guard case .element(let name, _, _) = node else { return false }
        return name == "td" || name == "th"
    }

    private static func holdsRow(_ nodes: [HTMLNode]) -> Bool {
        nodes.contains { node in
            guard case .element(let name, _, _) = node else { return false }
            return ["tr", "tbody", "thead", "tfoot", "td", "th"].contains(name)
        }
    }
}
