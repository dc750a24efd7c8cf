import Parallelism
import Synchronization

/// A bound on the memory that all bodies share while they are read.
///
/// A body is parsed as it comes, and what came of it is kept until its end: fifty endless ones would fill the memory
/// within a second, each within its own bound. The first 256 KB of each body are free. Beyond them a body reserves room
/// in growing steps while there is any. Once the budget is used up, a body that has had less than an equal part of it
/// still goes on, so that many slow ones block nobody; and one other, the leader, is read to its end without a bound, so
/// that room becomes free again.
package final class BodyBudget: Sendable {
    /// What each body may have without a reservation. Nearly all feeds are smaller.
    static let smallBytes = 256 << 10
    /// How much larger each step is than the one before.
    private static let growth = 4

    private struct WaitingBody {
        var part: Allotment
        let turn: CheckedContinuation<Allotment, any Error>
    }

    /// The part of the budget that one body has, and how much of that it uses.
    fileprivate struct Allotment {
        let ticket: Int
        /// What was read of it.
        var bytes = 0
        /// What it may grow to.
        var granted = BodyBudget.smallBytes
        /// What of the budget is set aside for it.
        var reserved = 0
    }

    private struct Reservations {
        var reserved = 0
        var largeBodies = 0
        /// The one that goes on, whatever the others hold.
        var leader: Int?
        var waiting: [Int: WaitingBody] = [:]
    }

    let limit: Int
    private let lastTicket = Atomic(0)
    private let state = Guarded(Reservations())

    /// - Parameter limit: how many bytes there are for large bodies, besides the beginnings of all. What is read costs
    ///   a few times its bytes.
    package init(limit: Int = 16 << 20) {
        self.limit = max(1, limit)
    }

    /// How many bodies wait until others come to their end.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// One body's part; what it holds is given back with it.
    func share() -> Share {
        Share(part: Allotment(ticket: lastTicket.wrappingAdd(1, ordering: .relaxed).newValue), budget: self)
    }

    struct Share: ~Copyable {
        fileprivate var part: Allotment
        fileprivate let budget: BodyBudget

        deinit {
            if part.granted > BodyBudget.smallBytes { budget.giveBack(part) }
        }

        /// Counts what was read.
        mutating func take(_ count: Int) {
            part.bytes += count
        }

        /// Waits until the body may be read on.
        ///
        /// - Throws: `CancellationError` at once when the task is cancelled.
        mutating func waitForRoom() async throws {
            guard part.bytes >= part.granted else { return }
            part = try await budget.room(for: part)
        }
    }

    private func room(for part: Allotment) async throws -> Allotment {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { turn in
                let grown = state.withLock { state in
                    if part.granted == Self.smallBytes { state.largeBodies += 1 }
                    if let grown = grow(part, &state) { return Optional(grown) }
                    state.waiting[part.ticket] = WaitingBody(part: part, turn: turn)
                    return nil
                }
                if let grown { return turn.resume(returning: grown) }
                // Cancelled before it could be withdrawn.
                if Task.isCancelled { withdraw(part.ticket) }
            }
        } onCancel: {
            withdraw(part.ticket)
        }
    }

    /// The part with more room, or `nil` where there is none for it.
    private func grow(_ part: Allotment, _ state: inout Reservations) -> Allotment? {
        let step = part.granted * (Self.growth - 1)
        if state.reserved + step <= limit { return granting(step, to: part, &state) }
        if part.bytes < limit / max(1, state.largeBodies) { return granting(Self.smallBytes, to: part, &state) }
        guard state.leader == nil else { return nil }
        state.leader = part.ticket
        var leading = part
        leading.granted = .max
        return leading
    }

    private func granting(_ bytes: Int, to part: Allotment, _ state: inout Reservations) -> Allotment {
        var part = part
        part.granted += bytes
        part.reserved += bytes
        state.reserved += bytes
        return part
    }

    private func withdraw(_ ticket: Int) {
        let waiter = state.withLock { state in
            let waiter = state.waiting.removeValue(forKey: ticket)
            // One that never grew has nothing to give back.
            if waiter?.part.granted == Self.smallBytes { state.largeBodies -= 1 }
            return waiter
        }
        waiter?.turn.resume(throwing: CancellationError())
    }

    private func giveBack(_ part: Allotment) {
        let woken = state.withLock { state in
            state.reserved -= part.reserved
            state.largeBodies -= 1
            if state.leader == part.ticket { state.leader = nil }
            return wake(&state)
        }
        for waiter in woken { waiter.turn.resume(returning: waiter.part) }
    }

    /// Those for whom there is room now, first those that are nearest to their end.
    private func wake(_ state: inout Reservations) -> [WaitingBody] {
        var woken: [WaitingBody] = []
        for var waiter in state.waiting.values.sorted(by: { $0.part.bytes > $1.part.bytes }) {
            guard let grown = grow(waiter.part, &state) else { continue }
            waiter.part = grown
            state.waiting[grown.ticket] = nil
            woken.append(waiter)
        }
        return woken
    }
}
