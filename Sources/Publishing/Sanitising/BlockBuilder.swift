/// Sorts nodes into blocks: a run of text becomes a paragraph, a box only sets its content apart.
struct BlockBuilder {
    private let inline: InlineBuilder
    private let depth: Int
    /// What stands around the blocks that are read, a link or an emphasis, and is put into each: the outermost first.
    private var around: [Fragment.Element]
    private var blocks: [Fragment] = []
    private var run: [Fragment] = []

    /// More elements around blocks say nothing more.
    static let mostAround = 6

    init(_ inline: InlineBuilder, depth: Int = 0, around: [Fragment.Element] = []) {
        self.inline = inline
        self.depth = depth
        self.around = around
    }

    /// What was read, as blocks. `wrapsText`: whether text alone becomes a paragraph as well; not in a list item or a
    /// cell.
    consuming func finish(wrapsText: Bool) -> [Fragment] {
        guard wrapsText || !blocks.isEmpty else { return wrapped(Self.trimmed(run)) }
        endRun()
        return blocks
    }

    mutating func read(_ nodes: [HTMLNode]) {
        for node in inline.readable(nodes) { read(node) }
    }

    private mutating func read(_ node: HTMLNode) {
        guard case .element(let name, let given, let children) = node else {
            run += fragments(of: node)
            return
        }
        switch Allowlist.treatment(of: name) {
        case .drop: return
        case .box:
            endRun()
            read(children)
            endRun()
        case .unwrap where Self.holdsBlock(children):
            endRun()
            read(children)
            endRun()
        case .media:
            let link = inline.link(toMedia: name, given, children, within: [])
            let content = EmbeddedMedia.content(of: children, isLinked: !link.isEmpty)
            guard !link.isEmpty || !content.isEmpty else { return }
            endRun()
            append(.paragraph, [], Self.trimmed(link))
            read(content)
            endRun()
        case .unwrap, .picture, .formula: run += fragments(of: node)
        case .become(let tag):
            if tag.kind == .inline, !Self.holdsBlock(children) {
                run += fragments(of: node)
            } else {
                endRun()
                if tag.kind == .inline { read(children, in: tag, given) } else { read(tag, given, children) }
                endRun()
            }
        }
    }

    private func fragments(of node: HTMLNode) -> [Fragment] {
        inline.fragments(of: node, depth: depth, within: Set(around.map(\.tag)))
    }

    private func fragments(of nodes: [HTMLNode], depth: Int, in tag: AllowedElement? = nil) -> [Fragment] {
        let outer = around.map(\.tag) + [tag].compactMap(\.self)
        return inline.fragments(of: nodes, depth: depth, within: Set(outer))
    }

    /// A link or an emphasis around blocks: the blocks stay, and it stands in each of them.
    private mutating func read(_ children: [HTMLNode], in tag: AllowedElement, _ given: [String: String]) {
        guard around.count < Self.mostAround, !around.contains(where: { $0.tag == tag }),
            let element = inline.element(aroundBlocks: tag, given)
        else { return read(children) }
        around.append(element)
        read(children)
        endRun()
        around.removeLast()
    }

    private func wrapped(_ fragments: [Fragment]) -> [Fragment] {
        guard !around.isEmpty, !InlineBuilder.isBlank(fragments) else { return fragments }
        return around.reversed().reduce(fragments) { inner, element in
            [.element(.init(tag: element.tag, attributes: element.attributes, children: inner))]
        }
    }

    private mutating func read(_ tag: AllowedElement, _ given: [String: String], _ children: [HTMLNode]) {
        guard depth < InlineBuilder.deepest else { return read(children) }
        let attributes = Allowlist.attributes(of: tag, from: given)
        switch tag {
        case .paragraph where Self.holdsBlock(children): read(children)
        case .horizontalRule: blocks.append(.element(.init(tag: tag)))
        case .ul, .ol: append(tag, attributes, items(children))
        case .table: readTable(children)
        case .figure: readFigure(attributes, children)
        case .blockquote: append(tag, attributes, nested(children, wrapsText: true))
        case .pre:
            let lines = fragments(of: PreformattedLines.broken(children), depth: depth + 1, in: .pre)
            append(tag, attributes, wrapped(Self.withoutFirstLineBreak(lines)))
        case .paragraph, .heading4, .heading5, .heading6:
            append(tag, attributes, wrapped(Self.trimmed(fragments(of: children, depth: depth + 1))))
        default: read(children)
        }
    }

    private mutating func append(_ tag: AllowedElement, _ attributes: [Fragment.Attribute], _ children: [Fragment]) {
        guard !InlineBuilder.isBlank(children) else { return }
        blocks.append(.element(.init(tag: tag, attributes: attributes, children: children)))
    }

    private mutating func endRun() {
        append(.paragraph, [], wrapped(Self.trimmed(run)))
        run = []
    }

    private func nested(_ nodes: [HTMLNode], wrapsText: Bool) -> [Fragment] {
        var builder = BlockBuilder(inline, depth: depth + 1, around: around)
        builder.read(nodes)
        return builder.finish(wrapsText: wrapsText)
    }

    /// The items of a list; what stands in it without being one, a list in a list above all, becomes one.
    private func items(_ nodes: [HTMLNode]) -> [Fragment] {
        nodes.compactMap { node in
            var content = [node]
            var attributes: [Fragment.Attribute] = []
            if case .element("li", let given, let children) = node {
                content = children
                attributes = Allowlist.attributes(of: .li, from: given)
            }
            let inner = nested(content, wrapsText: false)
            return InlineBuilder.isBlank(inner)
                ? nil : .element(.init(tag: .li, attributes: attributes, children: inner))
        }
    }

    /// A figure with its caption. The caption of a picture that is not shown says nothing, and goes with it; that of
    /// something else stays.
    private mutating func readFigure(_ attributes: [Fragment.Attribute], _ nodes: [HTMLNode]) {
        let place = nodes.firstIndex { $0.isElement("figcaption") }
        var rest = nodes
        var caption: [Fragment] = []
        if let place, case .element(_, _, let words) = rest.remove(at: place) {
            caption = wrapped(Self.trimmed(fragments(of: words, depth: depth + 2)))
        }
        let content = nested(rest, wrapsText: false)
        guard !InlineBuilder.isBlank(content) else {
            return Self.holdsPicture(rest) ? () : append(.paragraph, [], caption)
        }
        guard !InlineBuilder.isBlank(caption) else { return append(.figure, attributes, content) }
        let words = Fragment.element(.init(tag: .figcaption, children: caption))
        let isAbove = rest.prefix(place ?? 0).allSatisfy { !$0.isElement }
        append(.figure, attributes, isAbove ? [words] + content : content + [words])
    }

    private static func holdsPicture(_ nodes: [HTMLNode]) -> Bool {
        nodes.contains { node in
            guard case .element(let name, _, let children) = node else { return false }
            return ["img", "picture", "amp-img", "svg"].contains(name) || holdsPicture(children)
        }
    }

    /// A table with more than one column; one with a single column was made to place things, and is undone. That is
    /// decided before the cells are read: read twice at each level, tables in tables would cost twice as much with each.
    private mutating func readTable(_ nodes: [HTMLNode]) {
        let table = TableRows(nodes)
        read(table.strays)
        endRun()
        guard table.hasColumns else { return undo(table) }
        let caption = wrapped(Self.trimmed(fragments(of: table.caption, depth: depth + 1)))
        let head: [Fragment] = InlineBuilder.isBlank(caption) ? [] : [.element(.init(tag: .caption, children: caption))]
        append(.table, [], head + table.sections.map(section))
    }

    private mutating func undo(_ table: TableRows) {
        read(table.caption)
        endRun()
        for case .element(_, _, let children) in table.cells {
            read(children)
            endRun()
        }
    }

    private func section(_ section: TableRows.Section) -> Fragment {
        let rows = section.rows.enumerated().map { index, cells in
            Fragment.element(.init(tag: .tr, children: self.cells(cells, rowsLeft: section.rows.count - index)))
        }
        return .element(.init(tag: section.tag, children: rows))
    }

    private func cells(_ nodes: [HTMLNode], rowsLeft: Int) -> [Fragment] {
        nodes.compactMap { node in
            guard case .element(let name, let given, let children) = node else { return nil }
            return .element(
                .init(
                    tag: name == "th" ? .th : .td, attributes: CellSpan.attributes(from: given, rowsLeft: rowsLeft),
                    children: nested(children, wrapsText: false)))
        }
    }

    static func holdsBlock(_ nodes: [HTMLNode]) -> Bool {
        nodes.contains { node in
            guard case .element(let name, _, let children) = node else { return false }
            switch Allowlist.treatment(of: name) {
            case .drop, .picture, .formula: return false
            case .box, .media: return true
            case .become(let tag) where tag.kind != .inline: return true
            case .become, .unwrap: return holdsBlock(children)
            }
        }
    }

    /// Without the line breaks and spaces at both ends.
    private static func trimmed(_ fragments: [Fragment]) -> [Fragment] {
        guard let first = fragments.firstIndex(where: { !isSpace($0) }),
            let last = fragments.lastIndex(where: { !isSpace($0) })
        else { return [] }
        var result = Array(fragments[first...last])
        if let text = result.first?.text { result[0] = .text(String(text.drop { $0 == " " })) }
        if var text = result.last?.text {
            while text.last == " " { text.removeLast() }
            result[result.count - 1] = .text(text)
        }
        return result
    }

    /// A line break that follows `<pre>` at once is no part of the text: browsers leave it out, libxml2 does not.
    private static func withoutFirstLineBreak(_ fragments: [Fragment]) -> [Fragment] {
        guard case .text(let text)? = fragments.first, text.utf8.first == UInt8(ascii: "\n") else { return fragments }
        return [.text(String(text.unicodeScalars.dropFirst()))] + fragments.dropFirst()
    }

    private static func isSpace(_ fragment: Fragment) -> Bool {
        switch fragment {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .formula: false
        case .element(let element): element.tag == .lineBreak
        }
    }
}
