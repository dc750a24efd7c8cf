import Foundation
import GRDB
import NewsModel

/// A story as its row has it.
enum StoryColumns {
    /// How many columns ``story(_:names:)`` reads.
    static let count = 22

    /// In the order that ``story(_:names:)`` reads.
    static let list = "\(short), summary, content"

    /// The same for a story without its summary and content.
    static let listWithoutTexts = "\(short), NULL, NULL"

    private static let short = """
        story.id, story.source, first_seen, published, updated, points, comments, rank, forms, key, link, title, \
        authors, categories, image, language, discussion, publisher, summary_base, content_base
        """

    /// What a source may change about a story, in the order of ``values(of:dated:)``.
    static let changing = [
        "dated", "listed", "fingerprint", "published", "updated", "points", "comments", "rank", "forms", "key", "link",
        "title", "authors", "categories", "image", "language", "discussion", "publisher", "summary_base",
        "content_base", "summary", "content",
    ]

    /// Stands between the values of a list; no text that is read from XML can hold it.
    private static let separator = "\u{1F}"
    private static let separatorByte: UInt8 = 0x1F

    static func story(_ row: Row, names: [Int64: SourceID]) throws -> Story {
        let forms = try row.integer(8)
        return Story(
            id: StoryID(number: try row.integer(0)),
            source: names[try row.integer(1)] ?? "", key: try row.text(9), link: try row.text(10),
            title: try row.text(11), published: try row.optionalInstant(3), updated: try row.optionalInstant(4),
            firstSeen: try row.instant(2), authors: list(try row.optionalText(12)),
            summary: try row.optionalText(20).map {
                Markup(forms & 1 == 0 ? .text : .html, $0, base: try row.optionalText(18))
            },
            content: try row.optionalText(21).map {
                Markup(forms & 2 == 0 ? .text : .html, $0, base: try row.optionalText(19))
            },
            categories: list(try row.optionalText(13)), image: try row.optionalText(14),
            language: try row.optionalText(15), discussion: try row.optionalText(16),
            points: try row.optionalInteger(5).map(Int.init), comments: try row.optionalInteger(6).map(Int.init),
            rank: try row.optionalInteger(7).map(Int.init), publisher: try row.optionalText(17))
    }

    static func values(
        of new: NewStory, published: Date?, dated: Date, listed: Date, fingerprint: Int64
    ) -> [DatabaseValue] {
        let item = new.item
        let forms = (item.summary?.kind == .html ? 1 : 0) | (item.content?.kind == .html ? 2 : 0)
        return [
            .of(dated), .of(listed), .of(fingerprint), .of(published), .of(item.updated), .of(item.points),
            .of(item.comments), .of(item.rank), .of(forms), .of(new.key), .of(new.link), .of(new.title),
            joined(item.authors), joined(item.categories), .of(item.image), .of(item.language), .of(item.discussion),
            .of(item.publisher), .of(item.summary?.base), .of(item.content?.base), .of(item.summary?.source),
            .of(item.content?.source),
        ]
    }

    private static func joined(_ list: [String]) -> DatabaseValue {
        guard !list.isEmpty else { return .null }
        guard list.contains(where: { $0.utf8.contains(separatorByte) }) else {
            return .of(list.joined(separator: separator))
        }
        return .of(list.map { $0.replacing(separator, with: " ") }.joined(separator: separator))
    }

    private static func list(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.components(separatedBy: separator)
    }
}
