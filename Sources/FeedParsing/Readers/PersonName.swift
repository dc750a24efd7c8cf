/// What Atom says of a person.
struct Person {
    var name: String?
    var email: String?
    var uri: String?
}

/// The people of RSS, who are written as mail has them, or as anything else.
enum PersonName {
    /// The name in `Name <address>`, `Name (address)` and `address (Name)`; the whole text where there is none.
    static func name(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        for (open, close) in [("(", ")"), ("<", ">")] {
            guard text.hasSuffix(close), let start = text.firstIndex(of: Character(open)) else { continue }
            let outside = text[..<start].trimmed
            let inside = text[text.index(after: start)...].dropLast().trimmed
            if inside.contains("@"), !outside.isEmpty { return outside }
            if outside.contains("@"), !inside.isEmpty { return inside }
        }
        return text
    }
}
