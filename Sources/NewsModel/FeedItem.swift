package import Foundation
import WebText

/// One entry of a feed or an API, as its source said it.
package struct FeedItem: Sendable, Hashable {
    /// Atom `id`, RSS `guid`, an API's own id.
    package var id: String?
    /// Plain text: markup stripped, entities decoded.
    package var title: String?
    /// Where the story is, absolute where a base is known.
    package var link: String?
    package var published: Date?
    package var updated: Date?
    /// Names, plain text.
    package var authors: [String]
    package var summary: Markup?
    package var content: Markup?
    package var categories: [String]
    package var enclosures: [Enclosure]
    /// The address of a picture that stands for the story.
    package var image: String?
    /// BCP 47, where it differs from the feed's or is said at all.
    package var language: String?
    /// Where people discuss it.
    package var discussion: String?
    /// What others gave it, where its site counts that.
    package var points: Int?
    /// How many comments it has, where its site counts them.
    package var comments: Int?
    /// Its place in a list whose order means something, from 1.
    package var rank: Int?
    /// Who published it, where that is not the source itself (an aggregator's item).
    package var publisher: String?

    package init(
        id: String? = nil, title: String? = nil, link: String? = nil, published: Date? = nil, updated: Date? = nil,
        authors: [String] = [], summary: Markup? = nil, content: Markup? = nil, categories: [String] = [],
        enclosures: [Enclosure] = [], image: String? = nil, language: String? = nil, discussion: String? = nil,
        points: Int? = nil, comments: Int? = nil, rank: Int? = nil, publisher: String? = nil
    ) {
        self.id = id
        self.title = title
        self.link = link
        self.published = published
        self.updated = updated
        self.authors = authors
        self.summary = summary
        self.content = content
        self.categories = categories
        self.enclosures = enclosures
        self.image = image
        self.language = language
        self.discussion = discussion
        self.points = points
        self.comments = comments
        self.rank = rank
        self.publisher = publisher
    }
}

/// A file that belongs to an entry (RSS 2.0 `enclosure`, Atom `rel="enclosure"`, JSON Feed `attachments`).
package struct Enclosure: Sendable, Hashable, Codable {
    package var url: String
    /// Its media type.
    package var type: String?
    /// Its size in bytes.
    package var length: Int?

    package init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}

/// Text from a source that is not safe to show: HTML of unknown quality, or plain text, and what its links are
/// relative to. Only Publishing's sanitiser makes something of it that may stand in a page.
package struct Markup: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case html, text
    }

    package var kind: Kind
    package var source: String
    /// The absolute address that relative links in it are resolved against.
    package var base: String?

    package init(_ kind: Kind, _ source: String, base: String? = nil) {
        self.kind = kind
        self.source = source
        self.base = base
    }

    /// Its text without markup, for searching and comparing.
    package var plainText: String {
        switch kind {
        case .text: source
        case .html: PlainText.of(html: source)
        }
    }
}
