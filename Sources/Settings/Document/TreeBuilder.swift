import Yams

/// Turns what Yams read into our nodes: follows aliases, applies merge keys, bounds depth and size.
struct TreeBuilder {
    let disguise: Disguise
    private var anchors: [String: Node] = [:]
    private var nodesLeft = Self.mostNodes

    /// The most levels of lists and mappings; a configuration needs six.
    static let mostLevels = 32
    /// The most nodes, those that aliases repeat included: some ten thousand sources.
    static let mostNodes = 500_000

    init(disguise: Disguise) {
        self.disguise = disguise
    }

    mutating func build(_ node: Yams.Node, level: Int = 1, _ reading: inout Reading) -> Node {
        let place = Self.place(of: node)
        guard level <= Self.mostLevels + 1 else {
            return broken(
                "nested deeper than \(Self.mostLevels) levels; nothing in the configuration is", place, &reading)
        }
        guard isPlainTag(node) else {
            return broken("tags such as `!name` mean nothing here; remove it", place, &reading)
        }
        let built =
            switch node {
            case .scalar(let scalar): follow(scalar, place, &reading)
            case .sequence(let list): Node(content: .list(nodes(of: list, level, &reading)), place: place)
            case .mapping(let mapping):
                Node(content: .mapping(members(of: mapping, level, &reading)), place: place)
            case .alias: broken("an alias cannot stand here", place, &reading)
            }
        if let anchor = node.anchor { anchors[anchor.rawValue] = built }
        return spend(1, built, place, &reading)
    }

    private mutating func nodes(of list: Yams.Node.Sequence, _ level: Int, _ reading: inout Reading) -> [Node] {
        var nodes: [Node] = []
        for node in list { nodes.append(build(node, level: level + 1, &reading)) }
        return nodes
    }

    private mutating func members(
        of mapping: Yams.Node.Mapping, _ level: Int, _ reading: inout Reading
    ) -> [Node.Member] {
        var own: [Node.Member] = []
        var firstPlaces: [String: Place] = [:]
        var merged: [Node] = []
        for (key, value) in mapping {
            let place = Self.place(of: key)
            guard case .scalar(let scalar) = key else {
                reading.report("a key is a word; a list or a mapping cannot be one", at: place)
                continue
            }
            guard !isAlias(scalar) else {
                reading.report("a key that begins with `*` needs quotes", at: place)
                continue
            }
            let name = disguise.restore(scalar.string)
            let node = build(value, level: level + 1, &reading)
            if name == "<<", scalar.style == .plain {
                merged += mergeable(node, &reading)
            } else if let first = firstPlaces[name] {
                reading.report("\(quoted(name)) stands here and on line \(first.line); keep one", at: place)
            } else {
                firstPlaces[name] = place
                own.append(Node.Member(key: name, keyPlace: place, value: node))
            }
        }
        return Self.merge(own, merged)
    }

    /// The mappings that a merge key names: one, or a list of them.
    private func mergeable(_ node: Node, _ reading: inout Reading) -> [Node] {
        switch node.content {
        case .mapping: return [node]
        case .list(let nodes): return nodes.flatMap { mergeable($0, &reading) }
        case .broken: return []
        case .nothing, .text:
            reading.report("`<<` takes in a mapping by its anchor, as in `<<: *name`", at: node.place)
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

    private mutating func follow(_ scalar: Yams.Node.Scalar, _ place: Place, _ reading: inout Reading) -> Node {
        guard isAlias(scalar) else { return Node(content: Self.content(of: scalar, disguise), place: place) }
        let name = String(disguise.restore(scalar.string).dropFirst())
        guard name.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil else {
            return broken(
                "a value that begins with `*` needs quotes; in YAML the star points to an anchor", place, &reading)
        }
        guard let target = anchors[name] else {
            return broken(
                "there is no anchor `&\(name)` before this; define it first, or put the value in quotes", place,
                &reading)
        }
        return spend(target.size, target, place, &reading)
    }

    private func isAlias(_ scalar: Yams.Node.Scalar) -> Bool {
        scalar.style == .plain && scalar.string.unicodeScalars.first == disguise.star
    }

    private static func content(of scalar: Yams.Node.Scalar, _ disguise: Disguise) -> Node.Content {
        if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return .nothing }
        return .text(disguise.restore(scalar.string))
    }

    /// Standard tags such as `!!str` change nothing, as every value is read as what its key asks for.
    private func isPlainTag(_ node: Yams.Node) -> Bool {
        let tag = node.tag.rawValue
        return tag.isEmpty || tag == "!" || tag.hasPrefix("tag:yaml.org,2002:")
    }

    private mutating func spend(_ nodes: Int, _ node: Node, _ place: Place, _ reading: inout Reading) -> Node {
        let hadSome = nodesLeft > 0
        nodesLeft -= nodes
        guard nodesLeft <= 0 else { return node }
        guard hadSome else { return .broken(at: place) }
        return broken(
            "the file grows beyond \(Self.mostNodes) values, aliases included; make it smaller", place, &reading)
    }

    private func broken(_ message: String, _ place: Place, _ reading: inout Reading) -> Node {
        reading.report(message, at: place)
        return .broken(at: place)
    }

    private static func place(of node: Yams.Node) -> Place {
        Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
