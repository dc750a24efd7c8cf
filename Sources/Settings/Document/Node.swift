/// Where something stands in the file; both count from 1, columns in Unicode scalars.
struct Place: Hashable, Sendable {
    let line: Int
    let column: Int

    static let start = Place(line: 1, column: 1)
}

/// A value of the file, with its aliases followed and its merge keys applied.
struct Node: Sendable {
    enum Content: Sendable {
        /// `~`, `null`, or nothing at all behind a key.
        case nothing
        case text(String)
        case list([Node])
        case mapping([Member])
        /// Something that a diagnostic was already given for; whoever reads it says nothing more.
        case broken
    }

    struct Member: Sendable {
        let key: String
        let keyPlace: Place
        let value: Node
    }

    let content: Content
    let place: Place

    /// How many nodes there are in it, itself included.
    var size: Int {
        switch content {
        case .nothing, .text, .broken: 1
        case .list(let nodes): nodes.reduce(1) { $0 + $1.size }
        case .mapping(let members): members.reduce(1) { $0 + 1 + $1.value.size }
        }
    }

    var isNothing: Bool {
        if case .nothing = content { true } else { false }
    }

    var isBroken: Bool {
        if case .broken = content { true } else { false }
    }
}
