import Yams

/// Turns what Yams read into our nodes: follows aliases, applies merge keys, bounds depth and size.
struct TreeBuilder {
    let masked: MaskedYAML
    private var anchors: [String: Node] = [:]
    private var nodesLeft = Self.mostNodes

    /// The most levels of lists and mappings; a configuration needs six.
    static let mostLevels = 32
    /// The most nodes, those that aliases repeat included: some ten thousand sources.
    static let mostNodes = 500_000

    init(masked: MaskedYAML) {
        self.masked = masked
    }

    mutating func build(_ node: Yams.Node, level: Int = 1, _ reader: inout ConfigurationReader) -> Node {
        let position = Self.position(of: node)
        guard level <= Self.mostLevels + 1 else {
            return broken(
                "nested deeper than \(Self.mostLevels) levels; nothing in the configuration is", position, &reader)
        }
        guard isPlainTag(node) else {
            return broken("tags such as `!name` mean nothing here; remove it", position, &reader)
        }
        let built =
            switch node {
            case .scalar(let scalar): follow(scalar, position, &reader)
            case .sequence(let list): Node(content: .list(nodes(of: list, level, &reader)), position: position)
            case .mapping(let mapping):
                Node(content: .mapping(members(of: mapping, level, &reader)), position: position)
            case .alias: broken("an alias cannot stand here", position, &reader)
            }
        if let anchor = node.anchor { anchors[anchor.rawValue] = built }
        return spend(1, built, position, &reader)
    }

    private mutating func nodes(of list: Yams.Node.Sequence, _ level: Int, _ reader: inout ConfigurationReader)
        -> [Node]
    {
        var nodes: [Node] = []
        for node in list { nodes.append(build(node, level: level + 1, &reader)) }
        return nodes
    }

    private mutating func members(
        of mapping: Yams.Node.Mapping, _ level: Int, _ reader: inout ConfigurationReader
    ) -> [Node.Member] {
        var own: [Node.Member] = []
        var firstPositions: [String: FilePosition] = [:]
        var merged: [Node] = []
        for (key, value) in mapping {
            let position = Self.position(of: key)
            guard case .scalar(let scalar) = key else {
                reader.report("a key is a word; a list or a mapping cannot be one", at: position)
                continue
            }
            guard !isAlias(scalar) else {
                reader.report("a key that begins with `*` needs quotes", at: position)
                continue
            }
            let name = masked.restore(scalar.string)
            let node = build(value, level: level + 1, &reader)
            if name == "<<", scalar.style == .plain {
                merged += mergeable(node, &reader)
            } else if let first = firstPositions[name] {
                reader.report("\(quoted(name)) stands here and on line \(first.line); keep one", at: position)
            } else {
                firstPositions[name] = position
                own.append(Node.Member(key: name, keyPosition: position, value: node))
            }
        }
        return Self.merge(own, merged)
    }

    /// The mappings that a merge key names: one, or a list of them.
    private func mergeable(_ node: Node, _ reader: inout ConfigurationReader) -> [Node] {
        switch node.content {
        case .mapping: return [node]
        case .list(let nodes): return nodes.flatMap { mergeable($0, &reader) }
        case .broken: return []
        case .nothing, .text:
            reader.report("`<<` takes in a mapping by its anchor, as in `<<: *name`", at: node.position)
            return []
        }
    }

    /// A mapping's own keys stand before merged ones, and earlier merged mappings before later ones.
    private static func merge(_ own: [Node.Member], _ merged: [Node]) -> [Node.Member] {
        guard !merged.isEmpty else { return own }
        var members = own
        var known = Set(own.map(\.key))
        for node in merged {
            guard case .mapping(let further) = node.content else { continue }
            members += further.filter { known.insert($0.key).inserted }
        }
        return members
    }

    private mutating func follow(
        _ scalar: Yams.Node.Scalar, _ position: FilePosition, _ reader: inout ConfigurationReader
    ) -> Node {
        guard isAlias(scalar) else { return Node(content: Self.content(of: scalar, masked), position: position) }
        let name = String(masked.restore(scalar.string).dropFirst())
        guard name.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil else {
            return broken(
                "a value that begins with `*` needs quotes; in YAML the star points to an anchor", position, &reader)
        }
        guard let target = anchors[name] else {
            return broken(
                "there is no anchor `&\(name)` before this; define it first, or put the value in quotes", position,
                &reader)
        }
        return spend(target.size, target, position, &reader)
    }

    private func isAlias(_ scalar: Yams.Node.Scalar) -> Bool {
        scalar.style == .plain && scalar.string.unicodeScalars.first == masked.star
    }

    private static func content(of scalar: Yams.Node.Scalar, _ masked: MaskedYAML) -> Node.Content {
        if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return .nothing }
        return .text(masked.restore(scalar.string))
    }

    /// Standard tags such as `!!str` change nothing, as every value is read as what its key asks for.
    private func isPlainTag(_ node: Yams.Node) -> Bool {
        let tag = node.tag.rawValue
        return tag.isEmpty || tag == "!" || tag.hasPrefix("tag:yaml.org,2002:")
    }

    private mutating func spend(
        _ nodes: Int, _ node: Node, _ position: FilePosition, _ reader: inout ConfigurationReader
    ) -> Node {
        let hadSome = nodesLeft > 0
        nodesLeft -= nodes
        guard nodesLeft <= 0 else { return node }
        guard hadSome else { return .broken(at: position) }
        return broken(
            "the file grows beyond \(Self.mostNodes) values, aliases included; make it smaller", position, &reader)
    }

    private func broken(_ message: String, _ position: FilePosition, _ reader: inout ConfigurationReader) -> Node {
        reader.report(message, at: position)
        return .broken(at: position)
    }

    private static func position(of node: Yams.Node) -> FilePosition {
        FilePosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
