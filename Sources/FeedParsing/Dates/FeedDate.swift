package import Foundation
import WebText

/// The dates of feeds: RFC 822 and RFC 3339 as their formats ask for, and what is written in their place.
package enum FeedDate {
    /// The instant that a date names, to the second; `nil` where it names none for sure.
    ///
    /// A date without a zone is read as UTC, a day without a time as its first second. A day that no calendar has
    /// (30 February), an hour past 24:00 and a year before 1000 give `nil`; a wrong weekday is overlooked.
    package static func parse(_ text: some StringProtocol) -> Date? {
        var text = String(text)
        return text.withUTF8 { parse($0) }
    }

    static func parse(_ bytes: Bytes) -> Date? {
        let bytes = bytes.trimmed
        // The longest real ones name a zone in full; more is no date.
        guard bytes.count >= 4, bytes.count <= 120 else { return nil }
        let seconds = ISODate.seconds(bytes) ?? MailDate.seconds(bytes)
        return seconds.map { Date(timeIntervalSince1970: TimeInterval($0)) }
    }
}

/// A day and a time of day in the Gregorian calendar, and how far its clock is ahead of UTC.
struct CalendarTime {
    var year: Int
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    /// Seconds east of Greenwich.
    var offset = 0

    /// Seconds since 1970 in UTC; `nil` for what no calendar and no clock shows.
    ///
    /// 24:00:00 is the end of its day, and a leap second the first one of the next minute (RFC 3339 §5.7).
    var seconds: Int? {
        guard year >= 1000, CivilCalendar.holds(year: year, month: month, day: day) else { return nil }
        let isEndOfDay = hour == 24 && minute == 0 && second == 0
        guard hour >= 0, hour < 24 || isEndOfDay, (0..<60).contains(minute), (0...60).contains(second) else {
            return nil
        }
        guard abs(offset) <= 18 * 3600 else { return nil }
        let days = CivilCalendar.day(year: year, month: month, day: day)
        return days * 86_400 + hour * 3600 + minute * 60 + second - offset
    }

    /// The year that two or three digits mean (RFC 2822 §4.3).
    static func year(_ value: Int, digits: Int) -> Int {
        switch digits {
        case ...2: value < 50 ? value + 2000 : value + 1900
        case 3: value + 1900
        default: value
        }
    }
}
