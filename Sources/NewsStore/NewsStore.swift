package import Foundation
import GRDB
package import NewsModel
import Synchronization

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
    private let isClosed = Mutex(false)

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
            try queue.writeWithoutTransaction { db in try Schema.migrate(db, path: path) }
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

    /// Runs one night as one write transaction: kept whole, or, if `body` throws or the process ends, not at all.
    ///
    /// It blocks its thread. Others can read meanwhile, but not write.
    /// - Parameters:
    ///   - date: the date of the edition that is being built.
    ///   - now: the time of the run, which its visits and new stories carry.
    ///   - isRehearsal: whether nothing is to be kept even so.
    ///   - body: the night's work.
    /// - Returns: what `body` returns.
    /// - Throws: a ``StoreError``, or what `body` throws.
    package func night<T>(
        of date: EditionDate, now: Date, isRehearsal: Bool = false, _ body: (Night) throws -> T
    ) throws -> T {
        let night = try beginNight(of: date, now: now)
        let value = try night.work(body)
        try night.end(isRehearsal: isRehearsal)
        return value
    }

    /// Begins a night whose work comes piece by piece. Nothing of it is kept before it is ended.
    package func beginNight(of date: EditionDate, now: Date) throws -> RunTransaction {
        try RunTransaction(in: self, of: date, now: now)
    }

    /// What earlier runs left behind about `sources`; a source that never was asked is absent.
    package func memories(of sources: [SourceID]) throws -> [SourceID: SourceMemory] {
        try read { db in try SourceRecords.memories(db, of: sources) }
    }

    /// The date before which what a source lists in its first answer is its back catalogue, which belongs to no
    /// edition; `nil` where `policy` lets anything belong.
    package func horizon(of date: EditionDate, now: Date, policy: EditionPolicy) throws -> Date? {
        try read { db in try EditionWindow(db, date: date, now: now).horizon(policy) }
    }

    /// The edition of a date as it was saved, what was left out of it without its texts.
    package func edition(of date: EditionDate) throws -> Edition? {
        try read { db in
            try EditionRecords.editions(db, of: [date]).first.map { try EditionRecords.whole($0, db) }
        }
    }

    /// Those of `dates` that exist, newest first, without what was left out of them.
    package func editions(of dates: some Collection<EditionDate>) throws -> [Edition] {
        try read { db in try EditionRecords.editions(db, of: dates) }
    }

    /// Every edition, newest first.
    package func archive() throws -> [ArchivedEdition] {
        try read { db in try EditionRecords.archive(db) }
    }

    /// Shows `visit` what each remembered story is recognised by, those that were first seen last first.
    package func visitStoryNames(_ visit: (StoryName) -> Void) throws {
        try read { db in try StoryLookup.visitNames(db, visit) }
    }

    /// Where those of `ids` that are remembered stand, in the order of `ids`; what belongs to no edition is judged by
    /// `policy`.
    package func recollections(of ids: [StoryID], policy: EditionPolicy) throws -> [StoryHistory] {
        try read { db in try StoryLookup.of(ids, policy: policy, db) }
    }

    /// Ends the use of the file: nothing but the file is left, and every later call throws.
    package func close() throws {
        isClosed.withLock { $0 = true }
        try StoreError.wrapping(path) { try queue.close() }
    }

    private func read<T>(_ body: (Database) throws -> T) throws -> T {
        // In a transaction, so that all that it reads is of one state.
        try transaction(.deferred) { db in (try body(db), .commit) }
    }

    private func transaction<T>(
        _ kind: Database.TransactionKind, _ body: (Database) throws -> (T, Database.TransactionCompletion)
    ) throws -> T {
        try use { db in
            var value: T?
            try db.inTransaction(kind) {
                let (result, completion) = try body(db)
                value = result
                return completion
            }
            guard let value else { preconditionFailure("a transaction that ended without its body") }
            return value
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
        // A night's transaction stays open between its pieces of work: see RunTransaction.
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
