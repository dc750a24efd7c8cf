import WebText

/// The fixed form of a date in HTTP (IMF-fixdate, RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Of seconds since 1970.
    static func text(_ seconds: Int) -> String {
        let (day, rest) = CivilCalendar.split(Double(seconds))
        let date = CivilCalendar.date(ofDay: day)
        let time = [Int(rest) / 3600, Int(rest) / 60 % 60, Int(rest) % 60].map { $0.padded(to: 2) }
        let name = days[CivilCalendar.weekday(ofDay: day)]
        return "\(name), \(date.day.padded(to: 2)) \(months[date.month - 1]) \(date.year.padded(to: 4)) "
            + "\(time.joined(separator: ":")) GMT"
    }

    /// Seconds since 1970; `nil` for every other form.
    static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
            let month = months.firstIndex(of: String(parts[2])).map({ $0 + 1 }),
            CivilCalendar.holds(year: year, month: month, day: day)
        else { return nil }
        let time = parts[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3 else { return nil }
        let number = CivilCalendar.day(year: year, month: month, day: day)
        let seconds = number * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
        return self.text(seconds) == text ? seconds : nil
    }
}
