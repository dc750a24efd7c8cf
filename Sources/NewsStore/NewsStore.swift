package import Foundation
import GRDB
package import NewsModel
import Parallelism

/// The memory of Broadsheet, in one SQLite file: items seen, sources' history and validators, editions.
///
/// The file keeps a rollback journal, which lies beside it during a transaction and is gone after it: `kill -9` at any
/// instant leaves a file that the next run reads as it was before the run, and a clean end leaves the file alone. A
/// write-ahead log would write a night's new pages twice, and leave two more files wherever a run is killed.
package final class NewsStore: Sendable {
    /// Memory for pages, in KiB. What a night changes beyond it goes to the file before the commit, journalled.
    private static let cacheKiB = 16_384

    package let path: String
    /// What a person should know about the file.
    package let notes: [String]
    private let queue: DatabaseQueue
    /// GRDB crashes when a closed connection is used, so that is looked at here. A lock, because with an actor every
    /// use of the store would be asynchronous, and the queue already lets one at a time through.
    private let isClosed = Guarded(false)

    /// Opens the state at `path`, made with its folders where there is none, and brings it up to this version.
    /// - Parameters:
    ///   - path: relative to the working directory, or absolute.
    ///   - patience: how long to wait for another run that holds it.
    /// - Throws: why it can't be used.
    package init(path: String, patience: Duration = .seconds(5)) throws(StoreError) {
        self.path = path
        notes = try StateFile.makeReady(path)
        do {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration(patience))
            try StateSchema.migrate(queue, path: path)
            self.queue = queue
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Renames an unreadable state file, with its journals, to a dated name beside it.
    /// - Parameters:
    ///   - path: the file that ``init(path:patience:)`` or a later call found unreadable.
    ///   - now: gives the date in the name, in UTC.
    /// - Returns: the new name, without its folder.
    /// - Throws: `notWritable`, if it can't be renamed.
    package static func setAside(path: String, now: Date) throws(StoreError) -> String {
        try StateFile.setAside(path, on: EditionDate(now, in: .gmt))
    }

    /// Begins the write transaction of a run.
    ///
    /// - Parameters:
    ///   - date: the date of the edition that is being built.
    ///   - now: the time of the run, which its visits and new stories carry.
    ///   - today: the date of `now` by the calendar of the editions; that in UTC unless given.
    ///   - memory: what the published site remembers and the state does not: it is taken in as if the runs that made it
    ///     had been recorded before this one.
    /// - Returns: the transaction, which keeps nothing unless it is committed.
    /// - Throws: a ``StoreError``.
    package func beginRun(
        of date: EditionDate, now: Date, today: EditionDate? = nil, adopting memory: PublishedMemory = PublishedMemory()
    ) throws -> RunTransaction {
        try RunTransaction(
            in: self, of: date, now: now, today: today ?? EditionDate(now, in: .gmt), adopting: memory)
    }

    /// The id of the project; `nil` in a new state.
    package func project() throws -> String? {
        try read { db in try Self.project(db) }
    }

    static func project(_ db: Database) throws -> String? { try String.fetchOne(db, sql: "SELECT id FROM project") }

    /// Gives the state the id of its project, which stays.
    static func name(project id: String, _ db: Database) throws {
        try db.execute(sql: "INSERT OR IGNORE INTO project (number, id) VALUES (1, ?)", arguments: [id])
    }

    /// Takes in what a published site remembers, without a run.
    /// - Parameters:
    ///   - memory: what the state does not know of it.
    ///   - project: whose site that is, where it is the state's own; a state that has an id keeps that.
    /// - Throws: a ``StoreError``.
    package func adopt(_ memory: PublishedMemory, of project: String? = nil) throws {
        try use { db in
            try db.inTransaction(.immediate) {
                if let project { try Self.name(project: project, db) }
                try Adoption(db, sources: SourceRecords(db), editions: EditionCache(db)).adopt(memory)
                return .commit
            }
        }
    }

    /// What earlier runs left behind about `sources`; a source that never was asked is absent.
    package func memories(of sources: [SourceID]) throws -> [SourceID: SourceMemory] {
        try read { db in try SourceRecords(db).memories(of: sources) }
    }

    /// The edition of a date as it was saved, what was left out of it without its texts.
    package func edition(of date: EditionDate) throws -> Edition? {
        try read { db in try EditionCache(db).wholeEdition(of: date) }
    }

    /// Those of `dates` that exist, newest first, without what was left out of them.
    package func editions(of dates: some Collection<EditionDate>) throws -> [Edition] {
        try read { db in try EditionCache(db).editions(of: dates) }
    }

    /// Every edition, newest first.
    package func archive() throws -> [ArchiveEntry] {
        try read { db in try EditionCache(db).archive() }
    }

    /// The same of the state at a path, which is only looked at; none where there is no file.
    package static func archive(at path: String) throws(StoreError) -> [ArchiveEntry] {
        try looking(at: path) { store in try store.archive() } ?? []
    }

    /// The id of the project of the state at a path, which is only looked at; `nil` where there is none.
    package static func project(at path: String) throws(StoreError) -> String? {
        try looking(at: path) { store in try store.project() } ?? nil
    }

    /// `nil` where there is no file.
    private static func looking<T>(at path: String, _ look: (NewsStore) throws -> T) throws(StoreError) -> T? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let store = try NewsStore(path: path)
        defer { try? store.close() }  // nothing was written
        do { return try look(store) } catch { throw StoreError(error, path: path) }
    }

    /// What the ids in the feeds were made of when they were last published; `nil` where they never were.
    package func identifierBase() throws -> String? {
        try read { db in try Self.identifierBase(db) }
    }

    static func identifierBase(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT idBase FROM project WHERE idBase IS NOT NULL")
    }

    /// Shows `visit` what each remembered story is recognised by, those that were first seen last first.
    package func visitStoryNames(_ visit: (StoryName) -> Void) throws {
        try read { db in try StoryLookup.visitNames(db, visit) }
    }

    /// Where those of `ids` that are remembered stand, in the order of `ids`; what belongs to no edition is judged by
    /// `policy`.
    package func histories(of ids: [StoryID], policy: EditionPolicy) throws -> [StoryHistory] {
        try read { db in try StoryLookup.histories(of: ids, policy: policy, db) }
    }

    /// Ends the use of the file: nothing but the file is left, and every later call throws.
    package func close() throws {
        isClosed.withLock { $0 = true }
        try StoreError.wrapping(path) { try queue.close() }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        // In a transaction, so that all that it reads is of one state.
        try use { db in
            try db.beginTransaction(.deferred)
            defer {
                // Nothing was written that a failure could lose.
                try? db.commit()
            }
            return try body(db)
        }
    }

    /// The connection, for as long as `body` runs.
    func use<T>(_ body: (Database) throws -> T) throws -> T {
        try StoreError.wrapping(path) {
            try queue.writeWithoutTransaction { db in
                guard !isClosed.withLock({ $0 }) else {
                    throw StoreError.notWritable(path: path, reason: "this run has closed it")
                }
                return try body(db)
            }
        }
    }

    private static func configuration(_ patience: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience.seconds)
        // A run's transaction stays open between the calls of RunTransaction.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            // Temporary tables and statement journals stay in memory: nothing is left in a folder of the system.
            try db.execute(
                sql: """
                    PRAGMA page_size = 16384;
                    PRAGMA journal_mode = DELETE;
                    PRAGMA synchronous = FULL;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -\(cacheKiB);
                    PRAGMA cell_size_check = ON;
                    PRAGMA trusted_schema = OFF;
                    """)
        }
        return configuration
    }
}
