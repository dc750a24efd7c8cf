import WebText

/// Recognises what a feed marks as readable for subscribers only.
enum PaywallMarks {
    /// Whether a category says so, a title in brackets, or a lock beside it.
    static func mark(_ categories: [String], title: String) -> Bool {
        categories.contains(where: isMark) || bracketed(in: title).contains(where: isMark)
            || title.unicodeScalars.contains(lock)
    }

    private static func isMark(_ text: some StringProtocol) -> Bool {
        // Longer texts are no marks.
        text.utf8.count <= mostBytes && phrases.contains(Tokenizer.texts(of: String(text)))
    }

    /// What stands in brackets before or behind a title.
    private static func bracketed(in title: String) -> [Substring] {
        [("(", ")"), ("[", "]")].flatMap { opening, closing -> [Substring] in
            guard title.contains(opening) else { return [] }
            var found: [Substring] = []
            if title.hasPrefix(opening), let end = title.firstIndex(of: Character(closing)) {
                found.append(title[..<end].dropFirst())
            }
            if title.hasSuffix(closing), let start = title.lastIndex(of: Character(opening)) {
                found.append(title[start...].dropFirst().dropLast())
            }
            return found
        }
    }

    private static let lock: Unicode.Scalar = "\u{1F512}"
    private static let mostBytes = 48

    private static let phrases = Set(
        WordList.lines(PackageResources.paywall_words_txt).map { $0.split(separator: " ").map(String.init) })
}
