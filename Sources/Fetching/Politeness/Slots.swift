import DequeModule

/// Bounds on concurrent requests, in all and to one host, handed out fairly between hosts.
///
/// Hosts take turns round-robin, so that a slow host with a hundred feeds does not starve the others. Within a host turns
/// are given by rank, and in the order of asking where that is the same.
actor Slots {
    private let limit: Int
    private var inUse = 0
    private var hosts: [String: HostQueue] = [:]
    /// Hosts with a waiting request and room for it, in the order of their turns.
    private var ready: Deque<String> = []
    private var lastTicket = 0

    private struct HostQueue {
        var inUse = 0
        var limit = 1
        var waiting: Deque<WaitingRequest> = []
        var isReady = false

        /// Behind all that have no higher rank: mostly the end.
        mutating func add(_ waiter: WaitingRequest) {
            let index = waiting.lastIndex { $0.rank <= waiter.rank }.map { $0 + 1 } ?? 0
            waiting.insert(waiter, at: index)
        }
    }

    private struct WaitingRequest {
        let ticket: Int
        let rank: Int
        let turn: CheckedContinuation<Void, any Error>
    }

    /// How many are waiting for their turn.
    var waitingCount: Int { hosts.values.reduce(0) { $0 + $1.waiting.count } }

    /// Whether any turn is taken.
    var isBusy: Bool { inUse > 0 }

    /// - Parameter limit: how many turns there are at once over all hosts, at least 1.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Does `work` when it is the host's turn, and gives the turn back whatever happens.
    ///
    /// The host is whom the work is going to ask, and `hostLimit` how many turns it has at once; the lowest `rank` comes
    /// first. Throws `CancellationError` if cancelled while waiting, and else what `work` throws.
    nonisolated func withTurn<T: Sendable>(
        at host: String, hostLimit: Int, rank: Int = 0, _ work: @Sendable () async throws -> T
    ) async throws -> T {
        try await take(host, limit: hostLimit, rank: rank)
        do {
            let result = try await work()
            await giveBack(host)
            return result
        } catch {
            await giveBack(host)
            throw error
        }
    }

    private func take(_ host: String, limit: Int, rank: Int) async throws {
        try Task.checkCancellation()
        lastTicket += 1
        let ticket = lastTicket
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { turn in
                hosts[host, default: HostQueue()].limit = max(1, limit)
                hosts[host]?.add(WaitingRequest(ticket: ticket, rank: rank, turn: turn))
                queue(host)
                handOut()
            }
        } onCancel: {
            // The handler runs outside of the actor; the waiter is known to it by the time this hop arrives.
            Task { await self.withdraw(ticket, from: host) }
        }
    }

    private func giveBack(_ host: String) {
        inUse -= 1
        hosts[host]?.inUse -= 1
        queue(host)
        handOut()
        if let idle = hosts[host], idle.inUse == 0, idle.waiting.isEmpty { hosts[host] = nil }
    }

    private func withdraw(_ ticket: Int, from host: String) {
        guard let index = hosts[host]?.waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        hosts[host]?.waiting.remove(at: index).turn.resume(throwing: CancellationError())
    }

    /// Puts the host at the end of the round if it has a waiting request and room for it.
    private func queue(_ host: String) {
        guard let state = hosts[host], !state.isReady, !state.waiting.isEmpty, state.inUse < state.limit else { return }
        hosts[host]?.isReady = true
        ready.append(host)
    }

    private func handOut() {
        while inUse < limit, let host = ready.popFirst() {
            hosts[host]?.isReady = false
            guard let waiter = hosts[host]?.waiting.popFirst() else { continue }
            inUse += 1
            hosts[host]?.inUse += 1
            queue(host)
            waiter.turn.resume()
        }
    }
}
