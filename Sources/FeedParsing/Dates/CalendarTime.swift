import WebText

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
    /// 24:00:00 is the end of its day, and a leap second the first one of the next minute (RFC 3339 §5.7). A year that the
    /// Gregorian calendar won't see for long, or of which no feed tells, is one of another calendar's.
    var seconds: Int? {
        guard let days else { return nil }
        let isEndOfDay = hour == 24 && minute == 0 && second == 0
        guard hour >= 0, hour < 24 || isEndOfDay, (0..<60).contains(minute), (0...60).contains(second) else {
            return nil
        }
        guard abs(offset) <= 18 * 3600 else { return nil }
        return days * 86_400 + hour * 3600 + minute * 60 + second - offset
    }

    /// Days since 1970.
    private var days: Int? {
        guard let era = OtherCalendar(year: year) else {
            guard year >= 1000, CivilCalendar.holds(year: year, month: month, day: day) else { return nil }
            return CivilCalendar.day(year: year, month: month, day: day)
        }
        return era.days(year: year, month: month, day: day)
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
