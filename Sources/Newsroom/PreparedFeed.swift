import Curation
import Foundation
import NewsModel
import NewsStore

/// What the intake made of one feed by the end of the batch.
enum FeedPreparation: Sendable {
    case ready(PreparedFeed)
    /// The deadline came first: it is worked on after the batch.
    case waiting(Feed)

    /// A feed's items, ready for the store and for curation.
    struct PreparedFeed: Sendable {
        var answer: DistinctItems
        /// What the texts of each item say, by its place; of those alone that can stand in an edition.
        var impressions: [Int: DocumentTerms]
        /// What is secret in the addresses that redirects named.
        var learned: [Secret] = []
    }

    /// What is secret in the addresses that redirects named.
    var learned: [Secret] {
        switch self {
        case .ready(let crop): crop.learned
        case .waiting(let feed): feed.addresses.flatMap { AddressSecrets.all(in: $0) }
        }
    }
}

extension ItemPreparation {
    /// Works on a feed while the batch waits for others; a batch that is over is not held up by it.
    func harvest(_ feed: Feed, of source: Source, _ memory: SourceMemory) -> FeedPreparation {
        guard let stories = stories(of: feed, from: source, goesOn: { !Task.isCancelled }),
            var crop = crop(stories, of: source, memory, goesOn: { !Task.isCancelled })
        else { return .waiting(feed) }
        crop.learned = secrets(learnedFrom: feed, of: source)
        return .ready(crop)
    }

    /// What goes into the store. What was worked on after the batch has no impressions: they are had as cheaply later.
    func crop(_ harvest: FeedPreparation, of source: Source, _ memory: SourceMemory?) -> FeedPreparation.PreparedFeed {
        switch harvest {
        case .ready(let crop): crop
        case .waiting(let feed):
            .init(
                answer: DistinctItems(
                    stories(of: feed, from: source), from: source.id, horizon: horizon(for: memory)),
                impressions: [:])
        }
    }

    private func crop(
        _ stories: [PreparedItem], of source: Source, _ memory: SourceMemory, goesOn: () -> Bool
    ) -> FeedPreparation.PreparedFeed? {
        let since = likelyNew(memory)
        var impressions: [Int: DocumentTerms] = [:]
        for (place, story) in stories.enumerated() {
            guard place % Self.stride != 0 || goesOn() else { return nil }
            let item = story.item
            guard item.published ?? .distantFuture >= since else { continue }
            impressions[place] = DocumentTerms(
                key: story.key, title: story.title, authors: item.authors, summary: item.summary,
                content: item.content)
        }
        return .init(
            answer: DistinctItems(stories, from: source.id, horizon: horizon(for: memory)), impressions: impressions)
    }

    /// What is dated before this is known already, most likely, or belongs to no edition.
    private func likelyNew(_ memory: SourceMemory) -> Date {
        guard let lastSuccess = memory.lastSuccess else { return horizon ?? .distantPast }
        return lastSuccess.addingTimeInterval(-Self.overlap)
    }

    /// How long after its date an item may turn up and still count as likely new, in seconds.
    private static let overlap: TimeInterval = 86_400

    private func horizon(for memory: SourceMemory?) -> Date? {
        memory?.firstAnswered == nil ? horizon : nil
    }
}
