/// A title without what is not part of it, taken apart into words.
struct Headline: Sendable {
    /// All words, with how they were written.
    let words: [Word]
    /// The folded texts of the words that are no symbols.
    let texts: [String]
    /// Equal for equal titles; `nil` for a title without words.
    let key: String?

    /// - Parameters:
    ///   - title: as the source wrote it.
    ///   - names: what its source and publisher are called.
    init(_ title: String, names: [String]) {
        self.init(Words.of(TitleIdentity.bare(title, names: names)))
    }

    /// That of a telling, whose title mostly is bare already.
    init(_ telling: Telling) {
        let bare = TitleIdentity.bare(telling.title, names: telling.names)
        self.init(bare.utf8.count == telling.title.utf8.count ? telling.words.title : Words.of(bare))
    }

    /// The words that not everybody uses.
    var meaningful: Set<String> { Set(texts).filter { !StopWords.contains($0) } }

    private init(_ words: [Word]) {
        self.words = words
        texts = Words.texts(of: words)
        key = texts.isEmpty ? nil : texts.joined(separator: " ")
    }
}
