internal import NewsModel

/// What stands below the headlines of an edition: each text is read once, however many pages and feeds show it.
struct Excerpts: Sendable {
    private let long: [StoryID: SafeHTML]
    private let short: [StoryID: SafeHTML]

    /// The most characters below a headline, and below the first one.
    private static let shortLimit = 240
    static let longLimit = 480

    init(_ edition: Edition) {
        var (long, short): ([StoryID: SafeHTML], [StoryID: SafeHTML]) = ([:], [:])
        for cluster in edition.clusters {
            guard let (whole, blocks) = Self.excerpt(of: cluster.lead) else { continue }
            long[cluster.lead.id] = whole
            short[cluster.lead.id] = Sanitiser.excerpt(blocks, limit: Self.shortLimit)
        }
        (self.long, self.short) = (long, short)
    }

    /// The excerpt of a cluster's lead; `nil` where it would only say the headline again.
    func excerpt(of story: Story, isLong: Bool) -> SafeHTML? {
        (isLong ? long : short)[story.id]
    }

    /// The first of a story's texts that says more than its headline.
    private static func excerpt(of story: Story) -> (SafeHTML, [Fragment])? {
        let headline = Escape.markup(PlainText.headline(story.title))
        for markup in [story.summary, story.content].compactMap({ $0 }) {
            let blocks = Sanitiser.excerptBlocks(markup)
            let excerpt = Sanitiser.excerpt(blocks, limit: longLimit)
            if !excerpt.isEmpty, excerpt.html != headline { return (excerpt, blocks) }
        }
        return nil
    }
}
