import Curation
import Foundation
import NewsModel
import NewsStore

/// Counts what a first edition can be made of while the sources end, so that no text is kept of what is too old to be asked
/// for: a first edition reaches back further than a day only where the newest day does not fill it.
///
/// The counts, and so what they say after the last source, do not depend on the order in which sources end.
struct FirstEditionSupply {
    /// What is dated before is asked for only where the rest does not fill the edition.
    private let reach: Date
    private let policy: EditionPolicy
    /// Items of the newest day, as many as a source may lead.
    private var ofSources = 0
    /// By publisher.
    private var ofPublishers: [String: Int] = [:]
    /// The same, as many as a publisher may lead.
    private var ofAllPublishers = 0

    /// The date to which the edition reaches back at first, and what it may hold.
    init(since reach: Date, policy: EditionPolicy) {
        self.reach = reach
        self.policy = policy
    }

    /// Whether the newest day fills the edition by far, however many tell the same story.
    var isAmple: Bool { min(ofSources, ofAllPublishers) >= Self.timesTheEdition * policy.stories }

    /// More tellings of one story on average than any night has.
    private static let timesTheEdition = 20

    /// Counts what a source gave, and takes the texts of its older items away where they are not needed.
    mutating func take(_ items: inout DistinctItems, from source: Source) {
        // Nobody knows yet how much of it the user's words let through.
        if source.only.isEmpty, source.skip.isEmpty { count(items.keys(since: reach)) }
        if isAmple { items.removeTexts(before: reach) }
    }

    private mutating func count(_ keys: [String]) {
        ofSources += min(keys.count, policy.perSource)
        for publisher in keys.lazy.map(CanonicalURL.publisher(ofKey:)) {
            ofPublishers[publisher, default: 0] += 1
            if ofPublishers[publisher, default: 0] <= policy.perPublisher { ofAllPublishers += 1 }
        }
    }
}
