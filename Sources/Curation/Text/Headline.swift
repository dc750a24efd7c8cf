/// A title without what is not part of it, taken apart into words.
struct Headline: Sendable {
    /// The first of its words, with how they were written.
    let words: [Word]
    /// Equal for equal titles; `nil` for a title without words.
    let key: String?

    /// The folded texts of the words that are no symbols.
    var texts: [String] { Words.texts(of: words) }

    /// More words make no headline, but take published and time for each of thousands.
    static let mostWords = 80

    /// - Parameters:
    ///   - title: as the source wrote it.
    ///   - names: what its source and publisher are called.
    init(_ title: String, names: [String]) {
        self.init(Words.of(TitleIdentity.bare(title, names: names), atMost: Self.mostWords))
    }

    /// That of a document, whose title mostly is bare already.
    init(_ document: Document) {
        let bare = TitleIdentity.bare(document.title, names: document.names)
        self.init(
            bare.utf8.count == document.title.utf8.count
                ? document.words.title : Words.of(bare, atMost: Self.mostWords))
    }

    /// The words that not everybody uses.
    var meaningful: Set<String> { Set(texts).filter { !StopWords.contains($0) } }

    private init(_ words: [Word]) {
        let texts = Words.texts(of: words)
        self.init(words: words, key: texts.isEmpty ? nil : texts.joined(separator: " "))
    }

    private init(words: [Word], key: String?) {
        self.words = words
        self.key = key
    }

    /// What is left where nobody compares the words.
    var withoutWords: Headline { Headline(words: [], key: key) }
}
