package import Foundation
package import NewsModel
import WebText

/// A story as clustering and ranking read it: its canonical address and whose that is, its date, its terms.
///
/// A class, since thousands of them are sorted and passed around and a story is large.
package final class Document: Sendable {
    /// Where a document comes from.
    enum Origin: Sendable {
        /// From the stories of this edition's window.
        case new
        /// From the stories that joined an earlier edition's story too late to be published.
        case late
        /// From the clusters of an earlier edition.
        case published
    }

    package let story: Story
    package let source: SourceID
    package let title: String
    let traits: SourceTraits
    let origin: Origin
    /// The identity of its address; of the one that it shows where that is another source's.
    package let key: String
    /// When it became news, in hours since 1970; `nil` where unknown.
    let hours: Double?
    /// The registrable domain of its address, or its host; its source where it has no address.
    let publisher: String
    /// What its source and publisher are called, as a title may end with.
    let names: [String]
    /// Whose its address is.
    let claim: DomainOwnership.Claim
    /// Whether the address that its source gave is another source's and no article's, since several items have it: it
    /// leads without one.
    let isBorrowed: Bool
    /// Whether its link leads to another site, which redirects to the address that the key names.
    let isSentOn: Bool
    let terms: DocumentTerms

    /// The document of a story. Without `ownership` no address has an owner; without `terms` its texts are read now.
    init(
        _ story: Story, traits: SourceTraits, ownership: DomainOwnership? = nil, terms: DocumentTerms? = nil,
        origin: Origin = .new
    ) {
        let shown = story.hasOwnKey ? story.link.map { CanonicalURL.key(of: $0) } ?? story.key : story.key
        let owner = CanonicalURL.publisher(ofKey: shown)
        let claim = ownership?.claim(of: story.source, onKey: shown, publisher: owner) ?? .open
        isBorrowed = story.hasOwnKey && claim == .others
        let isOwn = story.hasOwnKey && !isBorrowed
        key = isOwn ? story.key : shown
        publisher = story.hasOwnKey ? story.source.rawValue : owner
        isSentOn = !story.hasOwnKey && Self.leadsAway(story.link, from: owner)
        let host = CanonicalURL.host(ofKey: key)
        names = [traits.title, traits.id.rawValue, host, story.publisher ?? ""] + Self.label(ofHost: host)
        self.claim = isOwn ? .own : claim
        self.story = story
        source = story.source
        title = story.title
        self.traits = traits
        self.origin = origin
        hours = story.dated.timeIntervalSince1970 / 3600
        self.terms = terms ?? DocumentTerms(story)
    }

    /// A document of which nothing is known but a headline and an address without an owner.
    package init(_ story: Story, traits: SourceTraits, published: Date?, names: [String], terms: DocumentTerms) {
        self.story = story
        source = story.source
        title = story.title
        self.traits = traits
        origin = .new
        key = story.key
        hours = published.map { $0.timeIntervalSince1970 / 3600 }
        publisher = CanonicalURL.publisher(ofKey: story.key)
        self.names = names
        claim = .open
        isBorrowed = false
        isSentOn = false
        self.terms = terms
    }

    /// `herald` of `herald.example`.
    package static func label(ofHost host: String) -> [String] {
        CanonicalURL.publisher(ofKey: host).split(separator: ".").first.map { [String($0)] } ?? []
    }

    /// Whether a link leads to another site than a publisher's.
    private static func leadsAway(_ link: WebAddress?, from publisher: String) -> Bool {
        guard let host = link?.host else { return true }
        // Nearly always, and it needs no list of suffixes.
        if host == publisher || host.hasSuffix("." + publisher) { return false }
        return CanonicalURL.publisher(ofKey: host) != publisher
    }
}

extension Document {
    /// When its story became news.
    var dated: Date { story.dated }

    /// Whether its date only names a day: it is midnight, to the second, in UTC.
    var isDatedToTheDay: Bool { hours.map { $0.truncatingRemainder(dividingBy: 24) == 0 } ?? false }

    /// What it is counted under where sources count once: its source, or the publisher where its source's API names one
    /// for each item.
    var carrier: String {
        guard traits.home.namesPublishers else { return source.rawValue }
        return "\(source) \(story.publisher ?? publisher)"
    }

    /// What its API calls its publisher, or the domain of its address.
    var namedPublisher: String { traits.home.namesPublishers ? story.publisher ?? publisher : publisher }

    /// What is searched for words: title, summary and categories. They are split only for a search.
    var text: SearchableText {
        SearchableText([story.title, story.summary?.plainText ?? ""] + story.categories)
    }

    /// The order in which documents are clustered, whatever the order of the input: by date, those without one last.
    static func precedes(_ one: Document, _ other: Document) -> Bool {
        let (first, second) = (one.hours ?? .infinity, other.hours ?? .infinity)
        guard first == second else { return first < second }
        return (one.key, one.source.rawValue, one.title, one.story.id.rawValue)
            < (other.key, other.source.rawValue, other.title, other.story.id.rawValue)
    }

    /// By address: an order of any two documents.
    func precedesByAddress(_ other: Document) -> Bool {
        guard key == other.key else { return key < other.key }
        return (source, story.id) < (other.source, other.story.id)
    }

    /// Its story as left out of an edition.
    func leftOut(
        _ reason: Edition.LeftOut.Reason, detail: String, score: Double = 0, cause: SourceID? = nil
    ) -> LeftOutDocument {
        (self, Edition.LeftOut(story: story, reason: reason, detail: detail, score: score, cause: cause))
    }
}

/// A document that is left out of an edition, and why.
typealias LeftOutDocument = (document: Document, leftOut: Edition.LeftOut)
