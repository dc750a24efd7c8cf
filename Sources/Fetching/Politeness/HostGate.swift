import Foundation
import NewsModel
import Synchronization
import WebText

/// When a host may be asked: its rate limit, and the pause that it asked for itself.
///
/// A pause holds for the source that was told so. For the others it takes two: many who know nothing of each other share
/// a host, and what is said to one of them need not be meant for all. A host that says it to two of its own sources in a
/// row, without answering any in between, means all. What it says to those that were redirected to it is theirs alone.
///
/// Instants are durations since the start of the batch.
actor HostGate {
    private let limits: [String: FetchPolicy.RateLimit]
    private var buckets: [String: TokenBucket] = [:]
    private var hosts: [String: Host] = [:]
    private let isPaused = Atomic(false)

    /// Whether any host asked to be left alone: mostly none does, and nobody has to wait in order to learn so.
    nonisolated var hasPauses: Bool { isPaused.load(ordering: .relaxed) }

    /// Those that were not asked in the last run: they are not left out again for what others were told before.
    private var leftOut: Set<SourceID> = []

    /// What a host said: "come back later".
    struct Rest: Sendable, Hashable {
        var until: Duration
        var reason: String
        /// Whether it was said in an earlier run.
        var isRemembered = false
    }

    private struct Host {
        /// By the source that was told.
        var rests: [SourceID: Rest] = [:]
        /// Those of its own sources that were told since it last answered one of them.
        var refused: Set<SourceID> = []

        /// What holds for all of its sources, as long as at least two of them were told so.
        func common(withRemembered: Bool) -> Rest? {
            let told = refused.compactMap { rests[$0] }.filter { withRemembered || !$0.isRemembered }
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
    func pause(of host: String, for source: SourceID, at now: Duration) -> Rest? {
        guard let state = hosts[host] else { return nil }
        let common = state.common(withRemembered: !leftOut.contains(source))
        return [state.rests[source], common].compactMap { $0 }.filter { $0.until > now }.max { $0.until < $1.until }
    }

    /// Leaves the host alone for a source until `until`, unless it already is for longer. With `isOwn` the source is one
    /// of the host's own, so that it may be meant for all of them.
    func pause(_ host: String, for source: SourceID, isOwn: Bool, until: Duration, reason: String) {
        pause(host, for: source, isOwn: isOwn, Rest(until: until, reason: reason))
    }

    private func pause(_ host: String, for source: SourceID, isOwn: Bool, _ rest: Rest) {
        isPaused.store(true, ordering: .relaxed)
        var state = hosts[host] ?? Host()
        if isOwn { state.refused.insert(source) }
        if (state.rests[source]?.until ?? .zero) < rest.until { state.rests[source] = rest }
        hosts[host] = state
    }

    /// Notes that the host has answered one of its own sources: what it said to others is not meant for all.
    func answered(_ host: String) {
        hosts[host]?.refused = []
    }

    /// Takes over what hosts asked for in earlier runs; `now` is the beginning of the batch.
    func remember(_ assignments: [Assignment], at now: Date) {
        for assignment in assignments {
            guard let pause = assignment.memory.pause, pause.kind == .asked, pause.isInForce(at: now),
                let host = pause.host, host == assignment.authority
            else { continue }
            let until = Duration.seconds(pause.until.timeIntervalSince(now))
            let rest = Rest(until: until, reason: pause.reason, isRemembered: true)
            self.pause(host, for: assignment.source.id, isOwn: true, rest)
        }
        guard hasPauses else { return }
        for assignment in assignments {
            guard let last = assignment.memory.history.last?.outcome else { continue }
            // One that it answered in the last run was no part of that.
            if last.isAnswer { answered(assignment.authority) }
            if last == .skipped { leftOut.insert(assignment.source.id) }
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
