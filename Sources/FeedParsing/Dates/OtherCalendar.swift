import Foundation
import WebText

/// Calendars whose years are known by their numbers: no feed has items of those years of the Gregorian one.
enum OtherCalendar {
    /// Thailand's: the months of the Gregorian calendar, and years counted from the Buddha's death.
    case buddhist
    /// Iran's, which begins at the spring equinox.
    case solarHijri
    /// The calendar of Umm al-Qura, by the moon.
    case lunarHijri

    /// The calendar of a year that is one of the twentieth to twenty-second century in Thailand's, or one of 1990 to 2041
    /// in one of the two others, whose numbers do not meet.
    init?(year: Int) {
        switch year {
        case ..<1369, 1464..<2443, 2700...: return nil
        case 1369...1420: self = .solarHijri
        case 1421...1463: self = .lunarHijri
        default: self = .buddhist
        }
    }

    /// Days from 1 January 1970 to a day of this calendar; `nil` where it has none such.
    func days(year: Int, month: Int, day: Int) -> Int? {
        switch self {
        case .buddhist: return Self.gregorianDays(year: year - 543, month: month, day: day)
        case .solarHijri: return Self.days(Self.persian, year, month, day)
        case .lunarHijri: return Self.days(Self.islamic, year, month, day)
        }
    }

    private static func gregorianDays(year: Int, month: Int, day: Int) -> Int? {
        guard CivilCalendar.holds(year: year, month: month, day: day) else { return nil }
        return CivilCalendar.day(year: year, month: month, day: day)
    }

    private static func days(_ calendar: Calendar, _ year: Int, _ month: Int, _ day: Int) -> Int? {
        guard let date = calendar.date(from: DateComponents(year: year, month: month, day: day)) else { return nil }
        let found = calendar.dateComponents([.year, .month, .day], from: date)
        // What it has no day for, it counts on.
        guard (found.year, found.month, found.day) == (year, month, day) else { return nil }
        return Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
    }

    private static let persian = calendar(.persian)
    private static let islamic = calendar(.islamicUmmAlQura)

    private static func calendar(_ identifier: Calendar.Identifier) -> Calendar {
        var calendar = Calendar(identifier: identifier)
        calendar.timeZone = .gmt
        return calendar
    }
}
