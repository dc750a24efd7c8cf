import Foundation
import NewsModel

/// An instant as a clock and a calendar on the wall show it.
struct CivilTime: Sendable, Hashable {
    let date: EditionDate
    let hour: Int
    let minute: Int
    let second: Int
    /// Seconds east of Greenwich.
    let offset: Int

    init(_ instant: Date, in zone: TimeZone) {
        offset = zone.secondsFromGMT(for: instant)
        let local = Int(instant.timeIntervalSince1970.rounded(.down)) + offset
        let (days, seconds) = local.quotientAndRemainder(dividingBy: 86_400)
        let isBefore = seconds < 0
        date = Self.civil(days: isBefore ? days - 1 : days)
        let rest = isBefore ? seconds + 86_400 : seconds
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// 0 for Sunday to 6 for Saturday.
    static func weekday(of date: EditionDate) -> Int {
        ((days(of: date) + 4) % 7 + 7) % 7
    }

    /// RFC 3339, in whole seconds: `2026-11-23T06:30:00Z`.
    var rfc3339: String {
        let time = "\(date)T\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))"
        guard offset != 0 else { return time + "Z" }
        let sign = offset < 0 ? "-" : "+"
        return time + "\(sign)\(Self.two(abs(offset) / 3600)):\(Self.two(abs(offset) / 60 % 60))"
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Days since 1970-01-01 of a date (H. Hinnant's days-from-civil, which needs no table and no loop).
    static func days(of date: EditionDate) -> Int {
        let year = date.month <= 2 ? date.year - 1 : date.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(days: Int) -> EditionDate {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        return EditionDate(year: year, month: month, day: day) ?? Self.firstDay
    }

    /// What stands for a date outside of the years 1 to 9999, which no source means.
    private static let firstDay = EditionDate(Date(timeIntervalSince1970: 0), in: .gmt)
}
