import NewsModel

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
            other.entries.first { plainForm($0.name) == plain }.map { (name: $0.name, position: other.whereabouts) }
        }
        guard let first = found.first else { return nil }
        let subject = first.name == key ? "it" : "`\(first.name)`"
        return "\(subject) belongs " + found.prefix(2).map(\.position).joined(separator: ", or ")
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

/// The word among `words` that was probably meant, or `nil` where none is near.
package func nearest(to word: String, among words: some Sequence<String>) -> String? {
    // A word far longer than any of ours is no slip of the finger, and comparing it would take long.
    guard word.count <= 64 else { return nil }
    let plain = plainForm(word)
    let most = max(1, plain.count / 3)
    let ranked = words.map { ($0, EditDistance.between(plain, plainForm($0))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= most, best.1 < plain.count else { return nil }
    return best.0
}

/// A word without capitals, hyphens and underscores: `perHost`, `per_host` and `per-host` are the same slip.
func plainForm(_ word: String) -> String {
    word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
}

/// A text of the file as it may stand in a message: short, and without what stands before an `@`.
///
/// What comes from the environment is never quoted: messages show `${NAME}` as it is written in the file.
func quoted(_ raw: String) -> String {
    guard !raw.isEmpty else { return "an empty text" }
    let shown = Array(Redactor.withoutRandomWords(Redactor.publishing(maskingCredentials(raw))))
    let mostCharacters = 60
    let cut = shown.count > mostCharacters ? shown.prefix(mostCharacters) + ["…"] : shown
    let text = String(cut).replacing(/[\r\n\t]+/, with: " ")
    return text.contains("`") ? "“\(text)”" : "`\(text)`"
}

/// `https://me:word@host/` becomes `https://•••@host/`, also where the address is broken.
private func maskingCredentials(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    guard start <= at else { return text }
    return text[..<start] + "•••" + text[at...]
}

/// A key that nobody knows, of which only the first word is shown: with a colon forgotten, the rest is a value.
func quotedKey(_ key: String) -> String {
    wordBeforeMissingColon(in: key).map { quoted($0 + " …") } ?? quoted(key)
}

/// The first word of a key that holds more than one: `limit` of `limit 3`, which was meant as `limit: 3`.
func wordBeforeMissingColon(in key: String) -> String? {
    guard let end = key.firstIndex(where: { $0.isWhitespace || $0 == ":" || $0 == "=" }), end > key.startIndex else {
        return nil
    }
    return String(key[..<end])
}

/// `a`, `b` and `c` as words of a sentence.
func listed(_ words: [String], _ conjunction: String = "or") -> String {
    let quoted = words.map { "`\($0)`" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
