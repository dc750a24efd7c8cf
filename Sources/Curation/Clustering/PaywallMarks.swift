import WebText

/// Recognises what a feed marks as readable for subscribers only.
enum PaywallMarks {
    /// Whether a category says so, a title in brackets, or a lock beside it.
    static func mark(_ categories: [String], title: String) -> Bool {
        categories.contains(where: isMark) || bracketed(in: title).contains(where: isMark)
            || holdsLock(title)
    }

    private static func isMark(_ text: some StringProtocol) -> Bool {
        // Longer texts are no marks.
        text.utf8.count <= mostBytes && phrases.contains(Tokenizer.texts(of: String(text)))
    }

    /// What stands in brackets before or behind a title.
    private static func bracketed(in title: String) -> [Substring] {
        var found: [Substring] = []
        if let bracket = brackets.first(where: { $0.opening == title.utf8.first }),
            let end = title.utf8.firstIndex(of: bracket.closing)
        {
            found.append(title[..<end].dropFirst())
        }
        if let bracket = brackets.first(where: { $0.closing == title.utf8.last }),
            let start = title.utf8.lastIndex(of: bracket.opening)
        {
            found.append(title[start...].dropFirst().dropLast())
        }
        return found
    }

    private static let brackets: [(opening: UInt8, closing: UInt8)] = [
        (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
    ]

    /// Whether a lock stands in a title, beside it as a rule.
    private static func holdsLock(_ title: String) -> Bool {
        title.utf8.contains(firstByteOfLock) && title.unicodeScalars.contains(lock)
    }

    private static let firstByteOfLock: UInt8 = 0xF0
    private static let lock: Unicode.Scalar = "\u{1F512}"
    private static let mostBytes = 48

    private static let phrases = Set(
        WordList.lines(PackageResources.paywall_words_txt).map { $0.split(separator: " ").map(String.init) })
}
