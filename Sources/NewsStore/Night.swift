package import Foundation
import GRDB
package import NewsModel

/// One run's hold on the store: everything in it is kept together, or not at all.
///
/// It is valid inside the closure of ``NewsStore/night(of:now:isRehearsal:_:)`` only, and on its thread. The store's
/// own methods must not be called in there; the night has the same ones.
package final class Night {
    /// The date of the edition that is being built.
    package let date: EditionDate
    package let now: Date

    private let db: Database
    private let run: Int64
    private let sources: SourceRecords
    private let stories: StoryWriter
    private let shelf: EditionCache

    init(_ db: Database, date: EditionDate, now: Date) throws {
        self.db = db
        self.date = date
        self.now = now
        try PreparedStatement(db, "INSERT INTO run (date, at) VALUES (?, ?)").run([.of(date.number), .of(now)])
        run = db.lastInsertedRowID
        sources = try SourceRecords(db)
        stories = try StoryWriter(db, run: run, now: now)
        shelf = EditionCache(db)
    }

    /// Writes what was held back.
    func end() throws {
        try sources.flush()
        try Pruning.history(db)
    }

    // MARK: What the batch brought

    /// Records how a source ended, with what its next run should know. Once for each source and run.
    package func record(_ visit: SourceVisit) throws {
        try sources.record(visit, run: run, now: now)
    }

    /// Records the items of one whole answer of a source.
    ///
    /// An item that is known, by its id, its canonical key, or its title and date, keeps its story's id and the time of
    /// being first seen; the rest becomes what the source says now. Of items that are the same the first one counts.
    /// Those for whose place `isRead` holds have been read for all that candidates are wanted for: as such they come
    /// without their content.
    /// - Returns: those of them that were not known before.
    @discardableResult
    package func record(
        _ answer: DistinctItems, from source: SourceID, isRead: (Int) -> Bool = { _ in false }
    ) throws -> [AddedStory] {
        let entry = try sources.entry(of: source)
        let new = try stories.record(
            answer, source: (source, entry.number), isFirst: entry.listed == nil, isRead: isRead)
        try sources.recordItems(of: source, run: run, now: now, newKeys: answer.keys(of: new))
        return new
    }

    /// What is now remembered of `sources`, this run's visits included; a source that never was asked is absent.
    package func memories(of sources: [SourceID]) throws -> [SourceID: SourceMemory] {
        try self.sources.flush()
        return try SourceRecords.memories(db, of: sources)
    }

    // MARK: What belongs to the edition

    /// The stories that belong to this date's edition, of all sources, those that have since been taken out of the
    /// configuration too, in the order in which they were first seen.
    ///
    /// For `.auto`, what became known after the last edition of an earlier date and is dated within `maxWindow`; of a
    /// source that is new since then, what is dated after it; on the first run, what is dated within the last 24 h.
    /// For `.last`, what is dated within that time, or was first seen within it and not with its source's first
    /// answer. Never what was told on another date; always what this date's edition tells already.
    ///
    /// What is new tonight, and was read, comes without its content, which ``addContents(to:)`` adds.
    package func candidates(_ policy: EditionPolicy) throws -> [Story] {
        try sources.flush()
        return try EditionWindow(db, date: date, now: now).stories(db, policy: policy, fresh: stories.fresh)
    }

    /// Gives the stories that an edition tells the content that they came without as candidates.
    package func addContents(to edition: inout Edition) throws {
        let told = Set(edition.clusters.flatMap(\.stories).map(\.id))
        let contents = try StoryColumns.contents(of: stories.fresh.withoutContent(told), db)
        edition.changeStories { story in
            if let content = contents[story.id] { story.content = content }
        }
    }

    /// What joined a story after its day, on the dates from `first` up to, but without, this one, and was left out since
    /// the story had not grown enough: reason `told`, and as its detail the date on which the story was told.
    package func latecomers(from first: EditionDate) throws -> [Edition.LeftOut] {
        try LeftOutRecords.latecomers(from: first, before: date, db)
    }

    // MARK: Editions

    /// The edition of a date as it was saved, what was left out of it without its texts.
    package func edition(of date: EditionDate) throws -> Edition? {
        try shelf.editions(of: [date]).first.map { try EditionRecords.whole($0, db) }
    }

    /// Those of `dates` that exist, newest first, without what was left out of them.
    package func editions(of dates: some Collection<EditionDate>) throws -> [Edition] {
        try shelf.editions(of: dates)
    }

    /// Every edition, newest first.
    package func archive() throws -> [ArchivedEdition] {
        try EditionRecords.archive(db)
    }

    /// Keeps an edition in place of the one of its date; its stories, leads and others, now count as told on it.
    package func save(_ edition: Edition) throws {
        try shelf.save(edition, run: run, numbers: stories.fresh.numbers)
    }

    /// Keeps an edition that was read back from a published site, with the stories that it tells.
    package func restore(_ edition: Edition) throws {
        for story in edition.clusters.flatMap(\.stories) {
            try sources.recordRestored(story.source, now: now)
            try stories.restore(story, source: sources.entry(of: story.source).number)
        }
        try save(edition)
    }

    /// Forgets the editions before `date`; their stories stay told while they are remembered.
    /// - Returns: the dates that were forgotten, oldest first.
    @discardableResult
    package func removeEditions(before date: EditionDate) throws -> [EditionDate] {
        try shelf.remove(before: date)
    }

    /// Forgets history and stories from before `oldest`, but none that a kept edition tells or a source may still list.
    /// - Returns: how many stories were forgotten.
    @discardableResult
    package func prune(olderThan oldest: Date) throws -> Int {
        try sources.flush()
        return try Pruning.all(olderThan: oldest, db)
    }
}
