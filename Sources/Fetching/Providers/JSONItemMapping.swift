import FeedParsing
import Foundation
import NewsModel
import WebText

/// Items of a JSON API, by the configured paths or else by the names that most APIs use.
struct JSONItemMapping {
    /// What a member of an item can stand for.
    enum Field: String, Sendable, Hashable, CaseIterable {
        case id, title, link, published, updated, author, summary, content, category, image, points, comments
        case discussion
    }

    /// The keys of `fields`: where in an item each field stands.
    static let keys = Field.allCases.map { field in
        ProviderKey(
            field.rawValue, .checked("a path such as data.title", JSONPathParser.mistake(in:)),
            "Where an item's \(field.rawValue) stands.", otherNames: otherNames(field))
    }

    private static func otherNames(_ field: Field) -> [String] {
        switch field {
        case .link: ["url", "href", "permalink"]
        case .published: ["date", "created", "time", "pubdate"]
        case .updated: ["modified"]
        case .title: ["headline", "name"]
        case .summary: ["description", "teaser"]
        case .content: ["body", "text", "html"]
        case .author: ["authors", "by", "byline"]
        case .category: ["categories", "tags", "section"]
        case .image: ["thumbnail", "picture"]
        case .points: ["score", "votes", "likes"]
        case .id: ["guid", "key"]
        case .comments, .discussion: []
        }
    }

    private let paths: [Field: JSONPath]
    private let base: String
    private(set) var warnings: [FeedWarning] = []

    init(fields: [Field: String], base: String) {
        paths = Self.usual.merging(fields) { _, given in given }.mapValues(JSONPath.init)
        self.base = Reference.base(base)
    }

    private static let usual: [Field: String] = [
        .id: "id|guid|uuid", .title: "title|headline|name", .link: "url|link|permalink|href",
        .published: "published|published_at|publishedAt|date|created_at|created|time",
        .updated: "updated|updated_at",
        .author: "author.name|author|byline|by", .summary: "summary|description|excerpt|abstract",
        .content: "content_html|content|body", .category: "tags|categories|category",
        .image: "image.url|image|thumbnail",
        .points: "points|score|ups", .comments: "num_comments|comments_count|descendants",
    ]

    /// `nil` for an item without a title, or with neither link nor id.
    mutating func item(from value: JSONValue) -> FeedItem? {
        guard let title = text(.title, value) else { return nil }
        let link = text(.link, value).flatMap { Reference.resolve($0, base: base) }
        let id = text(.id, value)
        guard link != nil || id != nil else { return nil }
        var item = FeedItem(id: id, title: PlainText.of(titleInHTML: title), link: link)
        item.published = date(.published, value)
        item.updated = date(.updated, value)
        item.authors = texts(.author, value)
        item.summary = text(.summary, value).map { Markup(.html, $0, base: link) }
        item.content = text(.content, value).map { Markup(.html, $0, base: link) }
        item.categories = texts(.category, value)
        item.image = text(.image, value).flatMap { Reference.resolve($0, base: base) }
        item.discussion = text(.discussion, value).flatMap { Reference.resolve($0, base: base) }
        item.points = paths[.points]?.first(in: value, \.integer)
        item.comments = paths[.comments]?.first(in: value, \.integer)
        return item
    }

    private func text(_ field: Field, _ value: JSONValue) -> String? {
        paths[field]?.first(in: value, \.text)
    }

    private func texts(_ field: Field, _ value: JSONValue) -> [String] {
        paths[field]?.first(in: value) { found in
            guard case .array(let values) = found else { return found.text.map { [$0] } }
            let texts = values.compactMap { $0.text ?? $0["name"].text }
            return texts.isEmpty ? nil : texts
        } ?? []
    }

    private mutating func date(_ field: Field, _ value: JSONValue) -> Date? {
        guard let text = text(field, value) else { return nil }
        let reading = FeedDate.reading(text)
        if let remark = reading.remark, warnings.count < 10 {
            warnings.append(FeedWarning(message: "\(remark.rawValue): \(text.prefix(40))"))
        }
        return reading.date
    }
}
