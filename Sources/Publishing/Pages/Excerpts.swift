import NewsModel
import Parallelism
import WebText

/// The excerpts of an edition’s leads: each text is sanitised once, however many pages and feeds show it.
struct Excerpts: Sendable {
    private let long: [StoryID: SafeHTML]
    private let short: [StoryID: SafeHTML]

    /// The most characters below a headline, and below the first one.
    private static let shortLimit = 240
    static let longLimit = 480

    init(_ edition: Edition) {
        let leads = edition.clusters.map(\.lead)
        let found = Parallel.map(leads.count, inPiecesOf: 8) { Self.excerpts(of: leads[$0]) }
        var (long, short): ([StoryID: SafeHTML], [StoryID: SafeHTML]) = ([:], [:])
        for case (let lead, let excerpts?) in zip(leads, found) {
            (long[lead.id], short[lead.id]) = (excerpts.long, excerpts.short)
        }
        (self.long, self.short) = (long, short)
    }

    /// The excerpt of a cluster's lead; `nil` where it would only say the headline again.
    func excerpt(of story: Story, isLong: Bool) -> SafeHTML? {
        (isLong ? long : short)[story.id]
    }

    /// The first of a story's texts that says more than its headline.
    private static func excerpts(of story: Story) -> (long: SafeHTML, short: SafeHTML)? {
        let headline = Escape.markup(PlainText.headline(story.title))
        for markup in [story.summary, story.content].compactMap({ $0 }) {
            let blocks = Sanitiser.excerptBlocks(markup)
            let excerpt = Sanitiser.excerpt(blocks, limit: longLimit)
            guard !excerpt.isEmpty, excerpt.html != headline else { continue }
            return (excerpt, Sanitiser.excerpt(blocks, limit: shortLimit))
        }
        return nil
    }
}
