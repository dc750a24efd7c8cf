import GRDB

/// The rows of `identity` and `recentIdentity`: what the stories of each source are recognised by.
///
/// Identities are hashes, so that those of one night lie all over the table, and to write them is to write most of its
/// pages. Of a source that is known they come into the small `recentIdentity` first, and are moved together once it has
/// grown to a part of the other. What a new source brings lies beside each other, and goes where it stays. Each hash of a
/// source stands in one of the two.
final class IdentityRecords {
    /// A row of either.
    struct Identity {
        let source: Int64
        let hash: Int64
        let story: Int64
    }

    private let hashes: PreparedStatement
    private let claims: [PreparedStatement]
    private let recent: RowInsertion<Identity>
    private let settled: RowInsertion<Identity>

    /// The story of a source's hash, for a statement that is given both.
    static let story = """
        coalesce(
            (SELECT story FROM recentIdentity WHERE source = ?1 AND hash = ?2),
            (SELECT story FROM identity WHERE source = ?1 AND hash = ?2))
        """

    init(_ db: Database) throws {
        hashes = try PreparedStatement(
            db,
            "SELECT hash FROM identity WHERE story = ?1 UNION ALL SELECT hash FROM recentIdentity WHERE story = ?1")
        claims = try ["identity", "recentIdentity"].map { table in
            try PreparedStatement(db, "UPDATE \(table) SET story = ? WHERE source = ? AND hash = ?")
        }
        recent = Self.insertion(db, into: "recentIdentity", unlessIn: "identity")
        settled = Self.insertion(db, into: "identity", unlessIn: "recentIdentity")
    }

    /// A hash that identifies another story stays so: two stories that seem to become one are left as they are.
    private static func insertion(
        _ db: Database, into table: String, unlessIn other: String
    ) -> RowInsertion<Identity> {
        RowInsertion(
            db, "INSERT OR IGNORE INTO \(table)", columns: ["source", "hash", "story"],
            unless: "EXISTS (SELECT 1 FROM \(other) WHERE source = column1 AND hash = column2)"
        ) { identity, binder in
            binder.add([identity.source, identity.hash, identity.story])
        }
    }

    /// What a story is recognised by.
    func hashes(of story: Int64) throws -> [Int64] {
        try hashes.all(story) { try $0.integer(0) }
    }

    /// Adds identities, of sources that are new or known. Those that stand there stay as they are.
    func insert(_ identities: [Identity], areOfNewSource: Bool) throws {
        let sorted = identities.sorted { ($0.source, $0.hash) < ($1.source, $1.hash) }
        try (areOfNewSource ? settled : recent).write(sorted)
    }

    /// Has a hash identify another story than it did.
    func claim(_ hash: Int64, of source: Int64, for story: Int64) throws {
        for claim in claims where try claim.run({ $0.add([story, source, hash]) }) > 0 { return }
    }

    /// Forgets what stories were recognised by.
    static func forget(_ stories: [Int64], _ db: Database) throws {
        for table in ["identity", "recentIdentity"] {
            let deletion = try PreparedStatement(db, "DELETE FROM \(table) WHERE story = ?")
            for story in stories { try deletion.run { $0.add([story]) } }
        }
    }

    /// Moves what is recent where it stays, once it is many rows beside the stories that are known, and more than `fewest`.
    static func settle(_ db: Database, fewest: Int64 = fewestMoved) throws {
        let stories = try Int64.fetchOne(db, sql: "SELECT max(number) - min(number) FROM story") ?? 0
        let most = max(fewest, stories / storiesForEachRecent)
        guard try Int64.fetchOne(db, sql: "SELECT count(*) FROM recentIdentity") ?? 0 > most else { return }
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO identity SELECT source, hash, story FROM recentIdentity ORDER BY source, hash;
                DELETE FROM recentIdentity;
                """)
    }

    private static let fewestMoved: Int64 = 16_384
    private static let storiesForEachRecent: Int64 = 8
}
