import NewsModel

/// Which section a story stands in, and in which order sections stand.
struct Sectioning {
    private let rules: [(name: String, words: [WordMatch], paths: [[Substring]])]
    private let names: [String]
    private let hasWords: Bool
    private let hasPaths: Bool

    init(rules: [SectionRule], sources: [SourceTraits]) {
        self.rules = rules.map { rule in
            let paths = rule.match.filter { $0.hasPrefix("/") }.map { $0.split(separator: "/") }
            let words = rule.match.filter { !$0.hasPrefix("/") }.map(WordMatch.init)
            return (rule.name, words, paths.filter { !$0.isEmpty })
        }
        hasWords = self.rules.contains { !$0.words.isEmpty }
        hasPaths = self.rules.contains { !$0.paths.isEmpty }
        var names: [String] = []
        for name in rules.map(\.name) + sources.map(\.section) where !names.contains(name) { names.append(name) }
        self.names = names
    }

    /// The section of the first rule that the story fits, or else its source's.
    func section(of story: Story, traits: SourceTraits) -> String {
        guard hasWords || hasPaths else { return traits.section }
        let text = SearchableText(hasWords ? [story.title] + story.categories : [])
        let path = hasPaths ? CanonicalURL.path(ofKey: story.key) : []
        let rule = rules.first { rule in
            rule.words.contains { $0.isFound(in: text) } || rule.paths.contains { Self.stands($0, in: path) }
        }
        return rule?.name ?? traits.section
    }

    /// The sections in reading order: those of the configuration first, then the sources' in order of first use, then
    /// what only an earlier build knew.
    func ordered(_ sections: some Sequence<String>) -> [String] {
        let present = Set(sections)
        return names.filter(present.contains) + present.subtracting(names).sorted()
    }

    private static func stands(_ part: [Substring], in path: [Substring]) -> Bool {
        guard path.count >= part.count else { return false }
        return (0...(path.count - part.count)).contains { start in
            zip(path[start...], part).allSatisfy { $0.lowercased() == $1.lowercased() }
        }
    }
}
