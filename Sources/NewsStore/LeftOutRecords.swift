import GRDB
import NewsModel

/// What belonged to a date and is not on its page, as rows of their own: on a night with thousands of new stories
/// there is far more of it than of what was told, and only explaining needs it.
enum LeftOutRecords {
    private struct LeftOutRow {
        let position: Int64
        let story: Int64
        let leftOut: Edition.LeftOut
    }

    /// Inserts what was left out of an edition; `numbers` are those of stories that need not be looked up.
    static func insert(
        _ leftOut: [Edition.LeftOut], of date: EditionDate, numbers: [StoryID: Int64], _ db: Database
    ) throws {
        let lookup = try PreparedStatement(db, "SELECT number FROM story WHERE id = ?")
        let insertion = RowInsertion<LeftOutRow>(
            db, "INSERT INTO leftOut", columns: ["date", "position", "story", "reason", "detail", "score", "cause"]
        ) { row, binder in
            binder.add([date.number, row.position, row.story])
            binder.add(row.leftOut.reason.rawValue)
            binder.add(row.leftOut.detail)
            binder.add(row.leftOut.score)
            binder.add(row.leftOut.cause?.rawValue)
        }
        let rows = try leftOut.enumerated().compactMap { index, leftOut -> LeftOutRow? in
            let id = leftOut.story.id
            let number = try numbers[id] ?? lookup.first(id.number ?? 0) { row in try row.integer(0) }
            return number.map { LeftOutRow(position: Int64(index), story: $0, leftOut: leftOut) }
        }
        try insertion.write(rows)
    }

    /// In the order in which they were saved, each story as it is now. Only what joined a story that was told before has its
    /// texts, which decide what is told next.
    static func leftOut(of date: EditionDate, _ db: Database) throws -> [Edition.LeftOut] {
        let names = try SourceRecords.names(db)
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumn.list(withTextsWhere: "leftOut.reason = 'told'")),
                leftOut.reason, leftOut.detail, leftOut.score, leftOut.cause
            FROM leftOut JOIN story ON story.number = leftOut.story
            WHERE leftOut.date = ? ORDER BY leftOut.position
            """)
        return try statement.all(date.number) { row in
            try record(of: Story(row, names: names), row, from: StoryColumn.allCases.count)
        }
    }

    /// Why each of the stories is absent from the editions to which it belonged, by their dates.
    static func reasons(
        of stories: [(number: Int64, story: Story)], _ db: Database
    ) throws -> [Int64: [EditionDate: Edition.LeftOut]] {
        // One pass for all of them: a night writes thousands of these rows and few people ever ask.
        let numbers = stories.map { String($0.number) }.joined(separator: ", ")
        let statement = try PreparedStatement(
            db, "SELECT story, date, reason, detail, score, cause FROM leftOut WHERE story IN (\(numbers))")
        let byNumber = Dictionary(stories.map { ($0.number, $0.story) }) { first, _ in first }
        var found: [Int64: [EditionDate: Edition.LeftOut]] = [:]
        _ = try statement.all { row in
            let number = try row.integer(0)
            guard let story = byNumber[number] else { return }
            found[number, default: [:]][try EditionDate(stored: row.integer(1))] = try record(of: story, row, from: 2)
        }
        return found
    }

    /// What joined a story that was told before, on the dates from `first` up to, but without, `end`, and was not told
    /// since; each story once, with its texts.
    static func latecomers(
        from first: EditionDate, before end: EditionDate, names: [Int64: SourceID], _ db: Database
    ) throws -> [Edition.LeftOut] {
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumn.list()), leftOut.reason, max(leftOut.detail), leftOut.score, leftOut.cause
            FROM leftOut JOIN story ON story.number = leftOut.story
            WHERE leftOut.date >= ? AND leftOut.date < ? AND leftOut.reason = 'told'
            AND NOT EXISTS (SELECT 1 FROM told WHERE told.story = story.number)
            GROUP BY story.number ORDER BY story.number
            """)
        return try statement.all(first.number, end.number) { row in
            try record(of: Story(row, names: names), row, from: StoryColumn.allCases.count)
        }
    }

    /// A story that was left out, by the reason, the detail, the score and the cause that begin at a column.
    static func record(of story: Story, _ row: StoredRow, from column: Int) throws -> Edition.LeftOut {
        guard let reason = Edition.LeftOut.Reason(rawValue: try row.text(column)) else {
            throw StoreError.damage("a story was left out for no reason")
        }
        return Edition.LeftOut(
            story: story, reason: reason, detail: try row.text(column + 1), score: try row.real(column + 2),
            cause: try row.optionalText(column + 3).map { SourceID(rawValue: $0) })
    }
}
