import Foundation
import NewsModel
import WebText

/// Dates, times and ages in the words of the site's language and in its time zone.
struct DateFormat: Sendable {
    let words: Words
    let zone: TimeZone
    private let months: [String]
    /// As a heading has them, without a day; languages that inflect have others for that.
    private let monthsAlone: [String]
    private let shortMonths: [String]
    private let weekdays: [String]

    init(words: Words, zone: TimeZone) {
        self.words = words
        self.zone = zone
        months = words.names("months")
        monthsAlone = words.ifAny("months.alone") == nil ? months : words.names("months.alone")
        shortMonths = words.names("months.short")
        weekdays = words.names("weekdays")
    }

    /// “Monday, 23 November 2026”.
    func fullDate(_ date: EditionDate) -> String { fill("date.full", date) }

    /// “23 Nov”.
    func shortDate(_ date: EditionDate) -> String { fill("date.short", date) }

    /// “Mon 23”, for a list under its month.
    func dayOfMonth(_ date: EditionDate) -> String { fill("date.day", date) }

    /// “November”, under its year.
    func monthName(_ date: EditionDate) -> String { Self.name(date.month, monthsAlone) }

    func year(_ date: EditionDate) -> String { words.numbers.plain(date.year) }

    /// “Monday”.
    func weekday(_ date: EditionDate) -> String {
        let weekday = date.weekday
        return weekdays.indices.contains(weekday) ? weekdays[weekday] : ""
    }

    /// “06:30”.
    func timeOfDay(_ instant: Date) -> String { clock(LocalTime(instant, in: zone)) }

    /// “23 November 2026, 06:30 GMT+1”.
    func exact(_ instant: Date) -> String {
        let time = LocalTime(instant, in: zone)
        return words.phrase(
            "time.exact", ["date": fill("date.long", time.date), "time": clock(time), "zone": Self.name(of: time)])
    }

    /// “23 Nov, 06:30”.
    func short(_ instant: Date) -> String {
        let time = LocalTime(instant, in: zone)
        return words.phrase("time.short", ["date": shortDate(time.date), "time": clock(time)])
    }

    /// A time taken: “412 ms”, “3.2 s”.
    func taken(_ time: Duration) -> String {
        let milliseconds = time.milliseconds
        let isShort = milliseconds < 1000
        let number =
            isShort
            ? words.numbers.plain(milliseconds) : words.numbers.text((Double(milliseconds) / 100).rounded() / 10)
        return words.phrase(isShort ? "taken.milliseconds" : "taken.seconds", ["n": number])
            .replacing("_", with: "\u{A0}")
    }

    func rfc3339(_ instant: Date) -> String { RFC3339.text(instant, in: zone) }

    /// How old something was: “5 min”, “3 h”, “2 d”.
    func age(of instant: Date, at now: Date) -> String {
        let minutes = max(0, Int(now.timeIntervalSince(instant) / 60))
        switch minutes {
        case 0: return words["age.now"]
        case 1..<60: return words.count("age.minutes", minutes)
        case 60..<(48 * 60): return words.count("age.hours", minutes / 60)
        case (48 * 60)..<(60 * 24 * 60): return words.count("age.days", minutes / 1440)
        default: return fill("date.long", LocalTime(instant, in: zone).date)
        }
    }

    private func clock(_ time: LocalTime) -> String {
        words.numbers.written("\(time.hour.padded(to: 2)):\(time.minute.padded(to: 2))")
    }

    private static func name(of time: LocalTime) -> String {
        guard time.offset != 0 else { return "UTC" }
        let sign = time.offset < 0 ? "−" : "+"
        let minutes = abs(time.offset) / 60 % 60
        return "UTC\(sign)\(abs(time.offset) / 3600)" + (minutes == 0 ? "" : ":\(minutes.padded(to: 2))")
    }

    private func fill(_ key: String, _ date: EditionDate, _ names: [String]? = nil) -> String {
        let first = date.day == 1 ? words.ifAny("day.first") : nil
        return words.phrase(
            key,
            [
                "weekday": weekday(date), "day": first ?? words.numbers.plain(date.day),
                "month": Self.name(date.month, names ?? months), "short": Self.name(date.month, shortMonths),
                "year": year(date),
            ])
    }

    /// The name of a month, from 1; its number where the language has none.
    private static func name(_ month: Int, _ names: [String]) -> String {
        names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }
}
