import GRDB
import NewsModel

/// What belonged to a date and is not on its page, as rows of their own: on a night with thousands of new stories
/// there is far more of it than of what was told, and only explaining needs it.
enum LeftOutRecords {
    /// Writes what was left out over what there is of its date; `numbers` are those that need not be looked up.
    static func save(
        _ leftOut: [Edition.LeftOut], of date: EditionDate, numbers: [StoryID: Int64], _ db: Database
    ) throws {
        try remove(of: date, db)
        let lookup = try PreparedStatement(db, "SELECT number FROM story WHERE id = ?")
        let insertion = insertion(of: date, db)
        let rows = try leftOut.enumerated().compactMap { position, out in
            try (numbers[out.story.id] ?? lookup.first([.of(out.story.id.number)]) { row in try row.integer(0) })
                .map { LeftOutRow(position: position, story: $0, record: out) }
        }
        try insertion.write(rows)
    }

    private struct LeftOutRow {
        let position: Int
        let story: Int64
        let record: Edition.LeftOut
    }

    private static func insertion(of date: EditionDate, _ db: Database) -> RowInsertion<LeftOutRow> {
        RowInsertion(
            db, "INSERT INTO left_out (date, position, story, reason, detail, score, cause)", columns: 7
        ) { row, binder in
            for number in [date.number, Int64(row.position), row.story] { binder.add(number) }
            for text in [row.record.reason.rawValue, row.record.detail] { binder.add(text) }
            binder.add(row.record.score)
            binder.add(row.record.cause?.rawValue)
        }
    }

    /// In the order in which they were saved, each story as it is now, without its texts.
    static func leftOut(of date: EditionDate, _ db: Database) throws -> [Edition.LeftOut] {
        let names = try SourceRecords.names(db)
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumns.listWithoutTexts), left_out.reason, left_out.detail, left_out.score,
                left_out.cause
            FROM left_out JOIN story ON story.number = left_out.story
            WHERE left_out.date = ? ORDER BY left_out.position
            """)
        return try statement.all([.of(date.number)]) { row in
            try record(of: StoryColumns.story(row, names: names), row, from: StoryColumns.count)
        }
    }

    /// Why each of the stories is absent from the editions to which it belonged, by their dates.
    static func reasons(
        of stories: [(number: Int64, story: Story)], _ db: Database
    ) throws -> [Int64: [EditionDate: Edition.LeftOut]] {
        // One pass for all of them: a night writes thousands of these rows and few people ever ask.
        let numbers = stories.map { String($0.number) }.joined(separator: ", ")
        let statement = try PreparedStatement(
            db, "SELECT story, date, reason, detail, score, cause FROM left_out WHERE story IN (\(numbers))")
        let byNumber = Dictionary(stories.map { ($0.number, $0.story) }) { first, _ in first }
        var found: [Int64: [EditionDate: Edition.LeftOut]] = [:]
        _ = try statement.all { row in
            let number = try row.integer(0)
            guard let story = byNumber[number] else { return }
            found[number, default: [:]][try EditionRecords.date(row.integer(1))] = try record(of: story, row, from: 2)
        }
        return found
    }

    /// What joined a story that was told before, on the dates from `first` up to, but without, `end`, and was not told
    /// since; each story once, with its texts.
    static func latecomers(
        from first: EditionDate, before end: EditionDate, _ db: Database
    ) throws -> [Edition.LeftOut] {
        let names = try SourceRecords.names(db)
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumns.list), left_out.reason, max(left_out.detail), left_out.score,
                left_out.cause
            FROM left_out JOIN story ON story.number = left_out.story
            WHERE left_out.date >= ? AND left_out.date < ? AND left_out.reason = 'told'
            AND NOT EXISTS (SELECT 1 FROM told WHERE told.story = story.number)
            GROUP BY story.number ORDER BY story.number
            """)
        return try statement.all([.of(first.number), .of(end.number)]) { row in
            try record(of: StoryColumns.story(row, names: names), row, from: StoryColumns.count)
        }
    }

    /// A story that was left out, by the reason, the detail, the score and the cause that begin at a column.
    static func record(of story: Story, _ row: StoredRow, from column: Int) throws -> Edition.LeftOut {
        Edition.LeftOut(
            story: story, reason: try reason(row.text(column)), detail: try row.text(column + 1),
            // SQLite keeps no NaN.
            score: try row.optionalReal(column + 2) ?? .nan,
            cause: try row.optionalText(column + 3).map { SourceID(rawValue: $0) })
    }

    static func reason(_ text: String) throws -> Edition.LeftOut.Reason {
        guard let reason = Edition.LeftOut.Reason(rawValue: text) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a story was left out for no reason")
        }
        return reason
    }

    static func remove(of date: EditionDate, _ db: Database) throws {
        try PreparedStatement(db, "DELETE FROM left_out WHERE date = ?").run([.of(date.number)])
    }

    static func remove(before date: EditionDate, _ db: Database) throws {
        try PreparedStatement(db, "DELETE FROM left_out WHERE date < ?").run([.of(date.number)])
    }
}
