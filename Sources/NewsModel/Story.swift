package import Foundation
package import WebText

/// An item as the store knows it.
///
/// A value like any other, but what it says is held once for all its copies: a night passes tens of thousands of them
/// around.
package struct Story: Sendable, Hashable, Identifiable {
    private var record: Record

    package init(
        id: StoryID, source: SourceID, key: String, link: WebAddress?, title: String, published: Date? = nil,
        updated: Date? = nil, firstSeen: Date, authors: [String] = [], summary: Markup? = nil, content: Markup? = nil,
        categories: [String] = [], image: WebAddress? = nil, language: String? = nil, discussion: WebAddress? = nil,
        points: Int? = nil, comments: Int? = nil, rank: Int? = nil, publisher: String? = nil
    ) {
        record = Record(
            StoryFields(
                id: id, source: source, key: key, link: link, title: title, published: published, updated: updated,
                firstSeen: firstSeen, authors: authors, summary: summary, content: content, categories: categories,
                image: image, language: language, discussion: discussion, points: points, comments: comments,
                rank: rank, publisher: publisher))
    }

    package var id: StoryID {
        get { record.fields.id }
        set { change { $0.id = newValue } }
    }

    package var source: SourceID {
        get { record.fields.source }
        set { change { $0.source = newValue } }
    }

    /// The identity of its address: equal for two stories exactly when they are the same article.
    package var key: String {
        get { record.fields.key }
        set { change { $0.key = newValue } }
    }

    /// Whether it has no address of its own: its key then says only what it is called in its source.
    package var hasOwnKey: Bool { Self.isOwnKey(key, of: source) }

    /// Whether a key only says what a story without an address is called in its source.
    package static func isOwnKey(_ key: String, of source: SourceID) -> Bool {
        let name = source.rawValue.utf8
        return key.utf8.starts(with: name) && key.utf8.dropFirst(name.count).first == UInt8(ascii: "#")
    }

    /// A key that no address has, for a story without one: `name` tells it apart within its source.
    package static func ownKey(_ name: String, of source: SourceID) -> String { "\(source)#\(name)" }

    /// Where a reader finds it; `nil` where neither it nor its site has an address for readers.
    package var link: WebAddress? {
        get { record.fields.link }
        set { change { $0.link = newValue } }
    }

    /// Plain text, never empty.
    package var title: String {
        get { record.fields.title }
        set { change { $0.title = newValue } }
    }

    package var published: Date? {
        get { record.fields.published }
        set { change { $0.published = newValue } }
    }

    package var updated: Date? {
        get { record.fields.updated }
        set { change { $0.updated = newValue } }
    }

    /// When a run first read it.
    package var firstSeen: Date {
        get { record.fields.firstSeen }
        set { change { $0.firstSeen = newValue } }
    }

    package var authors: [String] {
        get { record.fields.authors }
        set { change { $0.authors = newValue } }
    }

    package var summary: Markup? {
        get { record.fields.summary }
        set { change { $0.summary = newValue } }
    }

    package var content: Markup? {
        get { record.fields.content }
        set { change { $0.content = newValue } }
    }

    package var categories: [String] {
        get { record.fields.categories }
        set { change { $0.categories = newValue } }
    }

    package var image: WebAddress? {
        get { record.fields.image }
        set { change { $0.image = newValue } }
    }

    package var language: String? {
        get { record.fields.language }
        set { change { $0.language = newValue } }
    }

    package var discussion: WebAddress? {
        get { record.fields.discussion }
        set { change { $0.discussion = newValue } }
    }

    package var points: Int? {
        get { record.fields.points }
        set { change { $0.points = newValue } }
    }

    package var comments: Int? {
        get { record.fields.comments }
        set { change { $0.comments = newValue } }
    }

    package var rank: Int? {
        get { record.fields.rank }
        set { change { $0.rank = newValue } }
    }

    package var publisher: String? {
        get { record.fields.publisher }
        set { change { $0.publisher = newValue } }
    }

    /// When it became news.
    package var dated: Date { Self.dated(published, firstSeen: firstSeen) }

    /// When an item became news: its date, or when it was first seen if it has none or one that lies after that.
    package static func dated(_ published: Date?, firstSeen: Date) -> Date {
        guard let published, published <= firstSeen else { return firstSeen }
        return published
    }

    private mutating func change(_ change: (inout StoryFields) -> Void) {
        var fields = record.fields
        change(&fields)
        record = Record(fields)
    }

    package static func == (one: Story, other: Story) -> Bool {
        one.record === other.record || one.record.fields == other.record.fields
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(record.fields)
    }

    /// What copies of a story have in common.
    private final class Record: Sendable {
        let fields: StoryFields

        init(_ fields: StoryFields) {
            self.fields = fields
        }
    }
}

/// What there is to say of a story.
private struct StoryFields: Sendable, Hashable {
    var id: StoryID
    var source: SourceID
    var key: String
    var link: WebAddress?
    var title: String
    var published: Date?
    var updated: Date?
    var firstSeen: Date
    var authors: [String]
    var summary: Markup?
    var content: Markup?
    var categories: [String]
    var image: WebAddress?
    var language: String?
    var discussion: WebAddress?
    var points: Int?
    var comments: Int?
    var rank: Int?
    var publisher: String?
}
