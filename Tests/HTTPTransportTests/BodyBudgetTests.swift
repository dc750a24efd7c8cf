import TestSupport
import Testing

@testable import HTTPTransport

@Suite struct BodyBudgetTests {
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
        let second = Task { try await Self.read(8 * Self.small, of: budget) }
        try await eventually { budget.waitingCount == 1 }
        try await first.grow()
        #expect(budget.waitingCount == 1)
        await first.end()
        try await second.value
    }

    @Test func whatHasHadLessThanAnEqualPartGoesOn() async throws {
        // Room for the first step of one, and half of it is more than what every body has free.
        let budget = BodyBudget(limit: 4 * Self.small)
        let (first, second) = (try await Self.begun(budget), try await Self.begun(budget))
        try await first.grow()
        try await second.grow()
        #expect(budget.waitingCount == 0)
        await first.end()
        await second.end()
    }

    @Test func whoIsCancelledWaitsForNobody() async throws {
        let budget = BodyBudget(limit: 1)
        let first = try await Self.begun(budget)
        try await first.grow()
        let second = Task { try await Self.read(8 * Self.small, of: budget) }
        try await eventually { budget.waitingCount == 1 }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(budget.waitingCount == 0)
        await first.end()
    }

    /// A body that has had what every body has free.
    private static func begun(_ budget: BodyBudget) async throws -> LargeBody {
        let body = LargeBody(budget)
        try await body.grow()
        return body
    }

    /// A body that comes piece by piece, and ends when the test says so.
    private actor LargeBody {
        private let next: AsyncStream<CheckedContinuation<Void, any Error>?>.Continuation
        private let reading: Task<Void, Never>

        init(_ budget: BodyBudget) {
            let (steps, next) = AsyncStream.makeStream(of: CheckedContinuation<Void, any Error>?.self)
            self.next = next
            reading = Task {
                var share = budget.share()
                for await step in steps {
                    guard let step else { return }
                    do {
                        try await share.waitForRoom()
                        share.take(BodyBudgetTests.small)
                        step.resume()
                    } catch {
                        step.resume(throwing: error)
                    }
                }
            }
        }

        func grow() async throws {
            try await withCheckedThrowingContinuation { next.yield($0) }
        }

        func end() async {
            next.yield(nil)
            await reading.value
        }
    }
}
