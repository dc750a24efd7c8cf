import Parallelism
import TestSupport
import Testing

@testable import Fetching

@Suite(.watched, .timeLimit(.minutes(1))) struct SlotsTests {
    /// Opens when the test says so.
    private actor Door {
        private var waiting: [CheckedContinuation<Void, Never>] = []
        private var isOpen = false

        func pass() async {
            if isOpen { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func open() {
            isOpen = true
            waiting.forEach { $0.resume() }
            waiting = []
        }
    }

    private final class Tally: Sendable {
        private let state = Guarded<(now: [String: Int], most: [String: Int], order: [String])>(([:], [:], []))

        func enter(_ host: String) {
            state.withLock { state in
                for name in [host, "all"] {
                    state.now[name, default: 0] += 1
                    state.most[name] = max(state.most[name] ?? 0, state.now[name] ?? 0)
                }
                state.order.append(host)
            }
        }

        func leave(_ host: String) {
            state.withLock { state in
                for name in [host, "all"] { state.now[name, default: 0] -= 1 }
            }
        }

        func most(_ name: String) -> Int { state.withLock { $0.most[name] ?? 0 } }
        var order: [String] { state.withLock { $0.order } }
    }

    @Test func aTurnGoesToTheLowestRankAndThenToWhoeverAskedFirst() async throws {
        let (slots, tally, door) = (Slots(limit: 4), Tally(), Door())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await slots.withTurn(at: "a", hostLimit: 1) { await door.pass() } }
            try await eventually { await slots.isBusy }
            for (waiting, rank) in [3, 1, .max, 2, 1].enumerated() {
                group.addTask {
                    try await slots.withTurn(at: "a", hostLimit: 1, rank: rank) { tally.enter("\(rank) \(waiting)") }
                }
                try await eventually { await slots.waitingCount > waiting }
            }
            await door.open()
            try await group.waitForAll()
        }
        #expect(tally.order == ["1 1", "1 4", "2 3", "3 0", "\(Int.max) 2"])
    }

    @Test func neverMoreAtOnceThanAllowedInAllAndPerHost() async throws {
        let (slots, tally) = (Slots(limit: 3), Tally())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                let host = "host\(number % 4)"
                group.addTask {
                    try await slots.withTurn(at: host, hostLimit: 2) {
                        tally.enter(host)
                        await Task.yield()
                        tally.leave(host)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(tally.most("all") <= 3)
        #expect(tally.most("host0") <= 2)
        #expect(tally.order.count == 40)
    }

    @Test func aHostWithManyFeedsDoesNotStarveTheOthers() async throws {
        let (slots, tally, door) = (Slots(limit: 1), Tally(), Door())
        try await withThrowingTaskGroup(of: Void.self) { group in
            let began = Door()
            group.addTask {
                try await slots.withTurn(at: "first", hostLimit: 1) {
                    await began.open()
                    await door.pass()
                }
            }
            await began.pass()
            for host in Array(repeating: "busy", count: 10) + ["quiet"] {
                group.addTask { try await slots.withTurn(at: host, hostLimit: 5) { tally.enter(host) } }
            }
            try await eventually { await slots.waitingCount == 11 }
            await door.open()
            try await group.waitForAll()
        }
        let place = try #require(tally.order.firstIndex(of: "quiet"))
        #expect(place <= 1, "the quiet host came \(place + 1)th")
    }

    /// Turns that come free one by one go to a host that still holds one, as long as it has room.
    @Test func aHostWithRoomForMoreTakesEachTurnThatComesFree() async throws {
        let (slots, tally, end) = (Slots(limit: 2), Tally(), Door())
        let doors = [Door(), Door()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, door) in doors.enumerated() {
                group.addTask {
                    try await slots.withTurn(at: "other \(number)", hostLimit: 1) {
                        tally.enter("other")
                        await door.pass()
                    }
                }
            }
            try await eventually { tally.order.count == 2 }
            for _ in 0..<2 {
                group.addTask {
                    try await slots.withTurn(at: "busy", hostLimit: 2) {
                        tally.enter("busy")
                        await end.pass()
                    }
                }
            }
            try await eventually { await slots.waitingCount == 2 }
            for (number, door) in doors.enumerated() {
                await door.open()
                try await eventually { tally.order.count == 3 + number }
            }
            await end.open()
            try await group.waitForAll()
        }
        #expect(tally.order.suffix(2) == ["busy", "busy"])
    }

    @Test func whoIsCancelledWhileWaitingGivesUpTheirPlace() async throws {
        let (slots, door, began) = (Slots(limit: 1), Door(), Door())
        let holder = Task {
            try await slots.withTurn(at: "a", hostLimit: 1) {
                await began.open()
                await door.pass()
            }
        }
        await began.pass()
        let waiter = Task { try await slots.withTurn(at: "a", hostLimit: 1) {} }
        try await eventually { await slots.waitingCount == 1 }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
        await door.open()
        try await holder.value
        try await slots.withTurn(at: "a", hostLimit: 1) {}
    }

    @Test func aTurnIsGivenBackWhenTheWorkFails() async throws {
        struct Fault: Error {}
        let slots = Slots(limit: 1)
        await #expect(throws: Fault.self) { try await slots.withTurn(at: "a", hostLimit: 1) { throw Fault() } }
        try await slots.withTurn(at: "a", hostLimit: 1) {}
    }

    /// How many hold a turn at once where nobody gives one back.
    private static func held(
        of limit: Int, hostLimit: Int, asking hosts: [String]
    ) async throws -> (held: Int, waiting: Int) {
        let (slots, tally, door) = (Slots(limit: limit), Tally(), Door())
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for host in hosts {
                group.addTask {
                    try await slots.withTurn(at: host, hostLimit: hostLimit) {
                        tally.enter(host)
                        await door.pass()
                    }
                }
            }
            try await eventually { await tally.order.count + slots.waitingCount == hosts.count }
            let result = (tally.order.count, await slots.waitingCount)
            await door.open()
            try await group.waitForAll()
            return result
        }
    }

    @Test func asManyTurnsAreHeldAsThereAreAndNoMore() async throws {
        #expect(try await Self.held(of: 3, hostLimit: 9, asking: ["a", "a", "b", "c", "d"]) == (3, 2))
        #expect(try await Self.held(of: 9, hostLimit: 2, asking: ["a", "a", "a", "b", "b"]) == (4, 1))
        #expect(try await Self.held(of: 0, hostLimit: 0, asking: ["a", "a"]) == (1, 1))
        #expect(try await Self.held(of: 2, hostLimit: 0, asking: ["a", "a", "b"]) == (2, 1))
    }
}
