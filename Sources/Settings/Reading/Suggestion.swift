/// What the user probably meant by a key that nobody knows.
struct Suggestion {
    /// The end of the message: "; did you mean `title`?".
    let ending: String
    /// The key of the same mapping that was meant, where it was one.
    let meant: String?

    init(for key: String, in shape: Shape, root: Shape) {
        let elsewhere = Self.elsewhere(key, shape, root)
        if let sibling = Self.sameKey(key, in: shape) {
            (meant, ending) = (sibling, "; did you mean `\(sibling)`?")
        } else if let word = Self.firstWord(of: key, in: shape) {
            (meant, ending) = (word, "; is a colon and a space missing behind `\(word)`?")
        } else if let elsewhere {
            (meant, ending) = (nil, "; \(elsewhere)")
        } else if let sibling = nearest(to: key, among: shape.names) {
            (meant, ending) = (sibling, "; did you mean `\(sibling)`?")
        } else {
            (meant, ending) = (nil, "; the keys here are \(listed(shape.names, "and"))")
        }
    }

    /// The key itself in another spelling, or the one that other tools call so.
    private static func sameKey(_ key: String, in shape: Shape) -> String? {
        let plain = plainForm(key)
        return shape.entries.first { entry in
            plainForm(entry.name) == plain || entry.otherNames.contains { plainForm($0) == plain }
        }?.name
    }

    /// `limit 3` is `limit: 3` with the colon forgotten.
    private static func firstWord(of key: String, in shape: Shape) -> String? {
        wordBeforeMissingColon(in: key).flatMap { word in shape.names.first { $0 == word } }
    }

    /// Where a key of this name belongs: up to two places, the nearest to the top first.
    private static func elsewhere(_ key: String, _ shape: Shape, _ root: Shape) -> String? {
        let plain = plainForm(key)
        let found = all(root).compactMap { other in
            other.entries.first { plainForm($0.name) == plain }.map { (name: $0.name, place: other.whereabouts) }
        }
        guard let first = found.first else { return nil }
        let subject = first.name == key ? "it" : "`\(first.name)`"
        return "\(subject) belongs " + found.prefix(2).map(\.place).joined(separator: ", or ")
    }

    /// A shape and all inside it, the outer ones first.
    private static func all(_ root: Shape) -> [Shape] {
        var shapes = [root]
        var next = 0
        while next < shapes.count {
            shapes += shapes[next].entries.compactMap(\.shape)
            next += 1
        }
        return shapes
    }
}
