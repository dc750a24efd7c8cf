import Foundation
import GRDB
import NewsModel

/// All sources that one run knows, read in one pass and written when somebody needs them or the run ends.
final class SourceRecords {
    private let db: Database
    private let insertion: PreparedStatement
    private let update: PreparedStatement
    private let visits: PreparedStatement
    private var records: [SourceID: SourceRecord]
    /// Those whose row is older than their record.
    private var changed: Set<SourceID> = []

    init(_ db: Database) throws {
        self.db = db
        insertion = try PreparedStatement(db, "INSERT INTO source (number, id) VALUES (?, ?)")
        let columns = SourceColumn.allCases
        let assignments = columns.map { "\($0) = ?" }.joined(separator: ", ")
        update = try PreparedStatement(db, "UPDATE source SET \(assignments) WHERE number = ?")
        visits = try PreparedStatement(
            db, "INSERT OR REPLACE INTO visit (run, source, outcome, items, elapsed) VALUES (?, ?, ?, ?, ?)")
        let names = columns.map { "\($0)" }.joined(separator: ", ")
        let rows = try PreparedStatement(db, "SELECT \(names), number, id FROM source").all { row in
            let number = try row.integer(columns.count)
            return try SourceRecord(row, number: number, id: SourceID(rawValue: try row.text(columns.count + 1)))
        }
        records = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The record of a source, inserted where there is none.
    func record(of source: SourceID) throws -> SourceRecord {
        if let known = records[source] { return known }
        // No row is ever deleted, so that their number is the last one's.
        let record = SourceRecord(number: Int64(records.count + 1), id: source)
        try insertion.run { binder in
            binder.add(record.number)
            binder.add(source.rawValue)
        }
        records[source] = record
        return record
    }

    /// Records how a source ended in `run`.
    func record(_ visit: SourceVisit, run: Int64, on date: EditionDate, now: Date) throws {
        let report = visit.report
        var record = try record(of: report.source)
        record.memory.record(visit, on: date, at: now)
        if report.outcome.isAnswer { record.firstRun = record.firstRun ?? run }
        keep(record)
        try insertVisit(
            run: run, record.number, report.outcome, items: report.items, elapsed: report.times.total.milliseconds)
    }

    private func insertVisit(run: Int64, _ source: Int64, _ outcome: Outcome, items: Int, elapsed: Int) throws {
        try visits.run { binder in
            binder.add([run, source])
            binder.add(outcome.rawValue)
            binder.add([Int64(items), Int64(elapsed)])
        }
    }

    /// Records that items of a source were read in `run`, which is its first answer where none is known; `keys` are those
    /// of its new stories.
    func recordItems(of source: SourceID, run: Int64, now: Date, newKeys keys: [String]) throws {
        var record = try record(of: source)
        HostCounts.count(keys, of: source, in: &record.memory.hosts)
        record.firstRun = record.firstRun ?? run
        record.memory.firstAnswered = record.memory.firstAnswered ?? now
        record.listed = now
        keep(record)
    }

    /// Takes in what is known of a source from elsewhere, with the runs that asked it; where that is no news to the state,
    /// it keeps what it knows.
    func adopt(_ trace: SourceTrace, runs: [(run: Int64, SourceHealth.RunOutcome)], isNews: Bool) throws {
        var record = try record(of: trace.source)
        for (run, night) in runs {
            try insertVisit(
                run: run, record.number, night.outcome, items: night.items, elapsed: night.elapsedMilliseconds)
        }
        let answered = trace.history.first(where: \.outcome.isAnswer)?.at
        record.memory.firstAnswered = record.memory.firstAnswered ?? answered ?? trace.lastSuccess
        if isNews {
            record.memory.lastSuccess = trace.lastSuccess
            record.memory.consecutiveFailures = trace.consecutiveFailures
            record.memory.failedOn = trace.history.last(where: \.outcome.isFailure)?.date
            record.memory.lastItems = trace.items
            record.memory.title = record.memory.title ?? trace.title
        }
        keep(record)
    }

    /// Takes in that there are stories of a source which no run of this state read.
    ///
    /// Since when the source has been asked stays unknown: what it lists and the state does not know may have been read by
    /// a run that is forgotten, unless it is dated after the source's last answer (`EditionWindow`).
    /// - Returns: the number of its row.
    func adoptStories(of source: SourceID, keys: [String], at instant: Date) throws -> Int64 {
        var record = try record(of: source)
        HostCounts.count(keys, of: source, in: &record.memory.hosts)
        record.memory.firstAnswered = record.memory.firstAnswered ?? instant
        record.listed = record.listed ?? instant
        keep(record)
        return record.number
    }

    /// Writes what changed since it was last written: every source that was asked.
    func flush() throws {
        for source in changed {
            guard let record = records[source] else { continue }
            try update.run { binder in
                for column in SourceColumn.allCases { record.bind(column, to: &binder) }
                binder.add(record.number)
            }
        }
        changed = []
    }

    /// The id of each source's number.
    var names: [Int64: SourceID] {
        Dictionary(uniqueKeysWithValues: records.values.map { ($0.number, $0.id) })
    }

    /// The same, read by itself.
    static func names(_ db: Database) throws -> [Int64: SourceID] {
        let statement = try PreparedStatement(db, "SELECT number, id FROM source")
        let rows = try statement.all { row in (try row.integer(0), SourceID(rawValue: try row.text(1))) }
        return Dictionary(rows) { first, _ in first }
    }

    /// The memories of those of `sources` that are known, with their histories.
    func memories(of sources: [SourceID]) throws -> [SourceID: SourceMemory] {
        let wanted = Set(sources)
        let found = records.filter { wanted.contains($0.key) }
        var histories = try Self.histories(db, of: Set(found.values.map(\.number)))
        return found.mapValues { record in
            var memory = record.memory
            memory.history = histories.removeValue(forKey: record.number) ?? []
            return memory
        }
    }

    private func keep(_ record: SourceRecord) {
        records[record.id] = record
        changed.insert(record.id)
    }

    /// How each source ended on the newest dates, oldest first: one pass over their runs.
    private static func histories(
        _ db: Database, of sources: Set<Int64>
    ) throws -> [Int64: [SourceHealth.RunOutcome]] {
        let statement = try PreparedStatement(
            db,
            """
            SELECT visit.source, run.date, run.at, visit.outcome, visit.items, visit.elapsed
            FROM visit JOIN run ON run.number = visit.run
            WHERE run.date IN (SELECT DISTINCT date FROM run ORDER BY date DESC LIMIT \(SourceMemory.historyLimit))
            ORDER BY visit.run
            """)
        var found: [Int64: [SourceHealth.RunOutcome]] = [:]
        _ = try statement.all { row in
            let source = try row.integer(0)
            // An outcome that this version doesn't know can only be damage, and a gap in a history is no loss.
            guard sources.contains(source), let outcome = Outcome(rawValue: try row.text(3)) else { return }
            found[source, default: []].add(
                SourceHealth.RunOutcome(
                    date: try EditionDate(stored: row.integer(1)), at: try row.instant(2), outcome: outcome,
                    items: Int(try row.integer(4)), elapsedMilliseconds: Int(try row.integer(5))))
        }
        return found
    }
}

/// How many stories of a source stood on each host, over the nights; those on hosts that are not kept stand under an
/// empty name.
enum HostCounts {
    /// A source that links everywhere is at home nowhere.
    private static let mostHosts = 16
    /// With more than this all counts are halved, so that a source that has moved is at home in its new place in time.
    private static let mostCounted = 2000

    /// Adds the hosts of new stories, with their ports.
    ///
    /// - Parameters:
    ///   - keys: the identities of the stories' addresses.
    ///   - source: whose they are; what has no address is left out.
    ///   - counts: what was counted so far.
    static func count(_ keys: [String], of source: SourceID, in counts: inout [String: Int]) {
        guard !keys.isEmpty else { return }
        for key in keys where !Story.isOwnKey(key, of: source) {
            counts[String(Substring(key.utf8.prefix { $0 != UInt8(ascii: "/") })), default: 0] += 1
        }
        if counts.values.reduce(0, +) > mostCounted { counts = counts.mapValues { $0 / 2 }.filter { $0.value > 0 } }
        let others = counts.removeValue(forKey: "") ?? 0
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        counts = Dictionary(uniqueKeysWithValues: ranked.prefix(mostHosts).map { ($0.key, $0.value) })
        let left = ranked.dropFirst(mostHosts).reduce(others) { $0 + $1.value }
        if left > 0 { counts[""] = left }
    }
}
