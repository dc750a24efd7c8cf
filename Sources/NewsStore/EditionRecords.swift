import Foundation
import GRDB
import NewsModel

/// The editions in the store.
enum EditionRecords {
    static func edition(_ db: Database, of date: EditionDate) throws -> Edition? {
        let statement = try db.makeStatement(sql: "SELECT body FROM edition WHERE date = ?")
        return try statement.first([.of(date.number)]) { row in try decode(row) }
    }

    /// Those of `dates` that exist, newest first.
    static func editions(_ db: Database, of dates: some Collection<EditionDate>) throws -> [Edition] {
        try Set(dates).sorted(by: >).compactMap { try edition(db, of: $0) }
    }

    /// Every edition, newest first.
    static func archive(_ db: Database) throws -> [ArchivedEdition] {
        let statement = try db.makeStatement(
            sql: "SELECT date, generated, stories, headline FROM edition ORDER BY date DESC")
        return try statement.all { row in
            ArchivedEdition(
                date: try date(row.integer(0)), generated: try row.instant(1), stories: Int(try row.integer(2)),
                headline: try row.optionalText(3))
        }
    }

    /// Writes an edition over the one of its date, and notes which stories it tells.
    static func save(_ edition: Edition, _ db: Database, run: Int64) throws {
        let clusters = edition.clusters
        let statement = try db.makeStatement(
            sql: """
                INSERT OR REPLACE INTO edition (date, run, generated, stories, headline, body)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        try statement.run([
            .of(edition.date.number), .of(run), .of(edition.generated), .of(clusters.count),
            .of(clusters.first?.lead.title), try encode(edition).databaseValue,
        ])
        try tell(clusters, on: edition.date, db)
    }

    /// Forgets the editions before `date`. Their stories stay told.
    /// - Returns: the dates that were forgotten, oldest first.
    static func remove(before date: EditionDate, _ db: Database) throws -> [EditionDate] {
        let old = try db.makeStatement(sql: "SELECT date FROM edition WHERE date < ? ORDER BY date")
            .all([.of(date.number)]) { row in try Self.date(row.integer(0)) }
        try db.makeStatement(sql: "DELETE FROM edition WHERE date < ?").run([.of(date.number)])
        return old
    }

    /// What was told on the dates from `first` up to, but without, `end`.
    static func told(_ db: Database, from first: EditionDate, before end: EditionDate) throws -> [ToldStory] {
        let names = try SourceLedger.names(db)
        let statement = try db.makeStatement(
            sql: """
                SELECT \(StoryColumns.list), told.date, (SELECT lead.id FROM story AS lead WHERE lead.number = told.lead)
                FROM told JOIN story ON story.number = told.story
                WHERE told.date >= ? AND told.date < ? ORDER BY told.date, story.number
                """)
        return try statement.all([.of(first.number), .of(end.number)]) { row in
            let story = try StoryColumns.story(row, names: names)
            return ToldStory(
                story: story, date: try date(row.integer(22)),
                lead: try row.optionalInteger(23).map(StoryID.init(number:)) ?? story.id)
        }
    }

    private static func tell(_ clusters: [Cluster], on date: EditionDate, _ db: Database) throws {
        try db.makeStatement(sql: "DELETE FROM told WHERE date = ?").run([.of(date.number)])
        let insertion = try db.makeStatement(
            sql: """
                INSERT OR IGNORE INTO told (story, date, lead)
                SELECT number, ?1, coalesce((SELECT lead.number FROM story AS lead WHERE lead.id = ?2), number)
                FROM story WHERE id = ?3
                """)
        for cluster in clusters {
            for story in cluster.stories {
                try insertion.run([.of(date.number), .of(cluster.lead.id.number), .of(story.id.number)])
            }
        }
    }

    private static func date(_ number: Int64) throws -> EditionDate {
        guard let date = EditionDate(number: number) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(number) is no date")
        }
        return date
    }

    /// What was left out is kept without its texts: explaining it needs its title alone, and on a night with thousands
    /// of stories there is far more of it than of what was told.
    private static func encode(_ edition: Edition) throws -> Data {
        var edition = edition
        for index in edition.leftOut.indices {
            edition.leftOut[index].story.summary = nil
            edition.leftOut[index].story.content = nil
        }
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        encoder.outputFormatting = .withoutEscapingSlashes
        return try encoder.encode(edition)
    }

    private static func decode(_ row: Row) throws -> Edition {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do {
            return try decoder.decode(Edition.self, from: row.decode(Data.self, atIndex: 0))
        } catch let error as DecodingError {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an edition can't be decoded: \(error)")
        }
    }
}
