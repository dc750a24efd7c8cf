/// Ruby annotations (WHATWG HTML §4.5.10) with the parentheses that show the reading where ruby is not known.
struct RubyBuilder {
    private let inline: InlineBuilder
    private let depth: Int
    private let ancestors: Set<AllowedElement>
    private var parts: [Fragment] = []

    init(_ inline: InlineBuilder, depth: Int, within ancestors: Set<AllowedElement>) {
        self.inline = inline
        self.depth = depth
        self.ancestors = ancestors.union([.ruby])
    }

    /// What stands in a `ruby` element, each reading behind its base.
    consuming func fragments(of nodes: [HTMLNode]) -> [Fragment] {
        read(nodes)
        return parts
    }

    private mutating func read(_ nodes: [HTMLNode]) {
        for node in nodes {
            guard case .element(let name, _, let children) = node, Self.names.contains(name) else {
                parts += inline.fragments(of: node, depth: depth, within: ancestors)
                continue
            }
            switch name {
            // The parentheses of the source; their end tag may be missing, so that the reading stands in them.
            case "rp": read(children.filter(Self.isPart))
            case "rt": readReading(children)
            default: read(children)
            }
        }
    }

    private mutating func readReading(_ children: [HTMLNode]) {
        let rest = children.drop { !Self.isPart($0) }
        let reading = inline.fragments(
            of: Array(children.prefix(children.count - rest.count)), depth: depth, within: ancestors)
        if !InlineBuilder.isBlank(reading) {
            parts.append(.element(.init(tag: .rp, children: [.text("(")])))
            parts.append(.element(.init(tag: .rt, children: reading)))
            parts.append(.element(.init(tag: .rp, children: [.text(")")])))
        }
        // The end tag was missing.
        read(Array(rest))
    }

    private static func isPart(_ node: HTMLNode) -> Bool {
        guard case .element(let name, _, _) = node else { return false }
        return names.contains(name)
    }

    private static let names: Set<String> = ["rb", "rp", "rt", "rtc"]
}
