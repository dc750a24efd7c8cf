/// Whether a failed request is tried again, and when. Pure: a failure and an attempt in, a decision out.
struct Retry: Sendable {
    /// How often a request is tried again at the most.
    var retries: Int
    /// The wait before the first retry, before jitter; it doubles each time.
    var base: Duration = .milliseconds(300)
    var longest: Duration = .seconds(10)

    enum Decision: Sendable, Hashable {
        case giveUp
        case tryAgain(after: Duration)
    }

    /// Decides after `attempt` attempts (from 1), of which the last ended in `failure`; `retryAfter` is what the server
    /// asked for, and `jitter` (0 ..< 1) comes from the caller's generator.
    func decide(_ failure: FetchFailure, attempt: Int, retryAfter: Duration?, jitter: Double) -> Decision {
        guard attempt <= allowed(failure) else { return .giveUp }
        let backoff = min(longest, base * (1 << min(attempt - 1, 16)))
        // Full jitter, but never at once: the server has just failed.
        let wait = backoff / 4 + backoff * 0.75 * jitter
        return .tryAgain(after: max(wait, retryAfter ?? .zero))
    }

    private func allowed(_ failure: FetchFailure) -> Int {
        switch failure {
        case .unreachable(_, .name): min(1, retries)
        case .unreachable(_, .connection), .unreachable(_, .answer), .unreachable(_, .proxy): retries
        case .status(let answer): Self.passing.contains(answer.head.status) ? retries : 0
        case .late, .tls, .refused, .malformed, .content, .paused: 0
        }
    }

    /// Statuses that may well be another one in a moment.
    private static let passing: Set<Int> = [408, 425, 429, 500, 502, 503, 504]
}
