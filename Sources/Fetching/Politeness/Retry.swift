import FeedParsing
import Foundation
import NewsModel
import WebText

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
        case .unreachable(_, .connection), .unreachable(_, .route), .unreachable(_, .answer), .unreachable(_, .proxy):
            retries
        case .status(let answer): Self.passing.contains(answer.head.status) && !answer.isUsedUp ? retries : 0
        case .late, .tls, .refused, .malformed, .content, .paused: 0
        }
    }

    /// Statuses that may well be another one in a moment.
    private static let passing: Set<Int> = [408, 425, 429, 500, 502, 503, 504]
}

/// The pause that a `Retry-After` field asks for (RFC 9110 §10.2.3), and how much of it is kept.
struct RetryAfter: Sendable, Hashable {
    let asked: Duration

    /// What is kept of it. A longer one is meant as "never", or is a mistake.
    var kept: Duration { min(asked, Self.longest) }

    static let longest = Pause.Kind.asked.longest

    /// What to say where not all of it is kept.
    var note: String? {
        guard asked > Self.longest else { return nil }
        let days = asked.components.seconds / 86_400
        let words = days < Self.foreverDays ? "for \(days) days" : "for ever"
        return "it asks to be left alone \(words), and is for \(Self.longest.components.seconds / 86_400) at the most"
    }

    private static let foreverDays = 36_525
}

extension ResponseHead {
    /// The pause that the server asks for: seconds, an instant as a number, or an HTTP date, which is understood by the
    /// server's own clock where it shows that. One that is negative, past or broken counts for nothing.
    func retryAfter(now: Date) -> RetryAfter? {
        guard let value = self["retry-after"]?.trimmingCharacters(in: .whitespaces), !value.isEmpty else { return nil }
        // Programs write fractions, of instants as well as of seconds.
        let whole = String(value.prefix { $0 != "." })
        if whole.isAllDigits, value.dropFirst(whole.count + 1).utf8.allSatisfy(\.isDigit) {
            if let instant = Self.instant(whole, now: now) { return retryAfter(until: instant, now: now) }
            // More digits than a number holds are no less of a wish.
            let seconds = min(Int(whole) ?? .max, Self.unthinkable)
            return seconds > 0 ? RetryAfter(asked: .seconds(seconds)) : nil
        }
        return FeedDate.parse(value).flatMap { retryAfter(until: $0, now: now) }
    }

    private func retryAfter(until date: Date, now: Date) -> RetryAfter? {
        let seconds = date.timeIntervalSince(self.date("date") ?? now).rounded(.up)
        return seconds > 0 ? RetryAfter(asked: .seconds(min(seconds, Double(Self.unthinkable)))) : nil
    }

    /// The instant that a number means which stands for one: seconds or milliseconds since 1970, no more than a year ahead
    /// and no earlier than there were servers that write so. Nobody means as many seconds from now.
    private static func instant(_ digits: String, now: Date) -> Date? {
        guard let number = Double(digits) else { return nil }
        return [number, number / 1000].map(Date.init(timeIntervalSince1970:))
            .first { $0 > earliest && $0.timeIntervalSince(now) < 366 * 86_400 }
    }

    /// 1 January 2010.
    private static let earliest = Date(timeIntervalSince1970: 1_262_304_000)

    /// A thousand years, in seconds.
    private static let unthinkable = 31_557_600_000
}
