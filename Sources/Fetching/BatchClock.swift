/// Time as a batch knows it: how long ago it began, and waiting until so long after its beginning.
///
/// Made from any clock, so that tests turn the hands themselves.
package struct BatchClock: Sendable {
    private let elapsedNow: @Sendable () -> Duration
    private let sleepUntil: @Sendable (Duration) async throws -> Void

    /// Starts now, by `clock`.
    package init<C: Clock>(_ clock: C) where C.Duration == Duration {
        let start = clock.now
        elapsedNow = { start.duration(to: clock.now) }
        sleepUntil = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
    }

    /// The time since the beginning.
    package var elapsed: Duration { elapsedNow() }

    /// Waits until `instant` after the beginning.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    package func sleep(until instant: Duration) async throws {
        try await sleepUntil(instant)
    }

    /// Does `work`, but cancels it at `instant`, and then throws ``TimeIsUp``.
    package func race<T: Sendable>(
        until instant: Duration, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await sleep(until: instant)
                throw TimeIsUp()
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    /// The work was not done at the instant until which it was allowed.
    package struct TimeIsUp: Error {}
}
