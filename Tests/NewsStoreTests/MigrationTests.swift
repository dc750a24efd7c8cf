import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// States that earlier versions wrote.
@Suite struct MigrationTests {
    private static let now = Date.at(11, 23, 3)
    private static let date = EditionDate.day(11, 23)

    private let desk: TestStore
    private let edition: Edition

    init() throws {
        desk = try TestStore()
        try desk.run(Self.now, ["paper": [.titled("Ferry returns", .at(11, 23, 1)), .titled("Bridge closes")]])
        edition = try #require(try desk.store.edition(of: Self.date))
        try desk.store.close()
    }

    /// Makes the state what it would have been at a version: the steps since then are undone, the last first.
    private func goBack(to version: Int) throws {
        let body = try JSONEncoder().encode(edition)
        let queue = try DatabaseQueue(path: desk.path)
        try queue.write { db in
            try db.execute(sql: "UPDATE edition SET body = ?", arguments: [body])
            for undo in Self.undoing.dropFirst(version - 1).reversed() { try db.execute(sql: undo) }
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
        try queue.close()
    }

    /// What takes a state back from each version to the one before, from the second on.
    private static let undoing = [
        ["pause_kind", "pause_host", "ttl", "skip_hours", "skip_days"]
            .map { "ALTER TABLE source DROP COLUMN \($0);" }.joined(),
        "DROP INDEX story_by_run; CREATE INDEX story_by_run ON story (run, dated);",
        ["titles", "asked", "answered", "omissions"].map { "ALTER TABLE edition DROP COLUMN \($0);" }.joined()
            + "DROP TABLE cluster; DROP TABLE telling; DROP TABLE bond; DROP TABLE omitted;",
        "ALTER TABLE source DROP COLUMN site; ALTER TABLE source DROP COLUMN hosts; "
            + ["left_out", "omitted"].map { "ALTER TABLE \($0) DROP COLUMN cause;" }.joined()
            + "ALTER TABLE edition DROP COLUMN causes;",
    ]

    @Test(arguments: 1...4) func aStateOfAnEarlierVersionIsReadAndGoesOn(version: Int) throws {
        try goBack(to: version)
        let store = try NewsStore(path: desk.path)
        #expect(try store.edition(of: Self.date) == edition)
        #expect(try store.memories(of: ["paper"])["paper"]?.lastSuccess == Self.now)
        try store.night(of: .day(11, 24), now: .at(11, 24, 3)) { night in
            try night.answer(from: "paper", [.titled("Ferry returns", .at(11, 23, 1)), .titled("Tower falls")])
            #expect(try night.publish() == ["Tower falls"])
        }
        #expect(try store.editions(of: [Self.date, .day(11, 24)]).map(\.clusters.count) == [1, 2])
    }

    @Test func anEditionThatIsSavedAgainIsKeptInTheNewWay() throws {
        try goBack(to: 3)
        let store = try NewsStore(path: desk.path)
        try store.night(of: Self.date, now: Self.now) { try $0.save(edition) }
        #expect(try store.edition(of: Self.date) == edition)
        try store.close()
        let queue = try DatabaseQueue(path: desk.path)
        let told = try queue.read { try String.fetchAll($0, sql: "SELECT title FROM telling ORDER BY number") }
        #expect(told == edition.clusters.map(\.lead.title))
    }
}
