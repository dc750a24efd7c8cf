import Foundation
import GRDB
import NewsModel

/// The editions in the store.
enum EditionRecords {
    /// Those of `dates` that exist, newest first, without what was left out of them.
    static func editions(_ db: Database, of dates: some Collection<EditionDate>) throws -> [Edition] {
        guard !dates.isEmpty else { return [] }
        let statement = try PreparedStatement(
            db, "SELECT body, generated, titles, asked, answered, omissions, causes FROM edition WHERE date = ?")
        let clusters = try ClusterRecords(db)
        return try Set(dates).sorted(by: >).compactMap { date in
            try statement.first([.of(date.number)]) { row in
                let body = try row.data(0)
                guard body.isEmpty else { return try decode(body) }
                return Edition(
                    date: date, generated: try row.instant(1), sections: try clusters.sections(of: date),
                    omissions: try OmissionRecords.omissions(
                        row.optionalText(5), causes: row.optionalText(6), of: date, db),
                    sourceTitles: titles(try row.optionalText(2)), sourcesAsked: Int(try row.integer(3)),
                    sourcesAnswered: Int(try row.integer(4)))
            }
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
        try ClusterRecords.save(edition.sections, of: edition.date, db)
        try OmissionRecords.save(edition.omissions ?? [], of: edition.date, db)
        try LeftOutRecords.save(edition.leftOut, of: edition.date, numbers: numbers, db)
        let statement = try PreparedStatement(
            db,
            """
            INSERT OR REPLACE INTO edition
                (date, run, generated, stories, headline, titles, asked, answered, omissions, causes, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'')
            """)
        try statement.run([
            .of(edition.date.number), .of(run), .of(edition.generated), .of(clusters.count),
            .of(clusters.first?.lead.title), .of(joined(edition.sourceTitles)), .of(edition.sourcesAsked),
            .of(edition.sourcesAnswered), .of(OmissionRecords.joined(edition.omissions)),
            .of(OmissionRecords.causes(edition.omissions)),
        ])
    }

    /// Forgets the editions before `date`. Their stories stay told.
    /// - Returns: the dates that were forgotten, oldest first.
    static func remove(before date: EditionDate, _ db: Database) throws -> [EditionDate] {
        let old = try PreparedStatement(db, "SELECT date FROM edition WHERE date < ? ORDER BY date")
            .all([.of(date.number)]) { row in try Self.date(row.integer(0)) }
        try PreparedStatement(db, "DELETE FROM edition WHERE date < ?").run([.of(date.number)])
        try ClusterRecords.remove(before: date, db)
        try OmissionRecords.remove(before: date, db)
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

    /// Names and titles by turns.
    private static func joined(_ titles: [SourceID: String]) -> String? {
        TextList.joined(titles.sorted { $0.key < $1.key }.flatMap { [$0.key.rawValue, $0.value] })
    }

    private static func titles(_ list: String?) -> [SourceID: String] {
        let texts = TextList.texts(list)
        let pairs = stride(from: 0, to: texts.count - 1, by: 2).map { (SourceID(rawValue: texts[$0]), texts[$0 + 1]) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// An edition as it was kept before version 4.
    private static func decode(_ body: Data) throws -> Edition {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do {
            return try decoder.decode(Edition.self, from: body)
        } catch let error as DecodingError {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an edition can't be decoded: \(error)")
        }
    }
}
