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
    /// From which ages count: the instant of the run, or when an edition of the past was last built.
    let now: Date
    /// The last edition of an earlier date.
    let predecessor: Build?
    /// The run that brought the last stories that belong to an edition of the past; `nil` for one that is still being made.
    let lastRun: Int64?
    /// When the sources that the state learned of from a site had answered last before the predecessor was built.
    private let lastAnswers: LastAnswers

    /// The window of the edition that a run at `now` builds, on the date `today`.
    init(_ db: Database, date: EditionDate, now: Date, today: EditionDate) throws {
        let builds = try Self.builds(db)
        let last = try Self.lastBuild(of: date, today: today, builds, db)
        try self.init(
            db, date: date, now: last?.generated ?? now, predecessor: builds.last { $0.date < date },
            lastRun: last?.run)
    }

    private init(
        _ db: Database, date: EditionDate, now: Date, predecessor: Build?, lastRun: Int64? = nil
    ) throws {
        self.date = date
        self.now = now
        self.predecessor = predecessor
        self.lastRun = lastRun
        lastAnswers = try predecessor.map { try LastAnswers(db, until: $0.run) } ?? .none
    }

    /// When an edition of the past was built last: what came later belongs to later ones, however often it is built again.
    /// `nil` for one that is still being made: today's, yesterday's while there is none after it, and one of a date that no run
    /// was to build.
    private static func lastBuild(
        of date: EditionDate, today: EditionDate, _ builds: [Build], _ db: Database
    ) throws -> Build? {
        guard date < today else { return nil }
        // An edition of the future is no later one: a clock or a date was wrong.
        let later = builds.first { $0.date > date && $0.date <= today.adding(days: 1) }
        if let own = builds.first(where: { $0.date == date }) {
            return later != nil || date.adding(days: 1) < today ? own : nil
        }
        return try later.flatMap { try lastRun(of: date, before: $0.run, db) }
    }

    /// The last run that was to build a date of which there is no edition, or none any more.
    private static func lastRun(of date: EditionDate, before run: Int64, _ db: Database) throws -> Build? {
        let statement = try PreparedStatement(
            db, "SELECT number, at FROM run WHERE date = ? AND number < ? ORDER BY number DESC LIMIT 1")
        return try statement.first(date.number, run) { row in
            Build(date: date, run: try row.integer(0), generated: try row.instant(1))
        }
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
            WITH answered (source, at) AS (\(lastAnswers.rows))
            SELECT story.number FROM story INDEXED BY storyByRun
            JOIN source ON source.number = story.source
            LEFT JOIN answered ON answered.source = story.source
            WHERE \(condition) AND story.run <= ?
            AND NOT EXISTS (SELECT 1 FROM told WHERE told.story = story.number AND told.date <> ?)
            UNION SELECT story FROM told WHERE date = ? ORDER BY 1
            """)
        return try statement.all(values + [lastRun ?? .max, date.number, date.number]) { row in try row.integer(0) }
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

    /// Whether something of a source counts however old it is: the source has answered before the last edition, or this is
    /// known from the site alone, which has it from an edition to which it belonged.
    private static let isOfKnownSource =
        "source.firstRun <= ? OR source.firstRun IS NULL OR story.run < source.firstRun"

    private func condition(_ policy: EditionPolicy, _ reach: TimeInterval?) -> (sql: String, values: [Int64]) {
        let oldest = oldest(policy, reach).milliseconds
        switch policy.window {
        case .auto:
            let run = predecessor?.run ?? 0
            return (
                """
                story.run > ? AND story.dated >= ?
                AND (\(Self.isOfKnownSource) OR story.dated >= coalesce(answered.at, ?))
                """,
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
        let source: Int64
        let run: Int64
        let dated: Date
        let sourceFirstRun: Int64?
    }

    /// Why a story that is neither told nor left out belonged to no edition: what ``storyNumbers(_:_:)`` decides for many
    /// stories, told of one; `builds` are those of all editions.
    static func absence(
        of arrival: Arrival, policy: EditionPolicy, builds: [Build], _ db: Database
    ) throws -> Absence {
        guard let index = builds.firstIndex(where: { $0.run >= arrival.run }) else { return .notYet }
        let (build, predecessor) = (builds[index], index > 0 ? builds[index - 1] : nil)
        let window = try EditionWindow(db, date: build.date, now: build.generated, predecessor: predecessor)
        let oldest = window.oldest(policy, policy.firstWindow.seconds)
        if arrival.dated < oldest { return .tooOld(build.date, reach: oldest) }
        if let since = window.backCatalogueEnd(of: arrival), arrival.dated < since {
            return .backCatalogue(build.date, since: since)
        }
        return .passedOver(build.date)
    }

    /// The date before which what a source listed was its back catalogue; `nil` where it was known before.
    private func backCatalogueEnd(of arrival: Arrival) -> Date? {
        guard let predecessor, let first = arrival.sourceFirstRun, first > predecessor.run, arrival.run >= first else {
            return nil
        }
        return lastAnswers[arrival.source] ?? predecessor.generated
    }
}
