import Foundation
import NewsModel

/// A feed as the goldens have it: what is not said is left out.
struct GoldenFeed: Codable, Equatable {
    var format, title, link, description, language, updated: String?
    var hints: [String: String]?
    var items: [Item]
    var warnings: [String]?

    struct Item: Codable, Equatable {
        var id, title, link, published, updated: String?
        var authors, categories, enclosures: [String]?
        var summary, content: String?
        var image, language, discussion, publisher: String?
        var comments: Int?
    }

    init(_ feed: Feed) {
        format = feed.format?.rawValue
        title = feed.title
        link = feed.link
        description = feed.description
        language = feed.language
        updated = Self.text(feed.updated)
        hints = Self.hints(feed.hints)
        items = feed.items.map(Item.init)
        warnings = feed.warnings.isEmpty ? nil : feed.warnings.map(\.description)
    }

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }

    fileprivate static func text(_ date: Date?) -> String? { date?.formatted(.iso8601) }

    private static func hints(_ hints: FeedHints) -> [String: String]? {
        var texts: [String: String] = [:]
        if let time = hints.timeToLive { texts["timeToLive"] = "\(time.seconds) s" }
        if !hints.skipHours.isEmpty { texts["skipHours"] = "\(hints.skipHours.sorted())" }
        if !hints.skipDays.isEmpty { texts["skipDays"] = "\(hints.skipDays.sorted())" }
        if hints.isExpired { texts["isExpired"] = "true" }
        return texts.isEmpty ? nil : texts
    }
}

extension GoldenFeed.Item {
    init(_ item: FeedItem) {
        id = item.id
        title = item.title
        link = item.link
        published = GoldenFeed.text(item.published)
        updated = GoldenFeed.text(item.updated)
        authors = item.authors.isEmpty ? nil : item.authors
        categories = item.categories.isEmpty ? nil : item.categories
        enclosures = item.enclosures.isEmpty ? nil : item.enclosures.map(Self.text)
        summary = item.summary.map(Self.text)
        content = item.content.map(Self.text)
        image = item.image
        language = item.language
        discussion = item.discussion
        publisher = item.publisher
        comments = item.comments
    }

    private static func text(_ markup: Markup) -> String {
        "\(markup.kind) at \(markup.base ?? "nowhere"): \(markup.source)"
    }

    private static func text(_ file: Enclosure) -> String {
        "\(file.url) \(file.type ?? "–") \(file.length.map(String.init) ?? "–")"
    }
}
