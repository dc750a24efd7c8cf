import FeedParsing
import Foundation
import NewsModel

/// How long a server asks to be left alone (RFC 9110 §10.2.3), and for how long it is.
struct RetryAfter: Sendable, Hashable {
    let asked: Duration

    /// What is heeded of it: who asks for longer means "never", or errs, or wants to be forgotten.
    var kept: Duration { min(asked, Self.longest) }

    static let longest = Pause.Kind.asked.longest

    /// What to say where not all of it is heeded.
    var note: String? {
        guard asked > Self.longest else { return nil }
        let days = asked.components.seconds / 86_400
        let words = days < Self.foreverDays ? "for \(days) days" : "for ever"
        return "it asks to be left alone \(words), and is for \(Self.longest.components.seconds / 86_400) at the most"
    }

    private static let foreverDays = 36_525
}

extension AnswerHead {
    /// How long the server asks to be left alone: seconds, or an HTTP date, which is understood by the server's own clock
    /// where it shows that. One that is negative, past or broken counts for nothing.
    func retryAfter(now: Date) -> RetryAfter? {
        guard let value = self["retry-after"]?.trimmingCharacters(in: .whitespaces), !value.isEmpty else { return nil }
        if value.isAllDigits {
            // More digits than a number holds are no less of a wish.
            let seconds = min(Int(value) ?? .max, Self.unthinkable)
            return seconds > 0 ? RetryAfter(asked: .seconds(seconds)) : nil
        }
        guard let date = FeedDate.parse(value) else { return nil }
        let seconds = date.timeIntervalSince(self.date("date") ?? now).rounded(.up)
        return seconds > 0 ? RetryAfter(asked: .seconds(min(seconds, Double(Self.unthinkable)))) : nil
    }

    /// A thousand years, in seconds.
    private static let unthinkable = 31_557_600_000
}
