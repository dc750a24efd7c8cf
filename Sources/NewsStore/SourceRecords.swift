import Foundation
import GRDB
import NewsModel

/// All sources that the store knows, read in one pass, with the statements that write them.
final class SourceRecords {
    /// A source as its row has it.
    struct Entry {
        let number: Int64
        /// The run of its first answer.
        var firstRun: Int64?
        /// When items of it were last recorded.
        var listed: Date?
        var memory = SourceMemory()
    }

    private let db: Database
    private var entries: [SourceID: Entry]
    /// Those whose row is older than their entry: written once, when somebody reads or the night ends.
    private var changed: Set<SourceID> = []
    private let insertion: PreparedStatement
    private let update: PreparedStatement
    private let visits: PreparedStatement

    init(_ db: Database) throws {
        self.db = db
        entries = try Self.entries(db)
        insertion = try PreparedStatement(db, "INSERT INTO source (id) VALUES (?)")
        update = try PreparedStatement(
            db,
            """
            UPDATE source SET first_run = ?, first_answered = ?, last_success = ?, failures = ?, items = ?,
                listed = ?, title = ?, etag = ?, last_modified = ?, validated_url = ?, body_hash = ?,
                paused_until = ?, pause_reason = ?, pause_url = ?, pause_kind = ?, pause_host = ?, moved_to = ?,
                moved_seen = ?, ttl = ?, skip_hours = ?, skip_days = ?, site = ?, hosts = ?
            WHERE number = ?
            """)
        visits = try PreparedStatement(
            db, "INSERT OR REPLACE INTO visit (run, source, outcome, items, elapsed) VALUES (?, ?, ?, ?, ?)")
    }

    /// The source's entry, made where there is none.
    func entry(of source: SourceID) throws -> Entry {
        if let known = entries[source] { return known }
        try insertion.run([.of(source.rawValue)])
        let entry = Entry(number: db.lastInsertedRowID)
        entries[source] = entry
        return entry
    }

    /// Records how a source ended in `run`.
    func record(_ visit: SourceVisit, run: Int64, now: Date) throws {
        let report = visit.report
        var entry = try entry(of: report.source)
        entry.memory.take(visit, at: now)
        if report.outcome.isAnswer { entry.firstRun = entry.firstRun ?? run }
        keep(entry, as: report.source)
        try visits.run([
            .of(run), .of(entry.number), .of(report.outcome.rawValue), .of(report.items),
            .of(report.times.total.milliseconds),
        ])
    }

    /// Notes that items of a source were read in `run`, which is its first answer where none is known.
    ///
    /// - Parameters:
    ///   - source: which it is.
    ///   - run: the one that read them.
    ///   - now: its instant.
    ///   - keys: of the stories that are new.
    /// - Throws: what the database says.
    func recordItems(of source: SourceID, run: Int64, now: Date, newKeys keys: [String]) throws {
        var entry = try entry(of: source)
        HostCounts.count(keys, of: source, in: &entry.memory.hosts)
        entry.firstRun = entry.firstRun ?? run
        entry.memory.firstAnswered = entry.memory.firstAnswered ?? now
        entry.listed = now
        keep(entry, as: source)
    }

    /// Notes that there are stories of a source which it did not give in this run.
    func recordRestored(_ source: SourceID, now: Date) throws {
        var entry = try entry(of: source)
        entry.listed = entry.listed ?? now
        keep(entry, as: source)
    }

    /// Writes what changed since it was last written.
    func flush() throws {
        for source in changed {
            guard let entry = entries[source] else { continue }
            try write(entry)
        }
        changed = []
    }

    private func keep(_ entry: Entry, as source: SourceID) {
        entries[source] = entry
        changed.insert(source)
    }

    private func write(_ entry: Entry) throws {
        let memory = entry.memory
        try update.run([
            .of(entry.firstRun), .of(memory.firstAnswered), .of(memory.lastSuccess), .of(memory.consecutiveFailures),
            .of(memory.lastItems), .of(entry.listed), .of(memory.title), .of(memory.validators?.etag),
            .of(memory.validators?.lastModified), .of(memory.validators?.url), .of(memory.bodyHash),
            .of(memory.pause?.until), .of(memory.pause?.reason), .of(memory.pause?.url),
            .of(memory.pause?.kind.rawValue), .of(memory.pause?.host), .of(memory.permanentRedirect?.url),
            .of(memory.permanentRedirect?.timesSeen ?? 0), .of(memory.hints.timeToLive?.milliseconds),
            .of(BitSet.number(memory.hints.skipHours)), .of(BitSet.number(memory.hints.skipDays)), .of(memory.site),
            .of(HostCounts.joined(memory.hosts)), .of(entry.number),
        ])
    }
}

extension SourceRecords {
    /// The memories of those of `sources` that are known, with their history.
    static func memories(_ db: Database, of sources: [SourceID]) throws -> [SourceID: SourceMemory] {
        var entries = try entries(db)
        let wanted = Set(sources)
        entries = entries.filter { wanted.contains($0.key) }
        let names = Dictionary(uniqueKeysWithValues: entries.map { ($0.value.number, $0.key) })
        var histories = try histories(db, of: Set(names.keys))
        return entries.mapValues { entry in
            var memory = entry.memory
            memory.history = histories.removeValue(forKey: entry.number) ?? []
            return memory
        }
    }

    /// The name of each source's number.
    static func names(_ db: Database) throws -> [Int64: SourceID] {
        let rows = try PreparedStatement(db, "SELECT number, id FROM source").all { row in
            (try row.integer(0), SourceID(rawValue: try row.text(1)))
        }
        return Dictionary(rows) { first, _ in first }
    }

    private static func entries(_ db: Database) throws -> [SourceID: Entry] {
        let statement = try PreparedStatement(
            db,
            """
            SELECT id, number, first_run, first_answered, last_success, failures, items, listed, title, etag,
                last_modified, validated_url, body_hash, paused_until, pause_reason, pause_url, moved_to, moved_seen,
                pause_kind, pause_host, ttl, skip_hours, skip_days, site, hosts
            FROM source
            """)
        let rows = try statement.all { row in (SourceID(rawValue: try row.text(0)), try entry(row)) }
        return Dictionary(rows) { first, _ in first }
    }

    private static func entry(_ row: StoredRow) throws -> Entry {
        var entry = Entry(number: try row.integer(1), firstRun: try row.optionalInteger(2))
        entry.listed = try row.optionalInstant(7)
        entry.memory = SourceMemory(
            validators: try row.optionalText(11).map {
                Validators(etag: try row.optionalText(9), lastModified: try row.optionalText(10), url: $0)
            },
            bodyHash: try row.optionalText(12),
            pause: try pause(row),
            hints: FeedHints(
                timeToLive: try row.optionalInteger(20).map { .milliseconds($0) },
                skipHours: BitSet.members(try row.integer(21)), skipDays: BitSet.members(try row.integer(22))),
            firstAnswered: try row.optionalInstant(3), lastSuccess: try row.optionalInstant(4),
            consecutiveFailures: Int(try row.integer(5)),
            permanentRedirect: try row.optionalText(16).map {
                PermanentRedirect(url: $0, timesSeen: Int(try row.integer(17)))
            },
            title: try row.optionalText(8), site: try row.optionalText(23),
            hosts: HostCounts.counts(try row.optionalText(24)), lastItems: Int(try row.integer(6)))
        return entry
    }

    private static func pause(_ row: StoredRow) throws -> Pause? {
        guard let until = try row.optionalInstant(13) else { return nil }
        return Pause(
            until: until, reason: try row.optionalText(14) ?? "", url: try row.optionalText(15) ?? "",
            kind: try row.optionalText(18).flatMap(Pause.Kind.init) ?? .asked, host: try row.optionalText(19))
    }

    /// The newest nights of each source, oldest first: one pass over the last runs.
    private static func histories(
        _ db: Database, of sources: Set<Int64>
    ) throws -> [Int64: [SourceHealth.Night]] {
        let oldest = """
            coalesce((SELECT number FROM run ORDER BY number DESC LIMIT 1 OFFSET \(SourceMemory.historyLimit - 1)), 0)
            """
        let statement = try PreparedStatement(
            db,
            """
            SELECT visit.source, run.at, visit.outcome, visit.items, visit.elapsed
            FROM visit JOIN run ON run.number = visit.run WHERE visit.run >= \(oldest) ORDER BY visit.run
            """)
        var found: [Int64: [SourceHealth.Night]] = [:]
        _ = try statement.all { row in
            let source = try row.integer(0)
            // An outcome that this version doesn't know can only be damage, and a gap in a history is no loss.
            guard sources.contains(source), let outcome = Outcome(rawValue: try row.text(2)) else { return }
            found[source, default: []].append(
                SourceHealth.Night(
                    at: try row.instant(1), outcome: outcome, items: Int(try row.integer(3)),
                    elapsedMilliseconds: Int(try row.integer(4))))
        }
        return found
    }
}
