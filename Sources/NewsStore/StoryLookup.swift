import Foundation
import GRDB
import NewsModel

/// Looks stories up for whoever asks where they are.
enum StoryLookup {
    /// Shows the names of all stories, those that were first seen last first.
    static func visitNames(_ db: Database, _ visit: (StoryName) -> Void) throws {
        _ = try PreparedStatement(db, "SELECT id, key, title FROM story ORDER BY number DESC").all { row in
            visit(StoryName(id: StoryID(number: try row.integer(0)), key: try row.text(1), title: try row.text(2)))
        }
    }

    /// What is known of those of `ids` that are remembered, in the order of `ids`.
    static func of(_ ids: [StoryID], policy: EditionPolicy, _ db: Database) throws -> [StoryHistory] {
        let rows = try rows(ids, db)
        let leftOut = try LeftOutRecords.reasons(of: rows.map { ($0.number, $0.story) }, db)
        let history = try EditionHistory(db)
        return try rows.map { row in
            var found = StoryHistory(
                story: row.story, told: try told(row.number, db), leftOut: leftOut[row.number] ?? [:])
            if found.told.isEmpty, found.leftOut.isEmpty {
                found.absence = history.absence(of: row.arrival, policy: policy)
            }
            return found
        }
    }

    /// A story with what only the store knows of it.
    private struct StoryRow {
        let number: Int64
        let story: Story
        let arrival: EditionHistory.Arrival
    }

    private static func rows(_ ids: [StoryID], _ db: Database) throws -> [StoryRow] {
        let names = try SourceRecords.names(db)
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumns.listWithoutTexts), number, run, dated,
                (SELECT first_run FROM source WHERE source.number = story.source)
            FROM story WHERE id = ?
            """)
        let count = StoryColumns.count
        return try ids.compactMap { id in
            try statement.first([.of(id.number)]) { row in
                StoryRow(
                    number: try row.integer(count), story: try StoryColumns.story(row, names: names),
                    arrival: .init(
                        run: try row.integer(count + 1), dated: try row.instant(count + 2),
                        sourceFirstRun: try row.optionalInteger(count + 3)))
            }
        }
    }

    private static func told(_ story: Int64, _ db: Database) throws -> [EditionDate: StoryID] {
        let statement = try PreparedStatement(
            db,
            """
            SELECT told.date, lead.id FROM told LEFT JOIN story AS lead ON lead.number = told.lead
            WHERE told.story = ?
            """)
        let rows = try statement.all([.of(story)]) { row in
            (try EditionRecords.date(row.integer(0)), StoryID(number: try row.optionalInteger(1) ?? 0))
        }
        return Dictionary(rows) { first, _ in first }
    }
}
