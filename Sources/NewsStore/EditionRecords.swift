import Foundation
import GRDB
import NewsModel

/// The editions in the store.
enum EditionRecords {
    /// Those of `dates` that exist, newest first, without what was left out of them.
    static func editions(_ db: Database, of dates: some Collection<EditionDate>) throws -> [Edition] {
        guard !dates.isEmpty else { return [] }
        let statement = try PreparedStatement(db, "SELECT body FROM edition WHERE date = ?")
        let clusters = try ClusterRecords(db)
        return try Set(dates).sorted(by: >).compactMap { date in
            guard var edition = try statement.first([.of(date.number)], decode) else { return nil }
            if edition.sections.isEmpty { edition.sections = try clusters.sections(of: date) }
            return edition
        }
    }

    /// An edition with what was left out of it.
    static func whole(_ edition: Edition, _ db: Database) throws -> Edition {
        var edition = edition
        edition.leftOut = try LeftOutRecords.leftOut(of: edition.date, db)
        return edition
    }

    /// Every edition, newest first.
    static func archive(_ db: Database) throws -> [ArchivedEdition] {
        let statement = try PreparedStatement(
            db, "SELECT date, generated, stories, headline FROM edition ORDER BY date DESC")
        return try statement.all { row in
            ArchivedEdition(
                date: try date(row.integer(0)), generated: try row.instant(1), stories: Int(try row.integer(2)),
                headline: try row.optionalText(3))
        }
    }

    /// Writes an edition over the one of its date, and notes which stories it tells; `numbers` are those of stories that
    /// need not be looked up.
    static func save(
        _ edition: Edition, _ db: Database, run: Int64, numbers: [StoryID: Int64] = [:]
    ) throws {
        let clusters = edition.clusters
        try tell(clusters, on: edition.date, db)
        try ClusterRecords(db).save(edition.sections, of: edition.date)
        try LeftOutRecords.save(edition.leftOut, of: edition.date, numbers: numbers, db)
        let statement = try PreparedStatement(
            db,
            """
            INSERT OR REPLACE INTO edition (date, run, generated, stories, headline, body)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        try statement.run([
            .of(edition.date.number), .of(run), .of(edition.generated), .of(clusters.count),
            .of(clusters.first?.lead.title), try encode(edition).databaseValue,
        ])
    }

    /// Forgets the editions before `date`. Their stories stay told.
    /// - Returns: the dates that were forgotten, oldest first.
    static func remove(before date: EditionDate, _ db: Database) throws -> [EditionDate] {
        let old = try PreparedStatement(db, "SELECT date FROM edition WHERE date < ? ORDER BY date")
            .all([.of(date.number)]) { row in try Self.date(row.integer(0)) }
        try PreparedStatement(db, "DELETE FROM edition WHERE date < ?").run([.of(date.number)])
        try ClusterRecords.remove(before: date, db)
        try LeftOutRecords.remove(before: date, db)
        return old
    }

    private static func tell(_ clusters: [Cluster], on date: EditionDate, _ db: Database) throws {
        try PreparedStatement(db, "DELETE FROM told WHERE date = ?").run([.of(date.number)])
        let insertion = try PreparedStatement(
            db,
            """
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

    /// The date that a column holds; damage where it is none.
    static func date(_ number: Int64) throws -> EditionDate {
        guard let date = EditionDate(number: number) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(number) is no date")
        }
        return date
    }

    /// What an edition has besides that of which there are rows.
    private static func encode(_ edition: Edition) throws -> Data {
        var edition = edition
        (edition.sections, edition.leftOut) = ([], [])
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        encoder.outputFormatting = .withoutEscapingSlashes
        return try encoder.encode(edition)
    }

    private static func decode(_ row: StoredRow) throws -> Edition {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do {
            return try decoder.decode(Edition.self, from: row.data(0))
        } catch let error as DecodingError {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an edition can't be decoded: \(error)")
        }
    }
}
