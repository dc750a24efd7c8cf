package import Foundation
import NewsModel

/// One paper's document of a story: what clustering and the choice of a lead look at. A class, since thousands of them are
/// sorted and passed around.
package final class Document: Sendable {
    /// Names it among the others, and settles ties.
    package let id: String
    /// The identity of its address.
    package let key: String
    package let title: String
    /// When it became news, in hours since 1970; `nil` where nobody knows.
    package let hours: Double?
    package let source: String
    /// What its source and publisher are called, as a title may end with.
    package let names: [String]
    /// The identities of the articles that its text links to.
    package let links: [String]
    /// The weight of its source.
    package let weight: Double
    /// How much of a text it has, in steps.
    package let fullness: Int
    /// Whether it repeats what an agency wrote.
    package let isAgencyCopy: Bool
    /// Whose its address is.
    let claim: DomainOwnership.Claim
    /// Whether its link leads to another site, which sends on to the address.
    let isSentOn: Bool
    /// Whether it has no address but one that is another source's.
    let isBorrowed: Bool
    /// Those of the title and the summary.
    let words: DocumentWords

    package convenience init(
        id: String, key: String, title: String, summary: String = "", published: Date? = nil, source: String,
        names: [String] = [], links: [String] = [], weight: Double = 1, fullness: Int? = nil,
        isAgencyCopy: Bool = false
    ) {
        self.init(
            id: id, key: key, title: title, published: published, source: source, names: names, links: links,
            weight: weight, fullness: fullness ?? Self.fullness(summary: summary.utf8.count, content: 0),
            isAgencyCopy: isAgencyCopy, claim: .open, isSentOn: false, isBorrowed: false,
            words: DocumentWords(title: title, opening: summary))
    }

    private init(
        id: String, key: String, title: String, published: Date?, source: String, names: [String], links: [String],
        weight: Double, fullness: Int, isAgencyCopy: Bool, claim: DomainOwnership.Claim, isSentOn: Bool,
        isBorrowed: Bool,
        words: DocumentWords
    ) {
        self.id = id
        self.key = key
        self.title = title
        hours = published.map { $0.timeIntervalSince1970 / 3600 }
        self.source = source
        self.names = names
        self.links = links
        self.weight = weight
        self.fullness = fullness
        self.isAgencyCopy = isAgencyCopy
        self.claim = claim
        self.isSentOn = isSentOn
        self.isBorrowed = isBorrowed
        self.words = words
    }

    /// The document that a candidate is.
    convenience init(_ candidate: Candidate) {
        let (story, traits) = (candidate.story, candidate.traits)
        let impression = candidate.impression ?? Impression(story)
        let host = CanonicalURL.host(ofKey: candidate.key)
        self.init(
            id: story.id.rawValue, key: candidate.key, title: story.title, published: story.dated,
            source: story.source.rawValue,
            names: [traits.title, traits.id.rawValue, host, story.publisher ?? ""] + Self.label(ofHost: host),
            links: impression.links, weight: traits.weight, fullness: impression.fullness,
            isAgencyCopy: impression.isAgencyCopy, claim: candidate.claim, isSentOn: candidate.isSentOn,
            isBorrowed: candidate.isBorrowed, words: impression.words)
    }

    /// `herald` of `herald.example`.
    package static func label(ofHost host: String) -> [String] {
        CanonicalURL.publisher(ofKey: host).split(separator: ".").first.map { [String($0)] } ?? []
    }

    /// Steps rather than lengths, so that a few words more do not change a lead.
    static func fullness(summary: Int, content: Int) -> Int {
        let length = max(summary, content)
        return length >= 1500 ? 3 : length >= 80 ? 2 : length > 0 ? 1 : 0
    }
}

extension Document {
    /// The order in which documents are looked at, whatever the order in which they came.
    static func precedes(_ one: Document, _ other: Document) -> Bool {
        let (first, second) = (one.hours ?? .infinity, other.hours ?? .infinity)
        guard first == second else { return first < second }
        return (one.key, one.source, one.title, one.id)
            < (other.key, other.source, other.title, other.id)
    }
}
