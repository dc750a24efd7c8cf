import NewsModel

/// The words by which the user wants more, less or nothing of a subject.
struct WordLists {
    private let mute: [WordMatch]
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

    /// The words of interest that stand in one of the texts, each once, in the order of the alphabet.
    func interests(in texts: [SearchableText]) -> [(word: String, strength: Double)] {
        interests.filter { interest in texts.contains { interest.word.isFound(in: $0) } }
            .map { ($0.word.phrase, $0.strength) }
    }
}

extension SearchableText {
    /// What of a story is searched for words: title, summary and categories.
    init(_ story: Story) {
        self.init([story.title, story.summary.map(PlainText.of) ?? ""] + story.categories)
    }
}
