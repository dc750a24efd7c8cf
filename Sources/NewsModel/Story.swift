package import Foundation

/// The name of a story in this installation: given when it is first seen, and never changed.
///
/// Sixteen lowercase hexadecimal digits, so that it may name a fragment or a tag URI.
package struct StoryID: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package var description: String { rawValue }

    package static func < (left: StoryID, right: StoryID) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// An item as the store knows it.
package struct Story: Sendable, Hashable, Identifiable, Codable {
    package var id: StoryID
    package var source: SourceID
    /// The identity of its address: equal for two stories exactly when they are the same article.
    package var key: String
    /// Where it is: absolute, `http` or `https`.
    package var link: String
    /// Plain text, never empty.
    package var title: String
    package var published: Date?
    package var updated: Date?
    /// When a run first read it.
    package var firstSeen: Date
    package var authors: [String]
    package var summary: Markup?
    package var content: Markup?
    package var categories: [String]
    package var image: String?
    package var language: String?
    package var discussion: String?
    package var points: Int?
    package var comments: Int?
    package var rank: Int?
    package var publisher: String?

    package init(
        id: StoryID, source: SourceID, key: String, link: String, title: String, published: Date? = nil,
        updated: Date? = nil, firstSeen: Date, authors: [String] = [], summary: Markup? = nil, content: Markup? = nil,
        categories: [String] = [], image: String? = nil, language: String? = nil, discussion: String? = nil,
        points: Int? = nil, comments: Int? = nil, rank: Int? = nil, publisher: String? = nil
    ) {
        self.id = id
        self.source = source
        self.key = key
        self.link = link
        self.title = title
        self.published = published
        self.updated = updated
        self.firstSeen = firstSeen
        self.authors = authors
        self.summary = summary
        self.content = content
        self.categories = categories
        self.image = image
        self.language = language
        self.discussion = discussion
        self.points = points
        self.comments = comments
        self.rank = rank
        self.publisher = publisher
    }

    /// When it became news: its date, or when it was first seen if it has none or one that lies after that.
    package var dated: Date {
        guard let published, published <= firstSeen else { return firstSeen }
        return published
    }
}
