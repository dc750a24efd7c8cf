import Foundation
import GRDB
import NewsModel
import WebText

/// A column that every story has, in the order in which they are written and read: those of `story`, and of
/// `editionStory`, which keeps copies.
enum StoryColumn: Int, CaseIterable {
    case id, source, firstSeen
    // What its source says about it.
    case published, updated, points, comments, rank, forms, key, link, title, authors, categories, image, language
    case discussion, publisher, summaryBase, contentBase
    // The long ones stand last in the table too, where a scan of the others does not read them.
    case summary, content

    /// What its source says about a story, and may say differently another night.
    static let said = Array(allCases.drop { $0 != .published })

    /// The columns as a statement reads them, from a table.
    static func list(of table: String = "story") -> String {
        allCases.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// The same, without summary and content.
    static let listWithoutTexts = list(withTextsWhere: "false")

    /// The same, with summary and content only in the rows for which a condition holds.
    static func list(withTextsWhere condition: String) -> String {
        allCases.map {
            switch $0 {
            case .summary, .content: "CASE WHEN \(condition) THEN story.\($0) END"
            default: "story.\($0)"
            }
        }.joined(separator: ", ")
    }

    /// Bits of `forms`.
    fileprivate static let summaryIsHTML: Int64 = 1
    fileprivate static let contentIsHTML: Int64 = 2

    /// What the content of a story is, by its `forms`.
    static func contentKind(_ forms: Int64) -> Markup.Kind {
        forms & contentIsHTML == 0 ? .text : .html
    }
}

/// The values of a story's row.
struct StoryValues {
    /// A source as the row of a story names it.
    enum SourceReference {
        /// In `story`.
        case number(Int64)
        /// In `editionStory`, which outlives nothing else.
        case id(SourceID)
    }

    let id: Int64
    let source: SourceReference
    let firstSeen: Date
    let item: PreparedItem

    /// Gives a statement the values of some columns.
    func bind(_ columns: [StoryColumn], to binder: inout Binder) {
        for column in columns { bind(column, to: &binder) }
    }

    private func bind(_ column: StoryColumn, to binder: inout Binder) {
        let said = item.item
        switch column {
        case .id: binder.add(id)
        case .source:
            switch source {
            case .number(let number): binder.add(number)
            case .id(let id): binder.add(id.rawValue)
            }
        case .firstSeen: binder.add(firstSeen.milliseconds)
        case .published: binder.add(said.published?.milliseconds)
        case .updated: binder.add(said.updated?.milliseconds)
        case .points: binder.add(said.points.map(Int64.init))
        case .comments: binder.add(said.comments.map(Int64.init))
        case .rank: binder.add(said.rank.map(Int64.init))
        case .forms:
            let summary = said.summary?.kind == .html ? StoryColumn.summaryIsHTML : 0
            binder.add(summary | (said.content?.kind == .html ? StoryColumn.contentIsHTML : 0))
        case .key: binder.add(item.key)
        case .link: binder.add(item.link)
        case .title: binder.add(item.title)
        case .authors: binder.add(TextList.joined(said.authors))
        case .categories: binder.add(TextList.joined(said.categories))
        case .image: binder.add(said.image)
        case .language: binder.add(said.language)
        case .discussion: binder.add(said.discussion)
        case .publisher: binder.add(said.publisher)
        case .summaryBase: binder.add(said.summary?.base)
        case .contentBase: binder.add(said.content?.base)
        case .summary: binder.add(said.summary?.source)
        case .content: binder.add(said.content?.source)
        }
    }
}

extension StoryValues {
    /// The values of a copy of a story.
    init(copyOf story: Story) {
        self.init(
            id: story.id.number ?? 0, source: .id(story.source), firstSeen: story.firstSeen, item: PreparedItem(story))
    }

    /// The story that will be read from a row with these values, without its content.
    func storyWithoutContent(of source: SourceID) -> Story {
        let said = item.item
        return Story(
            id: StoryID(number: id), source: source, key: StoredText.stored(item.key),
            link: WebAddress(StoredText.stored(item.link)), title: StoredText.stored(item.title),
            published: said.published?.stored, updated: said.updated?.stored, firstSeen: firstSeen.stored,
            authors: TextList.stored(said.authors),
            summary: said.summary.map {
                Markup($0.kind, StoredText.stored($0.source), base: StoredText.stored($0.base))
            },
            categories: TextList.stored(said.categories),
            image: StoredText.stored(said.image).flatMap { WebAddress($0) },
            language: StoredText.stored(said.language),
            discussion: StoredText.stored(said.discussion).flatMap { WebAddress($0) },
            points: said.points, comments: said.comments, rank: said.rank,
            publisher: StoredText.stored(said.publisher))
    }
}

extension Story {
    /// The story of a row of `story` that begins with ``StoryColumn``s; `names` are the sources by their numbers.
    init(_ row: StoredRow, names: [Int64: SourceID]) throws {
        try self.init(row, source: names[try row.integer(StoryColumn.source.rawValue)] ?? "")
    }

    /// The story of a row of `editionStory` that begins with ``StoryColumn``s.
    init(copiedIn row: StoredRow) throws {
        try self.init(row, source: SourceID(rawValue: try row.text(StoryColumn.source.rawValue)))
    }

    private init(_ row: StoredRow, source: SourceID) throws {
        func integer(_ column: StoryColumn) throws -> Int64 { try row.integer(column.rawValue) }
        func count(_ column: StoryColumn) throws -> Int? { try row.optionalInteger(column.rawValue).map(Int.init) }
        func instant(_ column: StoryColumn) throws -> Date? { try row.optionalInstant(column.rawValue) }
        func required(_ column: StoryColumn) throws -> String { try row.text(column.rawValue) }
        func text(_ column: StoryColumn) throws -> String? { try row.optionalText(column.rawValue) }
        func markup(_ column: StoryColumn, base: StoryColumn, _ isHTML: Int64) throws -> Markup? {
            guard let source = try text(column) else { return nil }
            return Markup(try integer(.forms) & isHTML == 0 ? .text : .html, source, base: try text(base))
        }
        self.init(
            id: StoryID(number: try integer(.id)), source: source, key: try required(.key),
            link: WebAddress(try required(.link)), title: try required(.title), published: try instant(.published),
            updated: try instant(.updated), firstSeen: Date(milliseconds: try integer(.firstSeen)),
            authors: TextList.texts(try text(.authors)),
            summary: try markup(.summary, base: .summaryBase, StoryColumn.summaryIsHTML),
            content: try markup(.content, base: .contentBase, StoryColumn.contentIsHTML),
            categories: TextList.texts(try text(.categories)), image: try text(.image).flatMap { WebAddress($0) },
            language: try text(.language), discussion: try text(.discussion).flatMap { WebAddress($0) },
            points: try count(.points),
            comments: try count(.comments), rank: try count(.rank), publisher: try text(.publisher))
    }
}
