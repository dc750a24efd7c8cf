import GRDB
import NewsModel

/// What belonged to a date and is not on its page, as rows of their own: on a night with thousands of new stories
/// there is far more of it than of what was told, and only explaining needs it.
enum LeftOutRecords {
    static func save(_ leftOut: [Edition.LeftOut], of date: EditionDate, _ db: Database) throws {
        try remove(of: date, db)
        let insertion = try PreparedStatement(
            db,
            """
            INSERT INTO left_out (date, position, story, reason, detail, score)
            SELECT ?, ?, number, ?, ?, ? FROM story WHERE id = ?
            """)
        for (position, out) in leftOut.enumerated() {
            try insertion.run([
                .of(date.number), .of(position), .of(out.reason.rawValue), .of(out.detail), out.score.databaseValue,
                .of(out.story.id.number),
            ])
        }
    }

    /// In the order in which they were saved, each story as it is now, without its texts.
    static func leftOut(of date: EditionDate, _ db: Database) throws -> [Edition.LeftOut] {
        let names = try SourceLedger.names(db)
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumns.listWithoutTexts), left_out.reason, left_out.detail, left_out.score
            FROM left_out JOIN story ON story.number = left_out.story
            WHERE left_out.date = ? ORDER BY left_out.position
            """)
        let count = StoryColumns.count
        return try statement.all([.of(date.number)]) { row in
            guard let reason = Edition.LeftOut.Reason(rawValue: try row.text(count)) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a story was left out for no reason")
            }
            return Edition.LeftOut(
                story: try StoryColumns.story(row, names: names), reason: reason, detail: try row.text(count + 1),
                // SQLite keeps no NaN.
                score: try row.decode(Double?.self, atIndex: count + 2) ?? .nan)
        }
    }

    static func remove(of date: EditionDate, _ db: Database) throws {
        try PreparedStatement(db, "DELETE FROM left_out WHERE date = ?").run([.of(date.number)])
    }

    static func remove(before date: EditionDate, _ db: Database) throws {
        try PreparedStatement(db, "DELETE FROM left_out WHERE date < ?").run([.of(date.number)])
    }
}
