import NewsModel

/// Takes out what the user does not want to read, story by story.
struct StoryFilter {
    private let words: WordLists
    private let only: [SourceID: [WordMatch]]
    private let skip: [SourceID: [WordMatch]]

    init(words: WordLists, sources: [SourceTraits]) {
        self.words = words
        only = Self.matches(sources, \.only)
        skip = Self.matches(sources, \.skip)
    }

    /// The muted word that stands in the story.
    func mutedWord(in candidate: Candidate) -> String? {
        words.hasMutes ? words.mutedWord(in: candidate.text) : nil
    }

    /// Whether a muted word stands in the story.
    func mutes(_ candidate: Candidate) -> Bool { mutedWord(in: candidate) != nil }

    /// What the `only` and `skip` words of the story's source say against it.
    func objection(to candidate: Candidate) -> String? {
        let source = candidate.story.source
        guard only[source] != nil || skip[source] != nil else { return nil }
        let text = candidate.text
        if let word = skip[source]?.first(where: { $0.isFound(in: text) }) {
            return "“\(word.phrase)” is among the words that \(source) skips"
        }
        guard let only = only[source], !only.contains(where: { $0.isFound(in: text) }) else { return nil }
        return "none of the words that \(source) is read for stands in it"
    }

    private static func matches(
        _ sources: [SourceTraits], _ words: KeyPath<SourceTraits, [String]>
    ) -> [SourceID: [WordMatch]] {
        var matches: [SourceID: [WordMatch]] = [:]
        for source in sources where !source[keyPath: words].isEmpty {
            matches[source.id] = source[keyPath: words].map { WordMatch($0) }
        }
        return matches
    }
}
