import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

@Suite struct RunTransactionTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    private func begin() throws -> RunTransaction {
        let run = try desk.store.beginRun(of: .day(11, 23), now: .at(11, 23, 3))
        try run.answer(from: "paper", [.titled("Ferry returns", .at(11, 23, 1))])
        return run
    }

    private var isEmpty: Bool {
        get throws { try desk.store.memories(of: ["paper"]).isEmpty }
    }

    @Test func itsPiecesAreKeptTogether() throws {
        let run = try begin()
        try run.answer(from: "post", [.titled("Bridge closes", .at(11, 23, 2))])
        #expect(try run.publish() == ["Bridge closes", "Ferry returns"])
        try run.commit()
        #expect(try desk.store.archive().map(\.stories) == [2])
        #expect(try desk.store.memories(of: ["paper", "post"]).count == 2)
    }

    @Test func oneThatGoesAwayLeavesNothing() throws {
        _ = try begin()
        #expect(try isEmpty)
        try desk.run(.at(11, 23, 4), ["paper": [.titled("Ferry returns", .at(11, 23, 1))]])
    }

    @Test func oneThatIsRolledBackGaveItsResultAndLeavesNothing() throws {
        let run = try begin()
        #expect(try run.publish() == ["Ferry returns"])
        run.rollBack()
        #expect(try isEmpty && desk.store.archive().isEmpty)
        #expect(throws: StoreError.self) { try run.commit() }
    }

    @Test func afterAFailureItIsOver() throws {
        let run = try begin()
        // Its story is one of a table that is not there any more.
        try desk.store.use { db in try db.execute(sql: "DROP TABLE leftOut") }
        #expect(throws: StoreError.self) { try run.publish() }
        #expect(throws: StoreError.notWritable(path: desk.path, reason: "its transaction is over")) {
            try run.archive()
        }
        #expect(throws: StoreError.self) { try run.commit() }
        #expect(try isEmpty)
        try desk.run(.at(11, 23, 4), ["paper": [.titled("Ferry returns", .at(11, 23, 1))]])
    }

    @Test func itIsCommittedOnce() throws {
        let run = try begin()
        try run.commit()
        #expect(throws: StoreError.self) { try run.commit() }
        #expect(try !isEmpty)
    }
}
