import Foundation
import GRDB
import NewsModel

/// Which stories belong to the edition of a date.
///
/// "Known since the last edition of an earlier date" is a comparison of run numbers: a clock that jumps, a run that was
/// late, left out or made twice, and a run that recorded but did not publish can neither lose a story nor repeat one.
/// Instants only bound how old a story may be.
struct EditionWindow {
    /// The run that built an edition last, and when.
    struct Build: Equatable {
        let date: EditionDate
        let run: Int64
        let generated: Date
    }

    /// How far back a first edition reaches at first; further where that does not fill it.
    private static let day: TimeInterval = 86_400

    let date: EditionDate
    let now: Date
    /// The last edition of an earlier date.
    let predecessor: Build?

    init(_ db: Database, date: EditionDate, now: Date) throws {
        self.init(date: date, now: now, predecessor: try Self.builds(db).last { $0.date < date })
    }

    private init(date: EditionDate, now: Date, predecessor: Build?) {
        self.date = date
        self.now = now
        self.predecessor = predecessor
    }

    /// Every edition, in the order of the dates.
    static func builds(_ db: Database) throws -> [Build] {
        let statement = try PreparedStatement(db, "SELECT date, run, generated FROM edition ORDER BY date")
        return try statement.all { row in
            Build(
                date: try EditionDate(stored: row.integer(0)), run: try row.integer(1), generated: try row.instant(2))
        }
    }

    /// The numbers of the stories in the order in which they were first seen. The index has all that the usual policy asks
    /// for, so that no row of a story is touched.
    ///
    /// `reach` is how far back a first edition reaches.
    func storyNumbers(_ db: Database, _ policy: EditionPolicy, reach: Duration?) throws -> [Int64] {
        let (condition, values) = condition(policy, reach?.seconds)
        let statement = try PreparedStatement(
            db,
            """
            SELECT story.number FROM story INDEXED BY storyByRun
            JOIN source ON source.number = story.source
            WHERE \(condition)
            AND NOT EXISTS (SELECT 1 FROM told WHERE told.story = story.number AND told.date <> ?)
            UNION SELECT story FROM told WHERE date = ? ORDER BY 1
            """)
        return try statement.all(values + [date.number, date.number]) { row in try row.integer(0) }
    }

    /// The date before which what a new source lists belongs to no edition; `nil` where anything may.
    func horizon(_ policy: EditionPolicy) -> Date? {
        switch policy.window {
        case .auto: newSourceReach(policy, policy.firstWindow.seconds)
        case .last: nil
        }
    }

    /// What is dated before belongs to no edition of this date.
    private func oldest(_ policy: EditionPolicy, _ reach: TimeInterval? = nil) -> Date {
        let reach =
            switch policy.window {
            case .auto:
                predecessor == nil ? reach ?? min(policy.firstWindow.seconds, Self.day) : policy.maxWindow.seconds
            case .last(let duration): duration.seconds
            }
        return now.addingTimeInterval(-reach)
    }

    /// How far back this edition may reach, one after the other until it is full: for a first edition a day, three, and
    /// as far as `policy` lets it; `nil` alone for a later one, which begins where the one before ended.
    func reaches(_ policy: EditionPolicy) -> [Duration?] {
        guard predecessor == nil, policy.window == .auto else { return [nil] }
        let longest = policy.firstWindow
        return [.seconds(Self.day), .seconds(3 * Self.day)].filter { $0 < longest } + [longest]
    }

    /// Of a source that is new since the last edition only what is dated after that, so that a feed does not dump its back
    /// catalogue.
    private func newSourceReach(_ policy: EditionPolicy, _ reach: TimeInterval? = nil) -> Date {
        let oldest = oldest(policy, reach)
        guard let predecessor else { return oldest }
        // An edition from the future was built by a clock that has jumped back since.
        let since = predecessor.generated <= now ? predecessor.generated : now.addingTimeInterval(-Self.day)
        return max(oldest, since)
    }

    private func condition(_ policy: EditionPolicy, _ reach: TimeInterval?) -> (sql: String, values: [Int64]) {
        let oldest = oldest(policy, reach).milliseconds
        switch policy.window {
        case .auto:
            let run = predecessor?.run ?? 0
            return (
                "story.run > ? AND story.dated >= ? AND (source.firstRun <= ? OR story.dated >= ?)",
                [run, oldest, run, newSourceReach(policy, reach).milliseconds]
            )
        case .last:
            // What is dated since then, or was first seen since then, a source's first answer excepted. Nothing is dated
            // after it was first seen, so only the runs of that time matter.
            return (
                """
                story.run IN (SELECT number FROM run WHERE at >= ?)
                AND (story.dated >= ? OR story.firstSeen >= ? AND story.run > source.firstRun)
                """, [oldest, oldest, oldest]
            )
        }
    }
}

extension EditionWindow {
    /// How a story came into the store.
    struct Arrival {
        let run: Int64
        let dated: Date
        let sourceFirstRun: Int64?
    }

    /// Why a story that is neither told nor left out belonged to no edition: what ``storyNumbers(_:_:)`` decides for many
    /// stories, told of one; `builds` are those of all editions.
    static func absence(of arrival: Arrival, policy: EditionPolicy, builds: [Build]) -> Absence {
        guard let index = builds.firstIndex(where: { $0.run >= arrival.run }) else { return .notYet }
        let (build, predecessor) = (builds[index], index > 0 ? builds[index - 1] : nil)
        let window = EditionWindow(date: build.date, now: build.generated, predecessor: predecessor)
        let oldest = window.oldest(policy, policy.firstWindow.seconds)
        if arrival.dated < oldest { return .tooOld(build.date, reach: oldest) }
        if let predecessor, let first = arrival.sourceFirstRun, first > predecessor.run,
            arrival.dated < predecessor.generated
        {
            return .backCatalogue(build.date, since: predecessor.generated)
        }
        return .passedOver(build.date)
    }
}
