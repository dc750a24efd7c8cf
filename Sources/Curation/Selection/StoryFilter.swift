import NewsModel

/// Finds the stories that the user does not want to read: muted words, and the `only` and `skip` words of sources.
struct StoryFilter {
    private let mute: [WordMatch]
    private let only: [SourceID: [WordMatch]]
    private let skip: [SourceID: [WordMatch]]

    init(mute: [String], sources: [SourceTraits]) {
        self.mute = mute.map(WordMatch.init)
        only = Self.matches(sources, \.only)
        skip = Self.matches(sources, \.skip)
    }

    /// The muted word that stands in a document.
    func mutedWord(in document: Document) -> String? {
        guard !mute.isEmpty else { return nil }
        let text = document.text
        return mute.first { $0.isFound(in: text) }?.phrase
    }

    /// Why the `only` and `skip` words of its source take a document away; `nil` where they do not.
    func objection(to document: Document) -> String? {
        let source = document.source
        guard only[source] != nil || skip[source] != nil else { return nil }
        let text = document.text
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
