package import Foundation

/// Instants in the form of RFC 3339.
package enum RFC3339 {
    /// In whole seconds, by the clock of a zone: `2026-11-23T06:30:00Z`, `2026-11-23T07:30:00+01:00`.
    package static func text(_ instant: Date, in zone: TimeZone = .gmt) -> String {
        text(instant.timeIntervalSince1970, offset: zone.secondsFromGMT(for: instant))
    }

    /// In UTC, to the millisecond where there are any.
    package static func precise(_ instant: Date) -> String {
        let milliseconds = (min(max(instant.timeIntervalSince1970, -1e12), 1e12) * 1000).rounded()
        let seconds = (milliseconds / 1000).rounded(.down)
        let rest = Int(milliseconds - seconds * 1000)
        let whole = text(seconds, offset: 0)
        return rest == 0 ? whole : whole.dropLast() + ".\(rest.padded(to: 3))Z"
    }

    /// Reads what ``precise(_:)`` writes; `nil` for everything else.
    package static func date(_ text: String) -> Date? {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        guard let parsed = try? style.parse(text) else { return nil }
        let date = Date(timeIntervalSince1970: (parsed.timeIntervalSince1970 * 1000).rounded() / 1000)
        return precise(date) == text ? date : nil
    }

    private static func text(_ seconds: Double, offset: Int) -> String {
        let (day, rest) = CivilCalendar.split(seconds + Double(offset))
        let date = CivilCalendar.date(ofDay: day)
        let time = "\((rest / 3600).padded(to: 2)):\((rest / 60 % 60).padded(to: 2)):\((rest % 60).padded(to: 2))"
        let local = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))T\(time)"
        guard offset != 0 else { return local + "Z" }
        let minutes = abs(offset) / 60
        return local + "\(offset < 0 ? "-" : "+")\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
    }
}

extension Int {
    /// Its digits, with zeros before them where they are fewer.
    package func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
