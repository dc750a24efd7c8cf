import Foundation
import GRDB
import NewsModel

/// Which stories belong to the edition of a date.
///
/// "Known since the last edition of an earlier date" is a comparison of run numbers: a clock that jumps, a run that was
/// late, left out or made twice, and a run that recorded but did not publish can neither lose a story nor repeat one.
/// Instants only bound how old a story may be.
struct EditionWindow {
    /// The last edition of an earlier date: the run that built it, and when.
    struct Predecessor: Equatable {
        let run: Int64
        let generated: Date
    }

    /// How far back a first edition reaches.
    static let firstReach: TimeInterval = 86_400

    let date: EditionDate
    let now: Date
    let predecessor: Predecessor?

    init(_ db: Database, date: EditionDate, now: Date) throws {
        self.date = date
        self.now = now
        let statement = try PreparedStatement(
            db, "SELECT run, generated FROM edition WHERE date < ? ORDER BY date DESC LIMIT 1")
        predecessor = try statement.first([.of(date.number)]) { row in
            Predecessor(run: try row.integer(0), generated: try row.instant(1))
        }
    }

    /// The stories in the order in which they were first seen; what is `fresh` is not read, and has no content.
    func stories(_ db: Database, policy: EditionPolicy, fresh: FreshStories) throws -> [Story] {
        let names = try SourceRecords.names(db)
        let reading = try PreparedStatement(db, "SELECT \(StoryColumns.list) FROM story WHERE number = ?")
        return try fresh.stories(numbers(db, policy)) { number in
            try reading.first([.of(number)]) { row in try StoryColumns.story(row, names: names) }
        }
    }

    /// The index has all that the usual policy asks for, so that no row of a story is touched.
    private func numbers(_ db: Database, _ policy: EditionPolicy) throws -> [Int64] {
        let (condition, values) = condition(policy)
        let statement = try PreparedStatement(
            db,
            """
            SELECT story.number FROM story INDEXED BY story_by_run
            JOIN source ON source.number = story.source
            WHERE \(condition)
            AND NOT EXISTS (SELECT 1 FROM told WHERE told.story = story.number AND told.date <> ?)
            UNION SELECT story FROM told WHERE date = ? ORDER BY 1
            """)
        return try statement.all(values + [.of(date.number), .of(date.number)]) { row in try row.integer(0) }
    }

    /// How far back an edition reaches, in seconds.
    static func reach(_ policy: EditionPolicy, isFirst: Bool) -> TimeInterval {
        switch policy.window {
        case .auto: isFirst ? min(policy.maxWindow.seconds, firstReach) : policy.maxWindow.seconds
        case .last(let duration): duration.seconds
        }
    }

    private func condition(_ policy: EditionPolicy) -> (sql: String, values: [DatabaseValue]) {
        let oldest = now.addingTimeInterval(-Self.reach(policy, isFirst: predecessor == nil))
        return switch policy.window {
        case .auto: sinceLastEdition(oldest: oldest)
        case .last: within(oldest: oldest)
        }
    }

    /// What became known after the last edition; of a source that is new since then only what is dated after it, so
    /// that a feed does not dump its back catalogue.
    private func sinceLastEdition(oldest: Date) -> (sql: String, values: [DatabaseValue]) {
        let sql = """
            story.run > ? AND story.dated >= ? AND (source.first_run <= ? OR story.dated >= ?)
            """
        let run = predecessor?.run ?? 0
        return (sql, [.of(run), .of(oldest), .of(run), .of(newSourceReach(oldest: oldest))])
    }

    private func newSourceReach(oldest: Date) -> Date {
        guard let predecessor else { return oldest }
        // An edition from the future was built by a clock that has jumped back since.
        let since = predecessor.generated <= now ? predecessor.generated : now.addingTimeInterval(-Self.firstReach)
        return max(oldest, since)
    }

    /// The date before which what a new source lists belongs to no edition; `nil` where anything may.
    func horizon(_ policy: EditionPolicy) -> Date? {
        switch policy.window {
        case .auto: newSourceReach(oldest: now.addingTimeInterval(-Self.reach(policy, isFirst: predecessor == nil)))
        case .last: nil
        }
    }

    /// What is dated since `oldest`, or was first seen since then, a source's first answer excepted. Nothing is dated
    /// after it was first seen, so only the runs of that time matter.
    private func within(oldest: Date) -> (sql: String, values: [DatabaseValue]) {
        let sql = """
            story.run IN (SELECT number FROM run WHERE at >= ?)
            AND (story.dated >= ? OR story.first_seen >= ? AND story.run > source.first_run)
            """
        return (sql, [.of(oldest), .of(oldest), .of(oldest)])
    }
}
