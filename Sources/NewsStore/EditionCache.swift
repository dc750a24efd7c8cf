import Foundation
import GRDB
import NewsModel

/// The editions in the store, each read once.
final class EditionCache {
    private let db: Database
    private var read: [EditionDate: Edition] = [:]

    /// What belongs to an edition besides its own row.
    private static let tables = ["cluster", "editionStory", "bond", "leftOut"]

    init(_ db: Database) {
        self.db = db
    }

    /// Those of `dates` that exist, newest first, without what was left out of them.
    func editions(of dates: some Collection<EditionDate>) throws -> [Edition] {
        let dates = Set(dates)
        for record in try EditionRecord.fetchAll(db, keys: dates.subtracting(read.keys)) {
            read[record.date] = try edition(record)
        }
        return dates.sorted(by: >).compactMap { read[$0] }
    }

    /// The edition of a date with what was left out of it.
    func wholeEdition(of date: EditionDate) throws -> Edition? {
        guard var edition = try editions(of: [date]).first else { return nil }
        edition.leftOut = try LeftOutRecords.leftOut(of: date, db)
        return edition
    }

    /// Every edition, newest first.
    func archive() throws -> [ArchiveEntry] {
        try Row.fetchAll(
            db,
            EditionRecord.select(Column("date"), Column("generated"), Column("stories"), Column("headline")).order(
                Column("date").desc)
        ).map { row in
            ArchiveEntry(
                date: try row.decode(forColumn: "date"),
                generated: Date(milliseconds: try row.decode(forColumn: "generated")),
                stories: try row.decode(forColumn: "stories"), headline: try row.decode(forColumn: "headline"))
        }
    }

    private func edition(_ record: EditionRecord) throws -> Edition {
        var (stories, omitted) = try storyCopies(of: record.date)
        let bonds = try Dictionary(
            grouping: BondRecord.filter(Column("date") == record.date).order(Column("position"), Column("ordinal"))
                .fetchAll(db), by: \.position)
        var sections: [Edition.Section] = []
        var number: Int?
        for row in try ClusterRecord.filter(Column("date") == record.date).order(Column("position")).fetchAll(db) {
            guard let told = stories.removeValue(forKey: row.position) else {
                throw StoreError.damage("an edition tells a story that is not there")
            }
            if number != row.section { sections.append(.init(name: row.heading, clusters: [])) }
            number = row.section
            let bonds = try (bonds[row.position] ?? []).map { try $0.bond }
            sections[sections.count - 1].clusters.append(try row.cluster(of: told, bonds: bonds))
        }
        var edition = Edition(
            date: record.date, generated: record.generated, sections: sections,
            omissions: record.omissions.map {
                Omission(reason: $0.reason, count: $0.count, named: omitted[$0.reason] ?? [], causes: $0.causes)
            },
            sourceTitles: record.sourceTitles.byID, sourcesAsked: record.sourcesAsked,
            sourcesAnswered: record.sourcesAnswered, digest: record.digest, curation: record.curation)
        edition.pictures = record.pictures ?? []
        edition.isAnnounced = record.isAnnounced
        return edition
    }

    /// The stories of each cluster, the lead first, and those that readers are told were left out.
    private func storyCopies(
        of date: EditionDate
    ) throws -> (told: [Int64: [Story]], omitted: [Edition.LeftOut.Reason: [Edition.LeftOut]]) {
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumn.list(of: "editionStory")), position, reason, detail, score, cause FROM editionStory
            WHERE date = ? ORDER BY number
            """)
        var told: [Int64: [Story]] = [:]
        var omitted: [Edition.LeftOut.Reason: [Edition.LeftOut]] = [:]
        let columns = StoryColumn.allCases.count
        _ = try statement.all(date.number) { row in
            let story = try Story(copiedIn: row)
            if try row.optionalText(columns + 1) == nil {
                told[try row.integer(columns), default: []].append(story)
            } else {
                let leftOut = try LeftOutRecords.record(of: story, row, from: columns + 1)
                omitted[leftOut.reason, default: []].append(leftOut)
            }
        }
        return (told, omitted)
    }

    /// Writes an edition over the one of its date, and which stories it tells; `numbers` are those of stories that need
    /// not be looked up.
    func save(_ edition: Edition, run: Int64, numbers: [StoryID: Int64]) throws {
        let date = edition.date
        read[date] = nil
        try remove(Column("date") == date)
        try tell(edition)
        try EditionRecord(edition, run: run).insert(db)
        var copies: [StoryCopy] = []
        var position: Int64 = 0
        for (section, value) in edition.sections.enumerated() {
            for cluster in value.clusters {
                try ClusterRecord(cluster, on: date, position: position, section: section, heading: value.name)
                    .insert(db)
                for (ordinal, bond) in cluster.explanation.bonds.enumerated() {
                    try BondRecord(bond, on: date, position: position, ordinal: ordinal).insert(db)
                }
                copies += cluster.stories.map { StoryCopy(position: position, story: $0, leftOut: nil) }
                position += 1
            }
        }
        copies += edition.omissions.flatMap(\.named).enumerated().map {
            StoryCopy(position: Int64($0), story: $1.story, leftOut: $1)
        }
        try storyCopyInsertion(on: date).write(copies)
        try LeftOutRecords.insert(edition.leftOut, of: date, numbers: numbers, db)
    }

    /// A row of `editionStory`.
    private struct StoryCopy {
        let position: Int64
        let story: Story
        let leftOut: Edition.LeftOut?
    }

    private func storyCopyInsertion(on date: EditionDate) -> RowInsertion<StoryCopy> {
        RowInsertion(
            db, "INSERT INTO editionStory",
            columns: ["date", "position", "reason", "detail", "score", "cause"] + StoryColumn.allCases.map { "\($0)" }
        ) { copy, binder in
            binder.add([date.number, copy.position])
            binder.add(copy.leftOut?.reason.rawValue)
            binder.add(copy.leftOut?.detail ?? "")
            binder.add(copy.leftOut?.score ?? .nan)
            binder.add(copy.leftOut?.cause?.rawValue)
            StoryValues(copyOf: copy.story).bind(StoryColumn.allCases, to: &binder)
        }
    }

    private func tell(_ edition: Edition) throws {
        try db.execute(sql: "DELETE FROM told WHERE date = ?", arguments: [edition.date])
        let insertion = try db.makeStatement(
            sql: """
                INSERT OR IGNORE INTO told (story, date, lead)
                SELECT number, ?1, coalesce((SELECT lead.number FROM story AS lead WHERE lead.id = ?2), number)
                FROM story WHERE id = ?3
                """)
        for cluster in edition.clusters {
            for story in cluster.stories {
                try insertion.execute(arguments: [edition.date, cluster.lead.id, story.id])
            }
        }
    }

    /// The editions before `date`, oldest first.
    func dates(before date: EditionDate) throws -> [EditionDate] {
        let old = EditionRecord.select(Column("date")).filter(Column("date") < date).order(Column("date"))
        return try EditionDate.fetchAll(db, old)
    }

    /// Forgets the editions before `date`. Their stories stay told.
    /// - Returns: the dates that were forgotten, oldest first.
    func remove(before date: EditionDate) throws -> [EditionDate] {
        let old = try dates(before: date)
        for date in old { read[date] = nil }
        try remove(Column("date") < date)
        return old
    }

    /// Forgets the edition of a date, and that its stories were told.
    func remove(_ date: EditionDate) throws {
        read[date] = nil
        try remove(Column("date") == date)
        try Table("told").filter(Column("date") == date).deleteAll(db)
    }

    private func remove(_ condition: SQLExpression) throws {
        try EditionRecord.filter(condition).deleteAll(db)
        for table in Self.tables { try Table(table).filter(condition).deleteAll(db) }
    }
}
