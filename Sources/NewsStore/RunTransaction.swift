package import Foundation
import GRDB
package import NewsModel

/// One run's write transaction, held open while feeds come in: kept whole by ``commit()``, or, if it goes away before, or
/// a call throws, or the process ends, not at all.
///
/// Others can read the store meanwhile, but not write. It belongs to one task, and each call blocks its thread.
package final class RunTransaction {
    /// The date of the edition that is being built.
    package let date: EditionDate
    package let now: Date
    /// The date of `now`, by the calendar of the editions.
    private let today: EditionDate

    private let store: NewsStore
    private let run: Int64
    private let sources: SourceRecords
    private let stories: StoryWriter
    private let editions: EditionCache
    private var isOpen = true

    init(
        in store: NewsStore, of date: EditionDate, now: Date, today: EditionDate, adopting memory: PublishedMemory
    ) throws {
        self.store = store
        self.date = date
        self.now = now
        self.today = today
        (run, sources, stories, editions) = try store.use { db in
            try db.beginTransaction(.immediate)
            do {
                let (sources, editions) = (try SourceRecords(db), EditionCache(db))
                if !memory.isEmpty {
                    try Adoption(db, sources: sources, editions: editions).adopt(memory)
                }
                let run = try Self.insertRun(db, date: date, now: now)
                return (run, sources, try StoryWriter(db, run: run, now: now), editions)
            } catch {
                // The first error is what is said; a transaction that stays open ends with its connection.
                try? db.rollback()
                throw error
            }
        }
    }

    deinit {
        rollBack()
    }

    private static func insertRun(_ db: Database, date: EditionDate, now: Date) throws -> Int64 {
        try db.execute(sql: "INSERT INTO run (date, at) VALUES (?, ?)", arguments: [date, now.milliseconds])
        return db.lastInsertedRowID
    }

    /// Keeps what was done.
    package func commit() throws {
        try work { db in
            try sources.flush()
            try Pruning.history(db)
            try IdentityRecords.settle(db)
            try db.commit()
        }
        isOpen = false
    }

    /// Keeps nothing of it.
    package func rollBack() {
        guard isOpen else { return }
        isOpen = false
        // Where even that fails, the journal that is left makes the next opening do it.
        try? store.use { db in if db.isInsideTransaction { try db.rollback() } }
    }

    func work<T>(_ body: (Database) throws -> T) throws -> T {
        guard isOpen else { throw StoreError.notWritable(path: store.path, reason: "its transaction is over") }
        do {
            return try store.use(body)
        } catch {
            rollBack()
            throw error
        }
    }
}

// MARK: Whose memory it is

extension RunTransaction {
    /// The id of the project; `nil` in a new state.
    package func project() throws -> String? {
        try work { db in try NewsStore.project(db) }
    }

    /// Gives a new state the id of its project, which stays.
    package func name(project id: String) throws {
        try work { db in try NewsStore.name(project: id, db) }
    }
}

// MARK: What readers know

extension RunTransaction {
    /// What the ids in the feeds were made of when they were last published; `nil` where they never were.
    package func identifierBase() throws -> String? {
        try work { db in try NewsStore.identifierBase(db) }
    }

    /// Remembers what they are made of now.
    package func remember(identifierBase base: String) throws {
        try work { db in try db.execute(sql: "UPDATE project SET idBase = ?", arguments: [base]) }
    }
}

// MARK: What the batch brings

extension RunTransaction {
    /// Records how a source ended, with what its next run should know. Once for each source and run.
    package func record(_ visit: SourceVisit) throws {
        try work { _ in try sources.record(visit, run: run, on: date, now: now) }
    }

    /// Records the items of one whole feed of a source.
    ///
    /// An item that is known, by its id, its canonical key, or its title and date, keeps its story's id and the time of
    /// being first seen; the rest becomes what the source says now. Of items that are the same the first one counts.
    /// Those for whose index `isRead` holds have been read for all that candidates are wanted for: as such they come
    /// without their content.
    /// - Returns: those of them that were not known before.
    @discardableResult
    package func record(
        _ items: DistinctItems, from source: SourceID, isRead: (Int) -> Bool = { _ in false }
    ) throws -> [AddedStory] {
        try work { _ in
            let record = try sources.record(of: source)
            let new = try stories.record(
                items, of: (source, record.number), isFirst: record.listed == nil, isRead: isRead)
            try sources.recordItems(of: source, run: run, now: now, newKeys: items.keys(of: new))
            return new
        }
    }

    /// What is now remembered of `sources`, this run's visits included; a source that never was asked is absent.
    package func memories(of sources: [SourceID]) throws -> [SourceID: SourceMemory] {
        try work { _ in try self.sources.memories(of: sources) }
    }
}

// MARK: What belongs to the edition

extension RunTransaction {
    /// The date before which what a source lists in its first answer is its back catalogue, which belongs to no
    /// edition; `nil` where `policy` lets anything belong.
    package func horizon(_ policy: EditionPolicy) throws -> Date? {
        try work { db in try window(db).horizon(policy) }
    }

    /// From which ages count: the instant of the run, or when an edition of the past was last built. An edition that is built
    /// again says that it was made then, so that it keeps its place before the later ones.
    package func instantOfEdition() throws -> Date {
        try work { db in try window(db).now }
    }

    private func window(_ db: Database) throws -> EditionWindow {
        try EditionWindow(db, date: date, now: now, today: today)
    }

    /// How far back this date's edition may reach, one after the other until it is full; `nil` alone where the edition
    /// before decides that.
    package func reaches(_ policy: EditionPolicy) throws -> [Duration?] {
        try work { db in try window(db).reaches(policy) }
    }

    /// The stories that belong to this date's edition, of all sources, those that have since been taken out of the
    /// configuration too, in the order in which they were first seen.
    ///
    /// For `.auto`, what became known after the last edition of an earlier date and is dated within `maxWindow`; of a
    /// source that is new since then, what is dated after it, and of one that is known from a site alone, what is dated after
    /// its last answer before it; on the first run, what is dated within `reach`.
    /// For `.last`, what is dated within that time, or was first seen within it and not with its source's first
    /// answer. Never what was told on another date; always what this date's edition tells already. Of an edition of the past,
    /// that is one after which later ones were built, or of a date more than a day ago, only what was known when it was last
    /// built.
    ///
    /// What is new in this run, and was read, comes without its content, which ``addContents(to:)`` adds.
    package func candidates(_ policy: EditionPolicy, reach: Duration? = nil) throws -> [Story] {
        try work { db in
            try sources.flush()
            let names = sources.names
            let reading = try PreparedStatement(db, "SELECT \(StoryColumn.list()) FROM story WHERE number = ?")
            let numbers = try window(db).storyNumbers(db, policy, reach: reach)
            return try stories.added.stories(numbers) { number in
                try reading.first(number) { row in try Story(row, names: names) }
            }
        }
    }

    /// Gives the stories that an edition tells the content that they came without as candidates.
    package func addContents(to edition: inout Edition) throws {
        let told = Set(edition.clusters.flatMap(\.stories).map(\.id))
        let contents = try work { _ in try stories.contents(of: told) }
        edition.changeStories { story in
            if let content = contents[story.id] { story.content = content }
        }
    }

    /// What joined a story after its day, on the dates from `first` up to, but without, this one, and was left out since
    /// the story had not grown enough: reason `told`, and as its detail the date on which the story was told.
    package func latecomers(from first: EditionDate) throws -> [Edition.LeftOut] {
        try work { db in try LeftOutRecords.latecomers(from: first, before: date, names: sources.names, db) }
    }
}

// MARK: Editions

extension RunTransaction {
    /// The edition of a date as it was saved, what was left out of it without its texts.
    package func edition(of date: EditionDate) throws -> Edition? {
        try work { _ in try editions.wholeEdition(of: date) }
    }

    /// Those of `dates` that exist, newest first, without what was left out of them.
    package func editions(of dates: some Collection<EditionDate>) throws -> [Edition] {
        try work { _ in try editions.editions(of: dates) }
    }

    /// Every edition, newest first.
    package func archive() throws -> [ArchiveEntry] {
        try work { _ in try editions.archive() }
    }

    /// Keeps an edition in place of the one of its date; its stories, leads and others, now count as told on it.
    package func save(_ edition: Edition) throws {
        try work { db in
            try editions.save(edition, run: window(db).lastRun ?? run, numbers: stories.added.numbers)
        }
    }

    /// Forgets the editions before `date`; their stories stay told while they are remembered.
    ///
    /// Where more than one falls due at once, a clock may have jumped: they are kept until the next run says the same.
    /// - Returns: the dates that were forgotten, and those that were kept, oldest first.
    @discardableResult
    package func removeEditions(before date: EditionDate) throws -> (removed: [EditionDate], postponed: [EditionDate]) {
        try work { db in
            try db.execute(sql: "UPDATE run SET keptFrom = ? WHERE number = ?", arguments: [date, run])
            let said = try EditionDate.fetchOne(
                db, sql: "SELECT keptFrom FROM run WHERE number < ? ORDER BY number DESC LIMIT 1", arguments: [run])
            let due = try editions.dates(before: date)
            let isNews = due.filter { day in said.map { day >= $0 } ?? true }
            let first = isNews.count > 1 ? isNews.first : nil
            return (try editions.remove(before: first ?? date), first == nil ? [] : isNews)
        }
    }

    /// Forgets the edition of a date as if it had never been: what it told may be told again.
    package func removeEdition(of date: EditionDate) throws {
        try work { _ in try editions.remove(date) }
    }

    /// Forgets history, what was left out, and stories from before `oldest`, but none of these that a kept edition tells or a
    /// source may still list.
    /// - Returns: how many stories were forgotten.
    @discardableResult
    package func prune(olderThan oldest: Date) throws -> Int {
        try work { db in
            try sources.flush()
            return try Pruning.all(olderThan: oldest, db)
        }
    }
}
