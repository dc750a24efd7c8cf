/// The elements in a text whose names alone do not make their tags markup: those that HTML does not know, such as journals
/// write (`<jats:italic>`, `<scp>`, `<inline-formula>`), and in a title those that it may speak of (`<head>`).
///
/// What nobody knows may be meant as it stands, as `Vector<Item>`: an element has both of its tags, or an attribute with a
/// value in quotes.
package struct ForeignElements {
    /// Of those that have both tags.
    private let names: Set<String>

    package init(_ bytes: Bytes) {
        let tags = TagReader(bytes)
        var started: Set<String> = []
        var names: Set<String> = []
        var at = 0
        while let found = bytes.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            guard let name = tags.name(at: found) else { continue }
            if !name.isEnd {
                started.insert(name.text)
            } else if started.contains(name.text) {
                names.insert(name.text)
            }
            at = name.place.upperBound
        }
        self.names = names
    }

    /// Whether a tag that begins with a name is one. No byte behind the next `<` or `>` is looked at.
    package func contains(_ name: TagName, in bytes: Bytes) -> Bool {
        if names.contains(name.text) { return true }
        guard !name.isEnd else { return false }
        var at = name.place.upperBound
        var previous: UInt8 = 0
        while at < bytes.count, bytes[at] != ASCII.lessThan, bytes[at] != ASCII.greaterThan {
            let isQuote = bytes[at] == ASCII.quote || bytes[at] == ASCII.apostrophe
            if isQuote, previous == ASCII.equals { return true }
            previous = bytes[at]
            at += 1
        }
        return false
    }
}
