import Foundation
import NewsModel

/// A story with what curation needs to know of it. A class, since thousands of them are sorted and passed around and a
/// story is large.
final class Candidate: Sendable {
    let story: Story
    let traits: SourceTraits
    /// The identity of its address.
    let key: String
    /// When it became news.
    let dated: Date
    /// The registrable domain of its address, or its host.
    let publisher: String
    /// What its texts say, where that is known already.
    let impression: Impression?

    init(_ story: Story, traits: SourceTraits, impression: Impression? = nil) {
        self.story = story
        self.traits = traits
        self.impression = impression
        key = story.key
        dated = story.dated
        publisher = CanonicalURL.publisher(ofKey: key)
    }

    /// By address: an order of any two stories, whatever the order in which they came.
    func precedesByAddress(_ other: Candidate) -> Bool {
        guard key == other.key else { return key < other.key }
        return (story.source, story.id) < (other.story.source, other.story.id)
    }

    var titleWords: [Word] { impression?.words.title ?? Words.of(story.title) }

    /// Its words, to be searched: taken apart only where somebody searches.
    var text: SearchableText { SearchableText(story) }
}
