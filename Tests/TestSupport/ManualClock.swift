import Parallelism

/// A clock whose hands the test turns: `sleep` parks until ``advance(by:)`` passes its instant, or until cancelled.
package final class ManualClock: Clock, Sendable {
    package struct Instant: InstantProtocol {
        package var offset: Duration

        package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        package func duration(to other: Instant) -> Duration { other.offset - offset }
        package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        let until: Instant
        let wake: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Instant(offset: .zero)
        var lastID = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
    }

    private let state = Guarded(State())

    package init() {}

    package var now: Instant { state.withLock { $0.now } }
    package var minimumResolution: Duration { .nanoseconds(1) }

    package func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wake in park(Sleeper(until: deadline, wake: wake), id: id) }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.cancelled.insert(id)
                return state.sleepers.removeValue(forKey: id)
            }
            sleeper?.wake.resume(throwing: CancellationError())
        }
    }

    private func park(_ sleeper: Sleeper, id: Int) {
        let result = state.withLock { state -> Result<Void, any Error>? in
            if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
            if sleeper.until <= state.now { return .success(()) }
            state.sleepers[id] = sleeper
            return nil
        }
        if let result { sleeper.wake.resume(with: result) }
    }

    /// Turns the hands, and wakes whoever's time has come, earliest first.
    package func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.sorted { ($0.value.until, $0.key) < ($1.value.until, $1.key) }.map(\.value)
        }
        due.forEach { $0.wake.resume() }
    }

    /// The earliest instant after the beginning that anybody sleeps until.
    package var earliest: Duration? {
        state.withLock { state in state.sleepers.values.map(\.until.offset).min() }
    }

    /// How many are asleep until just `instant` after the beginning.
    package func sleepers(until instant: Duration) -> Int {
        state.withLock { state in state.sleepers.values.count { $0.until.offset == instant } }
    }

    /// Waits until just so many are asleep until `instant` after the beginning, and gives up after some seconds.
    package func wait(for count: Int, sleepersUntil instant: Duration) async throws {
        try await eventually("\(count) asleep until \(instant)") { sleepers(until: instant) == count }
    }
}
