import NewsModel

/// The words by which the user wants more, less or nothing of a subject.
struct WordLists {
    private let mute: [WordMatch]
    /// In the order of the alphabet.
    private let interests: [(word: WordMatch, strength: Double)]

    init(_ policy: RankingPolicy) {
        mute = policy.mute.map(WordMatch.init)
        interests = policy.interests.sorted { $0.key < $1.key }.map { (WordMatch($0.key), $0.value) }
    }

    var hasMutes: Bool { !mute.isEmpty }
    var hasInterests: Bool { !interests.isEmpty }

    /// The muted word that stands in the text.
    func mutedWord(in text: SearchableText) -> String? {
        mute.first { $0.isFound(in: text) }?.phrase
    }

    /// The words of interest that stand in a text, as places in ``interests``.
    func interests(in text: SearchableText) -> [Int] {
        interests.indices.filter { interests[$0].word.isFound(in: text) }
    }

    /// A word of interest and how much more, or less, it is wanted.
    func interest(_ place: Int) -> (word: String, strength: Double) {
        (interests[place].word.phrase, interests[place].strength)
    }
}

extension SearchableText {
    /// What of a story is searched for words: title, summary and categories.
    init(_ story: Story) {
        self.init([story.title, story.summary?.plainText ?? ""] + story.categories)
    }
}
