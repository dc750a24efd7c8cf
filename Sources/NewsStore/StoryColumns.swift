import Foundation
import GRDB
import NewsModel

/// A story as its row has it.
enum StoryColumns {
    /// How many columns ``story(_:names:)`` reads.
    static let count = 22

    /// In the order that ``story(_:names:)`` reads.
    static let list = list(of: "story")

    /// The same for a story without its summary and content.
    static let listWithoutTexts = "\(short(of: "story")), NULL, NULL"

    /// ``list`` of another table that has stories.
    static func list(of table: String) -> String { "\(short(of: table)), summary, content" }

    /// What a copy of a story is written in, in the order of ``bind(copyOf:to:)``.
    static let copied = ["id", "source", "first_seen"] + said

    private static func short(of table: String) -> String {
        """
        \(table).id, \(table).source, first_seen, published, updated, points, comments, rank, forms, key, link, title, \
        authors, categories, image, language, discussion, publisher, summary_base, content_base
        """
    }

    /// What a source may change about a story, in the order of ``bind(_:published:dated:listed:fingerprint:to:)``.
    static let changing = ["dated", "listed", "fingerprint"] + said

    /// What a source says of a story, in the order of ``bind(_:published:to:)``.
    static let said = [
        "published", "updated", "points", "comments", "rank", "forms", "key", "link", "title", "authors", "categories",
        "image", "language", "discussion", "publisher", "summary_base", "content_base", "summary", "content",
    ]

    /// Bits of `forms`.
    private static let summaryIsHTML: Int64 = 1
    private static let contentIsHTML: Int64 = 2

    private static func kind(_ forms: Int64, _ isHTML: Int64) -> Markup.Kind {
        forms & isHTML == 0 ? .text : .html
    }

    static func story(_ row: StoredRow, names: [Int64: SourceID]) throws -> Story {
        try story(row, source: names[try row.integer(1)] ?? "")
    }

    /// A story of a table that keeps copies, with the id of its source in place of its number.
    static func copy(_ row: StoredRow) throws -> Story {
        try story(row, source: SourceID(rawValue: row.text(1)))
    }

    private static func story(_ row: StoredRow, source: SourceID) throws -> Story {
        let forms = try row.integer(8)
        return Story(
            id: StoryID(number: try row.integer(0)), source: source, key: try row.text(9), link: try row.text(10),
            title: try row.text(11), published: try row.optionalInstant(3), updated: try row.optionalInstant(4),
            firstSeen: try row.instant(2), authors: TextList.texts(try row.optionalText(12)),
            summary: try row.optionalText(20).map {
                Markup(kind(forms, summaryIsHTML), $0, base: try row.optionalText(18))
            },
            content: try row.optionalText(21).map {
                Markup(kind(forms, contentIsHTML), $0, base: try row.optionalText(19))
            },
            categories: TextList.texts(try row.optionalText(13)), image: try row.optionalText(14),
            language: try row.optionalText(15), discussion: try row.optionalText(16),
            points: try row.optionalInteger(5).map(Int.init), comments: try row.optionalInteger(6).map(Int.init),
            rank: try row.optionalInteger(7).map(Int.init), publisher: try row.optionalText(17))
    }

    /// The contents of stories, by their ids.
    static func contents(
        of stories: [(id: StoryID, number: Int64)], _ db: Database
    ) throws -> [StoryID: Markup] {
        let statement = try PreparedStatement(db, "SELECT forms, content_base, content FROM story WHERE number = ?")
        var contents: [StoryID: Markup] = [:]
        for (id, number) in stories {
            contents[id] = try statement.first([.of(number)]) { row in
                Markup(kind(try row.integer(0), contentIsHTML), try row.text(2), base: try row.optionalText(1))
            }
        }
        return contents
    }

    /// Gives a statement the values of ``changing``.
    static func bind(
        _ new: PreparedItem, published: Date?, dated: Date, listed: Date, fingerprint: Int64, to binder: inout Binder
    ) {
        for instant in [dated, listed] { binder.add(instant.milliseconds) }
        binder.add(fingerprint)
        bind(new, published: published, to: &binder)
    }

    /// Gives a statement the values of ``said``.
    static func bind(_ new: PreparedItem, published: Date?, to binder: inout Binder) {
        let item = new.item
        for instant in [published, item.updated] { binder.add(instant?.milliseconds) }
        for number in [item.points, item.comments, item.rank] { binder.add(number.map(Int64.init)) }
        binder.add(
            (item.summary?.kind == .html ? summaryIsHTML : 0) | (item.content?.kind == .html ? contentIsHTML : 0))
        for text in [new.key, new.link, new.title] { binder.add(text) }
        for list in [item.authors, item.categories] { binder.add(TextList.joined(list)) }
        for text in [item.image, item.language, item.discussion, item.publisher] { binder.add(text) }
        for text in [item.summary?.base, item.content?.base] { binder.add(text) }
        for text in [item.summary?.source, item.content?.source] { binder.add(text) }
    }

    /// Gives a statement the values of ``copied``.
    static func bind(copyOf story: Story, to binder: inout Binder) {
        // Every id that the store gave is a number.
        binder.add(story.id.number ?? 0)
        binder.add(story.source.rawValue)
        binder.add(story.firstSeen.milliseconds)
        bind(PreparedItem(story), published: story.published, to: &binder)
    }

    /// What ``story(_:names:)`` will make of a row that is written now, but for its content.
    static func storyWithoutContent(_ new: PreparedItem, id: StoryID, source: SourceID, firstSeen: Date) -> Story {
        let item = new.item
        return Story(
            id: id, source: source, key: StoredText.kept(new.key), link: StoredText.kept(new.link),
            title: StoredText.kept(new.title), published: item.published?.kept, updated: item.updated?.kept,
            firstSeen: firstSeen.kept, authors: TextList.kept(item.authors), summary: item.summary.map(kept),
            categories: TextList.kept(item.categories), image: StoredText.kept(item.image),
            language: StoredText.kept(item.language), discussion: StoredText.kept(item.discussion),
            points: item.points, comments: item.comments, rank: item.rank,
            publisher: StoredText.kept(item.publisher))
    }

    private static func kept(_ markup: Markup) -> Markup {
        Markup(markup.kind, StoredText.kept(markup.source), base: StoredText.kept(markup.base))
    }
}
