import Foundation
import GRDB
import NewsModel

/// When sources that the state did not ask from the first, but learned of from a site, had answered last.
///
/// What such a source lists and the state does not know is new where it is dated after that, and else it was read by runs
/// that are forgotten. Where the edition of that answer says all that it left out, it can't have been read if it is dated
/// after the edition before, which that one continued: then the answer counts as if it had come then.
struct LastAnswers {
    /// Of no source.
    static let none = LastAnswers(bySource: [:])

    private let bySource: [Int64: Int64]

    private init(bySource: [Int64: Int64]) { self.bySource = bySource }

    /// The last answers up to a run, of those sources alone that this state first had an answer of in a later one.
    init(_ db: Database, until run: Int64) throws {
        let first = try Self.instants(
            db,
            """
            SELECT source.number, source.firstAnswered FROM source JOIN run ON run.number = source.firstRun
            WHERE source.firstRun > ?1 AND source.firstAnswered < run.at
            AND source.firstAnswered <= (SELECT at FROM run WHERE number = ?1)
            """, run)
        guard !first.isEmpty else { self = .none; return }
        // A site that names no source in its report on their health has their stories.
        let known = try Self.newestEditions(db, until: run).merging(Self.answers(db, until: run)) { $1 }
        let editions = try RememberedEdition.all(db, until: run)
        bySource = first.merging(known.filter { first[$0.key] != nil }) { $1 }
            .mapValues { RememberedEdition.beginning(of: $0, in: editions) }
    }

    private static func answers(_ db: Database, until run: Int64) throws -> [Int64: Int64] {
        let answers = Outcome.allCases.filter(\.isAnswer).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try instants(
            db,
            """
            SELECT visit.source, max(run.at) FROM visit JOIN run ON run.number = visit.run
            WHERE visit.run <= ? AND visit.outcome IN (\(answers)) GROUP BY visit.source
            """, run)
    }

    private static func newestEditions(_ db: Database, until run: Int64) throws -> [Int64: Int64] {
        try instants(
            db,
            """
            SELECT newest.source, run.at
            FROM (SELECT source, max(run) AS run FROM story INDEXED BY storyByRun WHERE run <= ? GROUP BY source) AS newest
            JOIN run ON run.number = newest.run
            """, run)
    }

    private static func instants(_ db: Database, _ query: String, _ run: Int64) throws -> [Int64: Int64] {
        let rows = try PreparedStatement(db, query).all(run) { row in (try row.integer(0), try row.integer(1)) }
        return Dictionary(rows) { first, _ in first }
    }

    subscript(source: Int64) -> Date? { bySource[source].map { Date(milliseconds: $0) } }

    /// The same as a query.
    var rows: String {
        guard !bySource.isEmpty else { return "SELECT NULL, NULL WHERE 0" }
        return "VALUES " + bySource.map { "(\($0), \($1))" }.joined(separator: ", ")
    }
}

/// An edition, as far as it says what was read for it.
private struct RememberedEdition {
    let generated: Int64
    /// Whether all that belonged to it is known: what it tells, and each story that it left out.
    let isWhole: Bool

    /// How many editions are looked at: as many as sources have answers.
    private static let most = SourceMemory.historyLimit + 1

    /// The last editions up to a run, oldest first.
    static func all(_ db: Database, until run: Int64) throws -> [RememberedEdition] {
        let leftOut = try PreparedStatement(db, "SELECT count(*) FROM leftOut WHERE date = ?")
        let records = EditionRecord.filter(Column("run") <= run).order(Column("date").desc).limit(most)
        return try records.fetchAll(db).reversed().map { record in
            let known = try leftOut.first(record.date.number) { row in try row.integer(0) }
            let count = record.omissions.reduce(0) { $0 + $1.count }
            return RememberedEdition(generated: record.generated.milliseconds, isWhole: known == Int64(count))
        }
    }

    /// The instant after which all that was read for an answer is known.
    static func beginning(of answer: Int64, in editions: [RememberedEdition]) -> Int64 {
        guard let index = editions.firstIndex(where: { $0.generated >= answer }), index > 0, editions[index].isWhole
        else {
            return answer
        }
        return min(answer, editions[index - 1].generated)
    }
}
