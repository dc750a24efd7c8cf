import Synchronization
import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct BodyBudgetTests {
    fileprivate static let small = BodyBudget.smallBytes

    /// A body of so many bytes, read to its end in steps as large as what every body has free.
    private static func read(_ bytes: Int, of budget: BodyBudget) async throws {
        var share = budget.share()
        for _ in 0..<bytes / small {
            try await share.waitForRoom()
            share.take(small)
        }
    }

    @Test func smallBodiesNeverWait() async throws {
        let budget = BodyBudget(limit: 1)
        var shares = [try await Self.begun(budget), try await Self.begun(budget)]
        try await Self.read(Self.small, of: budget)
        shares.removeAll()
        #expect(budget.waitingCount == 0)
    }

    @Test func whereTheBudgetIsUsedUpOneGoesOnToItsEndAndTheOthersFollow() async throws {
        let budget = BodyBudget(limit: 1)
        let first = try await Self.begun(budget)
        try await first.grow()
        let other = try await Self.begun(budget)
        let second = Task { for _ in 0..<7 { try await other.grow() } }
        try await eventually { budget.waitingCount == 1 }
        try await first.grow()
        #expect(budget.waitingCount == 1)
        try await first.end()
        try await second.value
    }

    @Test func whatHasHadLessThanAnEqualPartGoesOn() async throws {
        // Room for the first step of one, and half of it is more than what every body has free.
        let budget = BodyBudget(limit: 4 * Self.small)
        let (first, second) = (try await Self.begun(budget), try await Self.begun(budget))
        try await first.grow()
        try await second.grow()
        #expect(budget.waitingCount == 0)
        try await first.end()
        try await second.end()
    }

    @Test func whatIsReadWithoutAskingIsAQuarterOfAMegabyteAndTheRestSixteen() {
        #expect(BodyBudget.smallBytes == 262_144)
        #expect(BodyBudget().limit == 16_777_216)
    }

    /// A first step takes three times what every body has free: just as much as there is, or a byte more.
    @Test(arguments: [(0, true), (-1, false)]) func aStepIsGrantedUpToTheVeryLimit(room: Int, isGranted: Bool)
        async throws
    {
        let budget = BodyBudget(limit: 3 * Self.small + room)
        let (first, second) = (try await Self.begun(budget), try await Self.begun(budget))
        for _ in 0..<3 { try await first.grow() }
        // Whoever may grow no further leads, to its end; the other then waits.
        let (leader, other) = isGranted ? (second, first) : (first, second)
        for _ in 0..<(isGranted ? 2 : 1) { try await leader.grow() }
        if !isGranted { try await other.grow() }
        let waiting = Task { try await other.grow() }
        try await eventually { budget.waitingCount == 1 }
        try await leader.grow()
        #expect(budget.waitingCount == 1)
        try await leader.end()
        try await waiting.value
        try await other.end()
    }

    @Test func ofThoseThatWaitTheNearestToItsEndGoesOnFirst() async throws {
        let budget = BodyBudget(limit: 4 * Self.small)
        let leader = try await Self.begun(budget)
        for _ in 0..<4 { try await leader.grow() }
        let (small, large) = (try await Self.begun(budget), try await Self.begun(budget))
        try await large.grow()
        let (first, second) = (Task { try await large.grow() }, Task { try await small.grow() })
        try await eventually { budget.waitingCount == 2 || budget.waitingCount == 1 }
        try await leader.end()
        try await first.value
        try await second.value
        #expect(budget.waitingCount == 0)
        try await small.end()
        try await large.end()
    }

    @Test func whatIsGivenBackIsThereForOthers() async throws {
        let budget = BodyBudget(limit: 3 * Self.small)
        for _ in 0..<3 {
            // Each of them takes all of it, and would wait if one before had kept a part.
            let (body, other) = (try await Self.begun(budget), try await Self.begun(budget))
            for _ in 0..<3 { try await body.grow() }
            try await other.grow()
            #expect(budget.waitingCount == 0)
            try await body.end()
            try await other.end()
        }
    }

    @Test func whoIsCancelledWaitsForNobody() async throws {
        let budget = BodyBudget(limit: 1)
        let first = try await Self.begun(budget)
        try await first.grow()
        let second = Task { try await Self.read(8 * Self.small, of: budget) }
        try await eventually { budget.waitingCount == 1 }
        second.cancel()
        try await eventually { budget.waitingCount == 0 }
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(budget.waitingCount == 0)
        try await first.end()
    }

    /// A body that has had what every body has free.
    private static func begun(_ budget: BodyBudget) async throws -> LargeBody {
        let body = LargeBody(budget)
        try await body.grow()
        return body
    }

    /// A body that comes piece by piece, and ends when the test says so. Every wait for it gives up after some seconds.
    private final class LargeBody: Sendable {
        private final class Counts: Sendable {
            let asked = Atomic(0)
            let read = Atomic(0)
        }

        private let counts = Counts()
        private let next: AsyncStream<Void>.Continuation
        private let reading: Task<Void, any Error>

        init(_ budget: BodyBudget) {
            let (steps, next) = AsyncStream.makeStream(of: Void.self)
            self.next = next
            reading = Task { [counts] in
                var share = budget.share()
                for await _ in steps {
                    try await share.waitForRoom()
                    share.take(BodyBudgetTests.small)
                    counts.read.add(1, ordering: .sequentiallyConsistent)
                }
            }
        }

        deinit { reading.cancel() }

        func grow() async throws {
            let wanted = counts.asked.add(1, ordering: .sequentiallyConsistent).newValue
            next.yield()
            try await eventually("a body reads on") { counts.read.load(ordering: .sequentiallyConsistent) >= wanted }
        }

        func end() async throws {
            next.finish()
            try await reading.value
        }
    }
}
