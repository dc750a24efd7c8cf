import Foundation
import NewsModel

/// A story with what curation needs to know of it. A class, since thousands of them are sorted and passed around and a
/// story is large.
final class Candidate: Sendable {
    let story: Story
    let traits: SourceTraits
    /// The identity of its address; of the one that it shows where that is another source's.
    let key: String
    /// When it became news.
    let dated: Date
    /// The registrable domain of its address, or its host; its source where it has no address.
    let publisher: String
    /// Whose its address is.
    let claim: DomainOwnership.Claim
    /// Whether the address that its source gave is another source's and no article's, since several items have it: it
    /// leads without one.
    let isBorrowed: Bool
    /// What its texts say, where that is known already.
    let impression: Impression?

    init(_ story: Story, traits: SourceTraits, ownership: DomainOwnership? = nil, impression: Impression? = nil) {
        self.story = story
        self.traits = traits
        self.impression = impression
        dated = story.dated
        let shown = story.hasOwnKey ? CanonicalURL.key(of: story.link) ?? story.key : story.key
        let owner = CanonicalURL.publisher(ofKey: shown)
        let claim = ownership?.claim(of: story.source, onKey: shown, publisher: owner) ?? .open
        isBorrowed = story.hasOwnKey && claim == .others
        let isOwn = story.hasOwnKey && !isBorrowed
        key = isOwn ? story.key : shown
        publisher = story.hasOwnKey ? story.source.rawValue : owner
        self.claim = isOwn ? .own : claim
    }

    /// Whether its link leads to another site, which sends on to the address that the key names.
    var isSentOn: Bool {
        guard !story.hasOwnKey else { return false }
        // Nearly always the link is plain, and ends in the publisher's name.
        let rest = story.link.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
        if rest.count > 2, rest[1].isEmpty {
            let host = Substring(rest[2])
            if host == publisher || host.hasSuffix("." + publisher) { return false }
        }
        return WebAddress(story.link).map { CanonicalURL.publisher(ofKey: $0.host) } != publisher
    }

    /// Who carries it: its source, or the publisher where its source's API names one for each item.
    var carrier: String {
        guard traits.home.namesPublishers else { return story.source.rawValue }
        return "\(story.source) \(story.publisher ?? publisher)"
    }

    /// By address: an order of any two stories, whatever the order in which they came.
    func precedesByAddress(_ other: Candidate) -> Bool {
        guard key == other.key else { return key < other.key }
        return (story.source, story.id) < (other.story.source, other.story.id)
    }

    /// Whose it is, where repetition is counted.
    var owners: Set<Variety.Owner> { [.publisher(publisher), .carrier(carrier)] }

    var titleWords: [Word] { impression?.words.title ?? Words.of(story.title) }

    /// Its words, to be searched: taken apart only where somebody searches.
    var text: SearchableText { SearchableText(story) }
}
