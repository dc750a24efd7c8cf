import WebText

/// The labels by which papers say what kind of piece a title is of, before a colon or in brackets: “Opinion: …”, “In
/// pictures: …”, 【社论】…. They say nothing of what is told, and a paper has a piece of each kind every day.
enum FormatLabels {
    /// Whether a title begins with one, given its words.
    static func begin(_ title: [Word]) -> Bool {
        let label = title.prefix(mostWords + 1).dropFirst().firstIndex(where: \.startsSentence).map { title[..<$0] }
        guard let label else { return false }
        let texts = label.map(\.text)
        return texts.contains(where: words.contains)
            || zip(texts, texts.dropFirst()).contains { words.contains($0 + $1) }
            || label.contains { $0.kind == .character } && characters.contains(where: texts.joined().contains)
    }

    /// What has more words before its first colon says something there.
    private static let mostWords = 12

    private static let words = Set(WordList.words(PackageResources.format_words_txt).map(Folding.folded))

    /// Those in scripts without spaces.
    private static let characters = words.filter(Scripts.isWithoutSpaces)
}
