import GRDB
import NewsModel

/// What an edition tells, as rows, each story as it was told.
struct ClusterRecords {
    private static let tables = ["cluster", "telling", "bond"]

    private let clusters: PreparedStatement
    private let tellings: PreparedStatement
    private let bonds: PreparedStatement

    init(_ db: Database) throws {
        clusters = try PreparedStatement(
            db,
            """
            SELECT position, section, heading, score, updates, factors, notes FROM cluster
            WHERE date = ? ORDER BY position
            """)
        tellings = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumns.list(of: "telling")), position FROM telling WHERE date = ? ORDER BY number
            """)
        bonds = try PreparedStatement(
            db,
            "SELECT position, one, other, kind, detail, similarity FROM bond WHERE date = ? ORDER BY position, place")
    }

    /// The sections of the edition of a date; none where it has none as rows.
    func sections(of date: EditionDate) throws -> [Edition.Section] {
        var stories = try byPosition(tellings, date) { row in
            (try row.integer(StoryColumns.count), try StoryColumns.copy(row))
        }
        let bonds = try byPosition(bonds, date) { row in (try row.integer(0), try BondColumns.bond(row, from: 1)) }
        var sections: [Edition.Section] = []
        var number: Int64?
        _ = try clusters.all([.of(date.number)]) { row in
            let position = try row.integer(0)
            guard var told = stories.removeValue(forKey: position) else { throw Self.damage }
            let lead = told.removeFirst()
            if number != (try row.integer(1)) { sections.append(.init(name: try row.text(2), clusters: [])) }
            number = try row.integer(1)
            sections[sections.count - 1].clusters.append(
                Cluster(
                    lead: lead, also: told,
                    // SQLite keeps no NaN.
                    score: try row.optionalReal(3) ?? .nan,
                    explanation: Explanation(
                        factors: try FactorList.factors(row.optionalText(5)),
                        notes: TextList.texts(try row.optionalText(6)), bonds: bonds[position] ?? []),
                    updates: try row.optionalInteger(4).map(EditionRecords.date)))
        }
        return sections
    }

    private func byPosition<T>(
        _ statement: PreparedStatement, _ date: EditionDate, _ read: (StoredRow) throws -> (Int64, T)
    ) throws -> [Int64: [T]] {
        try statement.all([.of(date.number)], read).reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    }

    /// Writes the sections of an edition over those of its date.
    static func save(_ sections: [Edition.Section], of date: EditionDate, _ db: Database) throws {
        try remove("= ?", date, db)
        let clusters = rows(of: sections)
        try insertion(of: date, db).write(clusters)
        try telling(of: date, db).write(clusters.flatMap { row in row.cluster.stories.map { (row.position, $0) } })
        try bonding(of: date, db).write(
            clusters.flatMap { row in
                row.cluster.explanation.bonds.enumerated().map { (row.position, $0, $1) }
            })
    }

    private struct ClusterRow {
        let position: Int
        let section: Int
        let heading: String
        let cluster: Cluster
    }

    private static func rows(of sections: [Edition.Section]) -> [ClusterRow] {
        var rows: [ClusterRow] = []
        for (number, section) in sections.enumerated() {
            for cluster in section.clusters {
                rows.append(
                    ClusterRow(position: rows.count, section: number, heading: section.name, cluster: cluster))
            }
        }
        return rows
    }

    private static func insertion(of date: EditionDate, _ db: Database) -> RowInsertion<ClusterRow> {
        RowInsertion(
            db, "INSERT INTO cluster (date, position, section, heading, score, updates, factors, notes)", columns: 8
        ) { row, binder in
            for number in [date.number, Int64(row.position), Int64(row.section)] { binder.add(number) }
            binder.add(row.heading)
            binder.add(row.cluster.score)
            binder.add(row.cluster.updates?.number)
            binder.add(FactorList.joined(row.cluster.explanation.factors))
            binder.add(TextList.joined(row.cluster.explanation.notes))
        }
    }

    private static func telling(
        of date: EditionDate, _ db: Database
    ) -> RowInsertion<(position: Int, story: Story)> {
        let columns = ["date", "position"] + StoryColumns.copied
        return RowInsertion(
            db, "INSERT INTO telling (\(columns.joined(separator: ", ")))", columns: columns.count
        ) { row, binder in
            for number in [date.number, Int64(row.position)] { binder.add(number) }
            StoryColumns.bind(copyOf: row.story, to: &binder)
        }
    }

    private static func bonding(
        of date: EditionDate, _ db: Database
    ) -> RowInsertion<(position: Int, place: Int, bond: Explanation.Bond)> {
        RowInsertion(
            db, "INSERT INTO bond (date, position, place, one, other, kind, detail, similarity)", columns: 8
        ) { row, binder in
            for number in [date.number, Int64(row.position), Int64(row.place)] { binder.add(number) }
            BondColumns.bind(row.bond, to: &binder)
        }
    }

    /// Forgets what the editions before `date` tell.
    static func remove(before date: EditionDate, _ db: Database) throws {
        try remove("< ?", date, db)
    }

    private static func remove(_ condition: String, _ date: EditionDate, _ db: Database) throws {
        for table in tables {
            try PreparedStatement(db, "DELETE FROM \(table) WHERE date \(condition)").run([.of(date.number)])
        }
    }

    private static let damage = DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "an edition tells a story that is not there")
}
