import Foundation
import NewsModel
import WebText

/// Dates and times in the words of the site's language and in its time zone.
struct DateFormat: Sendable {
    let words: Words
    private let localClock: LocalClock
    private let months: [String]
    /// As a heading has them, without a day; languages that inflect have others for that.
    private let monthsAlone: [String]
    private let shortMonths: [String]
    private let weekdays: [String]
    private let shortWeekdays: [String]

    init(words: Words, zone: TimeZone) {
        self.words = words
        localClock = LocalClock(in: zone)
        months = words.names("months")
        monthsAlone = words.ifAny("months.alone") == nil ? months : words.names("months.alone")
        shortMonths = words.names("months.short")
        weekdays = words.names("weekdays")
        shortWeekdays = words.names("weekdays.short")
    }

    var zone: TimeZone { localClock.zone }

    /// “Monday, 23 November 2026”.
    func fullDate(_ date: EditionDate) -> String { fill("date.full", date) }

    /// “23 Nov”.
    func shortDate(_ date: EditionDate) -> String { fill("date.short", date) }

    /// “23 November”.
    func dayAndMonth(_ date: EditionDate) -> String { fill("date.day-month", date) }

    /// “Mon 23”, for a list under its month.
    func dayOfMonth(_ date: EditionDate) -> String { fill("date.day", date) }

    /// “November”, under its year.
    func monthName(_ date: EditionDate) -> String { Self.name(date.month, monthsAlone) }

    func year(_ date: EditionDate) -> String { words.numbers.plain(date.year) }

    /// “Monday”.
    func weekday(_ date: EditionDate) -> String {
        Self.element(date.weekday, weekdays)
    }

    /// “06:30”.
    func timeOfDay(_ instant: Date) -> String { clock(LocalTime(instant, in: zone)) }

    /// “23 November 2026, 06:30 GMT”.
    func exact(_ instant: Date) -> String {
        let time = LocalTime(instant, in: zone)
        return words.phrase(
            "time.exact", ["date": fill("date.long", time.date), "time": clock(time), "zone": zoneName(time)])
    }

    /// A sentence of the tool with the instants in it, which it writes in RFC 3339, as the pages say them.
    func local(_ text: String) -> String { LocalClock.replacingInstants(in: text, by: exact) }

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

    /// When something happened, as a page of a date says it: “07:38” on that day, “Sat 19:05” in the week before, else
    /// “14 Oct”, with the year where that is another. It stays true however late the page is read.
    func time(of instant: Date, on date: EditionDate) -> String {
        let time = LocalTime(instant, in: zone)
        switch date.daysSince1970 - time.date.daysSince1970 {
        case 0: return clock(time)
        case 1..<7:
            let day = Self.element(time.date.weekday, shortWeekdays)
            return words.phrase("time.weekday", ["weekday": day, "time": clock(time)])
        default: return fill(time.date.year == date.year ? "date.short" : "date.short-year", time.date)
        }
    }

    private func clock(_ time: LocalTime) -> String { words.numbers.written(time.timeOfDay) }

    /// The zone's abbreviation, or what it is called in the language of the site.
    private func zoneName(_ time: LocalTime) -> String {
        let name = localClock.zoneName(at: time)
        return words.ifAny("zone.\(name)") ?? name
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

    private static func element(_ index: Int, _ names: [String]) -> String {
        names.indices.contains(index) ? names[index] : ""
    }

    /// The name of a month, from 1; its number where the language has none.
    private static func name(_ month: Int, _ names: [String]) -> String {
        names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }
}
