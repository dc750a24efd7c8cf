import GRDB
import NewsModel

/// What readers are told of the stories that were left out of an edition: the numbers as a list in the edition's own
/// row, the stories that are named as rows.
enum OmissionRecords {
    /// `nil` only where nothing is known of them.
    static func joined(_ omissions: [Omission]?) -> String? {
        omissions.map { TextList.joined($0.flatMap { [$0.reason.rawValue, "\($0.count)"] }) ?? "" }
    }

    /// Reasons and sources, by turns; `nil` for none.
    static func causes(_ omissions: [Omission]?) -> String? {
        let pairs = (omissions ?? []).flatMap { omission in
            omission.causes.flatMap { [omission.reason.rawValue, $0.rawValue] }
        }
        return pairs.isEmpty ? nil : TextList.joined(pairs)
    }

    /// - Parameters:
    ///   - list: what ``joined(_:)`` gave.
    ///   - causes: what ``causes(_:)`` gave.
    ///   - date: of the edition.
    ///   - db: the store.
    /// - Returns: `nil` where nothing is known of them.
    /// - Throws: what the database says.
    static func omissions(
        _ list: String?, causes: String?, of date: EditionDate, _ db: Database
    ) throws -> [Omission]? {
        guard let list else { return nil }
        guard !list.isEmpty else { return [] }
        let named = try Dictionary(grouping: named(of: date, db), by: \.reason)
        let (texts, pairs) = (TextList.texts(list), TextList.texts(causes))
        let causes = Dictionary(grouping: stride(from: 0, to: pairs.count - 1, by: 2)) { pairs[$0] }
            .mapValues { $0.map { SourceID(rawValue: pairs[$0 + 1]) } }
        return try stride(from: 0, to: texts.count - 1, by: 2).map { place in
            let reason = try LeftOutRecords.reason(texts[place])
            return Omission(
                reason: reason, count: Int(texts[place + 1]) ?? 0, named: named[reason] ?? [],
                causes: causes[reason.rawValue] ?? [])
        }
    }

    private static func named(of date: EditionDate, _ db: Database) throws -> [Edition.LeftOut] {
        let statement = try PreparedStatement(
            db,
            """
            SELECT \(StoryColumns.list(of: "omitted")), reason, detail, score, cause FROM omitted
            WHERE date = ? ORDER BY number
            """)
        return try statement.all([.of(date.number)]) { row in
            try LeftOutRecords.record(of: StoryColumns.copy(row), row, from: StoryColumns.count)
        }
    }

    /// Writes the stories that are named over those of their date.
    static func save(_ omissions: [Omission], of date: EditionDate, _ db: Database) throws {
        try PreparedStatement(db, "DELETE FROM omitted WHERE date = ?").run([.of(date.number)])
        let columns = ["date", "reason", "detail", "score", "cause"] + StoryColumns.copied
        let insertion = RowInsertion<Edition.LeftOut>(
            db, "INSERT INTO omitted (\(columns.joined(separator: ", ")))", columns: columns.count
        ) { out, binder in
            binder.add(date.number)
            for text in [out.reason.rawValue, out.detail] { binder.add(text) }
            binder.add(out.score)
            binder.add(out.cause?.rawValue)
            StoryColumns.bind(copyOf: out.story, to: &binder)
        }
        try insertion.write(omissions.flatMap(\.named))
    }

    static func remove(before date: EditionDate, _ db: Database) throws {
        try PreparedStatement(db, "DELETE FROM omitted WHERE date < ?").run([.of(date.number)])
    }
}
