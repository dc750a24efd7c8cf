/// The elements in a text that HTML does not know, such as those of journals: `<jats:italic>`, `<scp>`, `<inline-formula>`.
///
/// What nobody knows may be meant as it stands, as `Vector<Item>`: an element has both of its tags, or an attribute with a
/// value in quotes.
struct ForeignElements {
    /// Of those that have both tags.
    private let names: Set<String>

    init(_ bytes: Bytes) {
        var tags = TagReader(bytes)
        var started: Set<String> = []
        var names: Set<String> = []
        var at = 0
        while let found = bytes.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            guard let tag = tags.tag(at: found) else { continue }
            if !tag.isEnd { started.insert(tag.name) } else if started.contains(tag.name) { names.insert(tag.name) }
            at = tag.end
        }
        self.names = names
    }

    /// Whether a tag, of a name that HTML does not know, is one.
    func contains(_ tag: Tag, in bytes: Bytes) -> Bool {
        if names.contains(tag.name) { return true }
        guard !tag.isEnd, tag.attributes < tag.end else { return false }
        let inside = bytes.part(tag.attributes..<tag.end)
        return inside.first("=\"", from: 0) != nil || inside.first("='", from: 0) != nil
    }
}
