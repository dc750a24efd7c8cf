import Foundation
import NewsModel
import Synchronization
import WebText

/// Rate limits of hosts, and the pauses that hosts asked for.
///
/// A pause holds for the source whose request was answered with it. It holds for the host's other sources once two of
/// its own sources got one in a row, without a success in between: unrelated sources share a host, and one of them must
/// not be able to silence the others. A pause that a redirect from another host led to counts for its source alone.
///
/// Instants are durations since the start of the batch.
actor HostLimiter {
    private let limits: [String: FetchPolicy.RateLimit]
    private var buckets: [String: TokenBucket] = [:]
    private var hosts: [String: HostRecord] = [:]
    private let isPaused = Atomic(false)

    /// Whether any host asked for a pause. Mostly none does, and no actor hop is needed to learn so.
    nonisolated var hasPauses: Bool { isPaused.load(ordering: .relaxed) }

    /// Sources that were skipped in the last run: what others were told then does not hold for them again.
    private var leftOut: Set<SourceID> = []

    /// A host's wish to be asked later.
    struct HostPause: Sendable, Hashable {
        var until: Duration
        var reason: String
        /// Whether it was said in an earlier run.
        var isRemembered = false
    }

    private struct HostRecord {
        /// By the source that got them.
        var pauses: [SourceID: HostPause] = [:]
        /// The host's own sources that got a pause since its last success for one of them.
        var refused: Set<SourceID> = []

        /// The pause that holds for all of its sources: the second longest of those that at least two of them got.
        func common(withRemembered: Bool) -> HostPause? {
            let told = refused.compactMap { pauses[$0] }.filter { withRemembered || !$0.isRemembered }
                .sorted { $0.until > $1.until }
            return told.count > 1 ? told[1] : nil
        }
    }

    /// - Parameter limits: by host or registrable domain, lowercase.
    init(limits: [String: FetchPolicy.RateLimit]) {
        self.limits = limits
    }

    /// Takes one request's worth of the host's allowance, and says when that request may begin.
    func reserve(_ host: String, at now: Duration) -> Duration {
        guard let (name, limit) = limit(for: host) else { return now }
        return buckets[name, default: TokenBucket(limit)].take(at: now)
    }

    /// The pause that is in force for a source at a host, if one is.
    func pause(of host: String, for source: SourceID, at now: Duration) -> HostPause? {
        guard let state = hosts[host] else { return nil }
        let common = state.common(withRemembered: !leftOut.contains(source))
        return [state.pauses[source], common].compactMap { $0 }.filter { $0.until > now }.max { $0.until < $1.until }
    }

    /// Leaves the host alone for a source until `until`, unless it already is for longer. With `isOwn` the source is one
    /// of the host's own, so that it may be meant for all of them.
    func pause(_ host: String, for source: SourceID, isOwn: Bool, until: Duration, reason: String) {
        pause(host, for: source, isOwn: isOwn, HostPause(until: until, reason: reason))
    }

    private func pause(_ host: String, for source: SourceID, isOwn: Bool, _ new: HostPause) {
        isPaused.store(true, ordering: .relaxed)
        var state = hosts[host] ?? HostRecord()
        if isOwn { state.refused.insert(source) }
        if (state.pauses[source]?.until ?? .zero) < new.until { state.pauses[source] = new }
        hosts[host] = state
    }

    /// Notes that the host has answered one of its own sources: what it said to others is not meant for all.
    func answered(_ host: String) {
        hosts[host]?.refused = []
    }

    /// Takes over what hosts asked for in earlier runs; `now` is the beginning of the batch.
    func remember(_ jobs: [FetchJob], at now: Date) {
        for job in jobs {
            guard let pause = job.memory.pause, pause.kind == .asked, pause.isInForce(at: now),
                let host = pause.host, host == job.authority
            else { continue }
            let until = Duration.seconds(pause.until.timeIntervalSince(now))
            let new = HostPause(until: until, reason: pause.reason, isRemembered: true)
            self.pause(host, for: job.source.id, isOwn: true, new)
        }
        guard hasPauses else { return }
        for job in jobs {
            guard let last = job.memory.history.last?.outcome else { continue }
            // One that it answered in the last run was no part of that.
            if last.isAnswer { answered(job.authority) }
            if last == .skipped { leftOut.insert(job.source.id) }
        }
    }

    private func limit(for host: String) -> (name: String, limit: FetchPolicy.RateLimit)? {
        guard !limits.isEmpty else { return nil }
        if let limit = limits[host] { return (host, limit) }
        guard let domain = PublicSuffix.registrableDomain(of: host), let limit = limits[domain] else { return nil }
        return (domain, limit)
    }
}

/// A token bucket: holds as many tokens as its limit allows at once, and regains them evenly.
struct TokenBucket: Sendable {
    private let capacity: Double
    private let interval: Duration
    private var tokens: Double
    private var filledAt = Duration.zero

    init(_ limit: FetchPolicy.RateLimit) {
        capacity = Double(max(1, limit.requests))
        interval = limit.per / max(1, limit.requests)
        tokens = capacity
    }

    /// Takes a token, in advance if there is none, and says when it will be there.
    mutating func take(at now: Duration) -> Duration {
        if now > filledAt {
            tokens = min(capacity, tokens + (now - filledAt) / interval)
            filledAt = now
        }
        tokens -= 1
        return tokens >= 0 ? now : now + interval * -tokens
    }
}
