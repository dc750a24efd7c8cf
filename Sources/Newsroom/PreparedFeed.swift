import Curation
import Foundation
import NewsModel
import NewsStore

/// A feed's items, ready for the store and for curation.
struct PreparedFeed: Sendable {
    var items: DistinctItems
    /// The terms of each item's texts, by its index; of those alone that can stand in an edition.
    var terms: [Int: DocumentTerms]
    /// What is secret in the addresses that redirects named.
    var learned: [Secret] = []
}

/// What became of the preparation of a feed by the end of the batch.
enum FeedPreparation: Sendable {
    case done(PreparedFeed)
    /// The deadline came first: it is prepared after the batch.
    case interrupted(Feed)

    /// What is secret in the addresses that redirects named.
    var learned: [Secret] {
        switch self {
        case .done(let feed): feed.learned
        case .interrupted(let feed): feed.addresses.flatMap { AddressSecrets.all(in: $0) }
        }
    }
}

extension ItemPreparation {
    /// Prepares a feed while the batch waits for others; a batch that is over is not held up by it.
    func prepare(_ feed: Feed, of source: Source, _ memory: SourceMemory) -> FeedPreparation {
        let isCancelled = { Task.isCancelled }
        guard let items = items(of: feed, from: source, isCancelled: isCancelled),
            let terms = terms(of: items, since: likelyNew(memory), isCancelled: isCancelled)
        else { return .interrupted(feed) }
        return .done(
            PreparedFeed(
                items: DistinctItems(items, from: source.id, horizon: horizon(for: memory)), terms: terms,
                learned: secrets(learnedFrom: feed, of: source)))
    }

    /// Prepares after the batch what was interrupted, without its terms: they are had as cheaply later.
    func complete(_ preparation: FeedPreparation, of source: Source, _ memory: SourceMemory?) -> PreparedFeed {
        switch preparation {
        case .done(let feed): feed
        case .interrupted(let feed):
            PreparedFeed(
                items: DistinctItems(items(of: feed, from: source), from: source.id, horizon: horizon(for: memory)),
                terms: [:])
        }
    }

    /// `nil` where it was cancelled.
    private func terms(
        of items: [PreparedItem], since: Date, isCancelled: () -> Bool
    ) -> [Int: DocumentTerms]? {
        var terms: [Int: DocumentTerms] = [:]
        for (index, prepared) in items.enumerated() {
            guard index % Self.itemsBetweenChecks != 0 || !isCancelled() else { return nil }
            let item = prepared.item
            guard item.published ?? .distantFuture >= since else { continue }
            terms[index] = DocumentTerms(
                key: prepared.key, title: prepared.title, authors: item.authors, summary: item.summary,
                content: item.content)
        }
        return terms
    }

    /// What is dated before this is known already, most likely, or belongs to no edition.
    private func likelyNew(_ memory: SourceMemory) -> Date {
        guard let lastSuccess = memory.lastSuccess else { return firstReach ?? horizon ?? .distantPast }
        return lastSuccess.addingTimeInterval(-Self.overlap)
    }

    /// How long after its date an item may turn up and still count as likely new, in seconds.
    private static let overlap: TimeInterval = 86_400

    private func horizon(for memory: SourceMemory?) -> Date? {
        memory?.firstAnswered == nil ? horizon : nil
    }
}
