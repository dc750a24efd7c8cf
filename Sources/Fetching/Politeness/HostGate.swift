import Foundation
import NewsModel
import PublicSuffix

/// When a host may be asked: its rate limit, and the pause that it asked for itself.
///
/// Instants are durations since the start of the batch.
actor HostGate {
    private let limits: [String: FetchPolicy.RateLimit]
    private var buckets: [String: TokenBucket] = [:]
    private var pauses: [String: Rest] = [:]

    /// A host that said "come back later".
    struct Rest: Sendable, Hashable {
        var until: Duration
        var reason: String
    }

    /// - Parameter limits: by host or registrable domain, lowercase.
    init(limits: [String: FetchPolicy.RateLimit]) {
        self.limits = limits
    }

    /// Takes one request's worth of the host's allowance, and says when that request may begin.
    func reserve(_ host: String, at now: Duration) -> Duration {
        let start = max(now, pauses[host]?.until ?? now)
        guard let (name, limit) = limit(for: host) else { return start }
        return buckets[name, default: TokenBucket(limit)].take(at: start)
    }

    /// The pause that is in force for the host, if one is.
    func pause(of host: String, at now: Duration) -> Rest? {
        guard let pause = pauses[host], pause.until > now else { return nil }
        return pause
    }

    /// Leaves the host alone until `until`, unless it already is for longer.
    func pause(_ host: String, until: Duration, reason: String) {
        if let present = pauses[host], present.until >= until { return }
        pauses[host] = Rest(until: until, reason: reason)
    }

    /// Takes over what hosts asked for in earlier runs; `now` is the beginning of the batch.
    func remember(_ earlier: [Pause], at now: Date) {
        for pause in earlier where pause.kind == .asked && pause.until > now {
            guard let host = pause.host else { continue }
            self.pause(host, until: .seconds(pause.until.timeIntervalSince(now)), reason: pause.reason)
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
