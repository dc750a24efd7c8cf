import NewsModel
import Parallelism
import WebText

/// The excerpts of an edition’s leads: each text is sanitised once, however many pages and feeds show it.
struct Excerpts: Sendable {
    /// How long one may be, by the place of its story on the page.
    enum Length: Sendable, Hashable, CaseIterable {
        /// Below the first headline of the page, below that of a section, and in a column.
        case lead, leader, feature

        /// In characters.
        var limit: Int {
            switch self {
            case .lead: 480
            case .leader: 280
            case .feature: 150
            }
        }
    }

    private let excerpts: [StoryID: [Length: SafeHTML]]

    /// `language`: that of the site, for stories that have none of their own.
    init(_ edition: Edition, _ words: OpeningWords, language: String? = nil) {
        let leads = edition.clusters.map(\.lead)
        let maker = ExcerptMaker(edition, words, language: language)
        let found = Parallel.map(leads.count, inPiecesOf: 8) { maker.excerpts(of: leads[$0]) }
        excerpts = Dictionary(zip(leads.map(\.id), found)) { first, _ in first }
    }

    /// The excerpt of a cluster's lead; `nil` where it would only say the headline again.
    func excerpt(of story: Story, _ length: Length) -> SafeHTML? {
        excerpts[story.id]?[length]
    }
}

/// Makes the excerpts of the stories of an edition.
struct ExcerptMaker: Sendable {
    private let words: OpeningWords
    private let titles: [SourceID: String]
    private let sections: [String]
    private let language: String?

    init(_ edition: Edition, _ words: OpeningWords, language: String? = nil) {
        self.words = words
        self.language = language
        titles = edition.sourceTitles
        sections = edition.sections.map(\.name)
    }

    /// Cut from the first of a story's texts that says more than its headline.
    func excerpts(of story: Story) -> [Excerpts.Length: SafeHTML] {
        guard let (blocks, lead) = lead(of: story) else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: Excerpts.Length.allCases.map {
                ($0, $0 == .lead ? lead : Self.excerpt(blocks, $0))
            })
    }

    /// The longest of them alone; `nil` where no text says more.
    func longestExcerpt(of story: Story) -> SafeHTML? { lead(of: story)?.excerpt }

    private func lead(of story: Story) -> (blocks: [Fragment], excerpt: SafeHTML)? {
        let texts = [story.summary, story.content].compactMap(\.self)
        guard !texts.isEmpty else { return nil }
        let opening = opening(of: story)
        for markup in texts {
            let blocks = opening.removed(from: Sanitiser.excerptBlocks(markup, language: story.language ?? language))
            let excerpt = Self.excerpt(blocks, .lead)
            if !excerpt.isEmpty { return (blocks, excerpt) }
        }
        return nil
    }

    private func opening(of story: Story) -> ExcerptOpening {
        let names = [titles[story.source], story.publisher].compactMap(\.self) + sections + story.categories
        return ExcerptOpening(
            words, headline: PlainText.headline(story.title), authors: story.authors, names: names)
    }

    private static func excerpt(_ blocks: [Fragment], _ length: Excerpts.Length) -> SafeHTML {
        SafeHTML(SentenceEnd.ended(Excerpt(limit: length.limit).fragments(of: blocks), limit: length.limit))
    }
}
