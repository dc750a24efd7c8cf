import Foundation
import NewsModel

/// When a source may be asked again, by the rules of its server and of its feed. Pure.
///
/// They are respected up to a day, and a twentieth early: a timer never fires twice at the same second, and a source
/// that may be read once a day must not miss each second night for it.
enum Revisit {
    /// Nothing is left alone for longer, whatever it says: it is news.
    static let longest = Duration.seconds(86_400)
    /// Less than this is not worth remembering.
    static let shortest = Duration.seconds(60)

    /// Until when an answer holds.
    ///
    /// - Parameters:
    ///   - head: the answer's head, 200 or 304.
    ///   - hints: what the feed says.
    ///   - asked: when it was asked.
    /// - Returns: the time and whose wish it is; `nil` if it may be asked for again at once.
    static func due(after head: ResponseHead, hints: FeedHints, asked: Date) -> (date: Date, reason: String)? {
        let server = head.freshness(now: asked) ?? .zero
        let feed = hints.timeToLive ?? .zero
        let wait = min(max(server, feed), longest)
        guard wait >= shortest else { return nil }
        let who = server >= feed ? "its server" : "its feed"
        return (asked.addingTimeInterval(early(wait).seconds), "\(who) says that what it gave holds for \(wait.words)")
    }

    /// Until when a feed does not want to be asked, by its `skipHours` and `skipDays`.
    ///
    /// - Parameters:
    ///   - hints: what the feed said last time.
    ///   - answered: when that was; what has not been read for a day is asked in any hour.
    ///   - now: the instant of the run.
    /// - Returns: `nil` if it may be asked now.
    static func quietUntil(_ hints: FeedHints, answered: Date?, now: Date) -> Date? {
        guard let answered, !hints.skipHours.isEmpty || !hints.skipDays.isEmpty else { return nil }
        let latest = answered.addingTimeInterval(early(longest).seconds)
        guard now < latest, answered <= now, isQuiet(now, hints) else { return nil }
        let hour: TimeInterval = 3600
        var next = Date(timeIntervalSince1970: ((now.timeIntervalSince1970 / hour).rounded(.down) + 1) * hour)
        while next < latest, isQuiet(next, hints) { next.addTimeInterval(hour) }
        return min(next, latest)
    }

    /// Hours and days in GMT.
    private static func isQuiet(_ instant: Date, _ hints: FeedHints) -> Bool {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
        let (day, second) = (Int((Double(seconds) / 86_400).rounded(.down)), (seconds % 86_400 + 86_400) % 86_400)
        // The first of January 1970 was a Thursday, the fifth day.
        let weekday = ((day + 4) % 7 + 7) % 7 + 1
        return hints.skipHours.contains(second / 3600) || hints.skipDays.contains(weekday)
    }

    private static func early(_ wait: Duration) -> Duration { wait - wait / 20 }
}

extension ResponseHead {
    /// For how long the answer holds (RFC 9111 §4.2): `max-age`, or else `Expires`, less the age that it came with;
    /// `nil` where the server says nothing, or that it must always be asked.
    func freshness(now: Date) -> Duration? {
        let directives = all("cache-control").flatMap { $0.lowercased().split(separator: ",") }
            .map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
        if directives.contains(where: { $0 == "no-store" || $0 == "no-cache" }) { return nil }
        let age = self["age"].flatMap { Int($0) } ?? 0
        if let limit = directives.first(where: { $0.hasPrefix("max-age=") }) {
            let text = limit.dropFirst("max-age=".count)
            guard let seconds = Int(text) ?? (text.isAllDigits ? .max : nil) else { return nil }
            return .seconds(max(0, min(seconds, 1 << 31) - max(0, age)))
        }
        guard let expires = date("expires") else { return nil }
        let seconds = expires.timeIntervalSince(date("date") ?? now) - Double(max(0, age))
        return .seconds(max(0, min(seconds, 1e9)))
    }
}
