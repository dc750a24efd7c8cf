import Foundation
import NewsModel
import NewsStore
import Testing

@Suite struct RunTransactionTests {
    private struct Failure: Error {}
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    private func begin() throws -> RunTransaction {
        let night = try desk.store.beginNight(of: .day(11, 23), now: .at(11, 23, 3))
        try night.work { _ = try $0.answer(from: "paper", [.titled("Ferry returns", .at(11, 23, 1))]) }
        return night
    }

    private var isEmpty: Bool {
        get throws { try desk.store.memories(of: ["paper"]).isEmpty }
    }

    @Test func itsPiecesAreKeptTogether() throws {
        let night = try begin()
        try night.work { _ = try $0.answer(from: "post", [.titled("Bridge closes", .at(11, 23, 2))]) }
        #expect(try night.work { try $0.publish() } == ["Bridge closes", "Ferry returns"])
        try night.end()
        #expect(try desk.store.archive().map(\.stories) == [2])
        #expect(try desk.store.memories(of: ["paper", "post"]).count == 2)
    }

    @Test func oneThatGoesAwayLeavesNothing() throws {
        _ = try begin()
        #expect(try isEmpty)
        try desk.run(.at(11, 23, 4), ["paper": [.titled("Ferry returns", .at(11, 23, 1))]])
    }

    @Test func aRehearsalLeavesNothing() throws {
        try begin().end(isRehearsal: true)
        #expect(try isEmpty)
    }

    @Test func afterAFailureItIsOver() throws {
        let night = try begin()
        #expect(throws: Failure.self) { try night.work { _ in throw Failure() } }
        #expect(throws: StoreError.self) { try night.work { _ in } }
        #expect(throws: StoreError.self) { try night.end() }
        #expect(try isEmpty)
    }

    @Test func itIsEndedOnce() throws {
        let night = try begin()
        try night.end()
        #expect(throws: StoreError.self) { try night.end() }
        #expect(try !isEmpty)
    }
}
