package import Foundation
import GRDB
package import NewsModel

/// All that the store knows of where one story stands, on any date.
package struct StoryHistory: Sendable, Hashable {
    /// As it is now, without its texts.
    package var story: Story
    /// The lead of its cluster on each date on which it was told; its own id where it led.
    package var told: [EditionDate: StoryID]
    /// Why it is not in the editions to which it belonged.
    package var leftOut: [EditionDate: Edition.LeftOut]
    /// Why it belonged to no edition; `nil` where it is told or left out.
    package var absence: Absence?
}

/// Why a remembered story belonged to no edition.
package enum Absence: Sendable, Hashable {
    /// No edition was built since it was first seen.
    case notYet
    /// It is dated before what the edition of that date reached back to.
    case tooOld(EditionDate, reach: Date)
    /// Its source was new on that date, and it is dated before the edition before.
    case backCatalogue(EditionDate, since: Date)
    /// It would have belonged to that date: its source was not in the configuration, or the date was built anew without
    /// it.
    case passedOver(EditionDate)
}

/// What a story is recognised by when somebody asks for it.
package struct StoryName: Sendable, Hashable {
    package var id: StoryID
    package var key: String
    package var title: String
}

/// Looks stories up for whoever asks where they are.
enum StoryLookup {
    /// Shows the names of all stories, those that were first seen last first.
    static func visitNames(_ db: Database, _ visit: (StoryName) -> Void) throws {
        _ = try PreparedStatement(db, "SELECT id, key, title FROM story ORDER BY number DESC").all { row in
            visit(StoryName(id: StoryID(number: try row.integer(0)), key: try row.text(1), title: try row.text(2)))
        }
    }

    /// What is known of those of `ids` that are remembered, in the order of `ids`.
    static func histories(of ids: [StoryID], policy: EditionPolicy, _ db: Database) throws -> [StoryHistory] {
        let rows = try rows(ids, db)
        let leftOut = try LeftOutRecords.reasons(of: rows.map { ($0.number, $0.story) }, db)
        let builds = try EditionWindow.builds(db)
        return try rows.map { row in
            var found = StoryHistory(
                story: row.story, told: try told(row.number, db), leftOut: leftOut[row.number] ?? [:])
            if found.told.isEmpty, found.leftOut.isEmpty {
                found.absence = try EditionWindow.absence(of: row.arrival, policy: policy, builds: builds, db)
            }
            return found
        }
    }

    /// A story with what only the store knows of it.
    private struct StoryRow {
        let number: Int64
        let story: Story
        let arrival: EditionWindow.Arrival
    }

    private static func rows(_ ids: [StoryID], _ db: Database) throws -> [StoryRow] {
        let names = try SourceRecords.names(db)
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumn.listWithoutTexts), number, run, dated, story.source,
                (SELECT firstRun FROM source WHERE source.number = story.source)
            FROM story WHERE id = ?
            """)
        let count = StoryColumn.allCases.count
        return try ids.compactMap { id in
            try statement.first(id.number ?? 0) { row in
                StoryRow(
                    number: try row.integer(count), story: try Story(row, names: names),
                    arrival: .init(
                        source: try row.integer(count + 3), run: try row.integer(count + 1),
                        dated: try row.instant(count + 2), sourceFirstRun: try row.optionalInteger(count + 4)))
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
        let rows = try statement.all(story) { row in
            (try EditionDate(stored: row.integer(0)), StoryID(number: try row.optionalInteger(1) ?? 0))
        }
        return Dictionary(rows) { first, _ in first }
    }
}
