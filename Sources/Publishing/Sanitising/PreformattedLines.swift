import WebText

/// Puts line breaks where blocks begin and end in a preformatted text, as only what runs with the text may stand in one:
/// many sites write each line of a program as a `div` or a list item.
struct PreformattedLines {
    private var isAtLineStart = true
    private var needsBreak = false

    /// The same nodes, where there is no block among them.
    static func broken(_ nodes: [HTMLNode]) -> [HTMLNode] {
        guard BlockBuilder.holdsBlock(nodes) else { return nodes }
        var lines = PreformattedLines()
        return lines.read(nodes)
    }

    private mutating func read(_ nodes: [HTMLNode]) -> [HTMLNode] {
        var result: [HTMLNode] = []
        for (index, node) in nodes.enumerated() {
            let before = index > 0 ? nodes[index - 1] : nil
            let after = index + 1 < nodes.count ? nodes[index + 1] : nil
            if !Self.isIndentation(node, before, after) { result += read(node) }
        }
        return result
    }

    /// Whether a text is the white space between blocks, with which their writer set out the markup.
    private static func isIndentation(_ node: HTMLNode, _ before: HTMLNode?, _ after: HTMLNode?) -> Bool {
        guard case .text(let text) = node, text.utf8.allSatisfy(\.isBlank) else { return false }
        let neighbours = [before, after].compactMap(\.self)
        return !neighbours.isEmpty && neighbours.allSatisfy(isBlock)
    }

    private mutating func read(_ node: HTMLNode) -> [HTMLNode] {
        guard case .element(let name, let given, let children) = node else { return [.text(line(node.text))] }
        switch Allowlist.treatment(of: name) {
        case .drop: return [node]
        case .media, .picture, .formula, .become(.image), .become(.lineBreak):
            let start = takeBreak(beforeBreak: false)
            isAtLineStart = name == "br"
            return [.text(start), node]
        case .become(.td), .become(.th):
            let isApart = !isAtLineStart && !needsBreak
            return (isApart ? [.text(" ")] : []) + [.element(name: name, attributes: given, children: read(children))]
        case .box, .unwrap, .become:
            if Self.isBlock(node) { endLine() }
            let inner = read(children)
            if Self.isBlock(node) { endLine() }
            return [.element(name: name, attributes: given, children: inner)]
        }
    }

    private static func isBlock(_ node: HTMLNode) -> Bool {
        guard case .element(let name, _, _) = node else { return false }
        switch Allowlist.treatment(of: name) {
        case .box: return true
        case .become(let tag): return tag.kind != .inline && tag != .td && tag != .th
        case .drop, .unwrap, .media, .picture, .formula: return false
        }
    }

    private mutating func endLine() {
        if !isAtLineStart { needsBreak = true }
    }

    /// The text with the line break before it that it needs.
    private mutating func line(_ text: String) -> String {
        guard let last = text.utf8.last else { return "" }
        let start = takeBreak(beforeBreak: text.utf8.first == ASCII.lineFeed)
        isAtLineStart = last == ASCII.lineFeed
        return start + text
    }

    private mutating func takeBreak(beforeBreak: Bool) -> String {
        defer { needsBreak = false }
        return needsBreak && !beforeBreak ? "\n" : ""
    }
}
