package import Foundation
import WebText

/// A day in the configured time zone, written `2026-11-23`.
package struct EditionDate: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// `nil` for a date that the Gregorian calendar does not have.
    package init?(year: Int, month: Int, day: Int) {
        guard CivilCalendar.holds(year: year, month: month, day: day) else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    package init?(_ text: String) { self.init(text.utf8, separator: UInt8(ascii: "-")) }

    /// Reads what ``path`` gives and nothing else.
    package init?(path: some Sequence<UInt8>) { self.init(path, separator: UInt8(ascii: "/")) }

    /// By bytes: a long archive has thousands of paths.
    private init?(_ text: some Sequence<UInt8>, separator: UInt8) {
        var (year, month, day, count) = (0, 0, 0, 0)
        for byte in text {
            let digit = Int(byte) - Int(UInt8(ascii: "0"))
            switch count {
            case 4, 7: guard byte == separator else { return nil }
            case ..<10 where !(0...9).contains(digit): return nil
            case ..<4: year = year * 10 + digit
            case ..<7: month = month * 10 + digit
            case ..<10: day = day * 10 + digit
            default: return nil
            }
            count += 1
        }
        guard count == 10 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that `instant` falls on in `zone`.
    package init(_ instant: Date, in zone: TimeZone) {
        let seconds = instant.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: instant))
        self.init(daysSince1970: CivilCalendar.split(seconds).day)
    }

    private init(daysSince1970 days: Int) {
        let date = CivilCalendar.date(ofDay: days)
        self.init(uncheckedYear: date.year, month: date.month, day: date.day)
    }

    package var daysSince1970: Int { CivilCalendar.day(year: year, month: month, day: day) }

    /// 0 for Sunday to 6 for Saturday.
    package var weekday: Int { CivilCalendar.weekday(ofDay: daysSince1970) }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = EditionDate(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no date such as 2026-11-23"))
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))" }

    /// Where the edition of this date stands below the site's root: `2026/11/23`.
    package var path: String { "\(year.padded(to: 4))/\(month.padded(to: 2))/\(day.padded(to: 2))" }

    /// The first instant of the day in `zone`; where midnight does not exist, the first that does.
    package func start(in zone: TimeZone) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let noon = calendar.date(from: DateComponents(year: year, month: month, day: day, hour: 12))
        return calendar.startOfDay(for: noon ?? .distantPast)
    }

    /// The day that lies `days` later, or earlier if negative.
    package func adding(days: Int) -> EditionDate {
        EditionDate(daysSince1970: daysSince1970 + days)
    }

    package static func < (left: EditionDate, right: EditionDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
