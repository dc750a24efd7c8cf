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
        return rest == 0 ? whole : whole.dropLast() + ".\(padded(rest, 3))Z"
    }

    /// Reads what ``text(_:in:)`` writes in UTC and what ``precise(_:)`` writes, and nothing else.
    package static func date(_ text: String) -> Date? {
        var text = text
        return text.withUTF8(date)
    }

    private static func date(_ bytes: Bytes) -> Date? {
        guard bytes.count == 20 || bytes.count == 24, bytes[bytes.count - 1] == UInt8(ascii: "Z"),
            bytes[4] == ASCII.minus, bytes[7] == ASCII.minus, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == ASCII.colon, bytes[16] == ASCII.colon, bytes.count == 20 || bytes[19] == ASCII.dot,
            let year = number(bytes, 0..<4), let month = number(bytes, 5..<7), let day = number(bytes, 8..<10),
            let hour = number(bytes, 11..<13), let minute = number(bytes, 14..<16), let second = number(bytes, 17..<19),
            let milliseconds = bytes.count == 20 ? 0 : number(bytes, 20..<23),
            CivilCalendar.holds(year: year, month: month, day: day), hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = CivilCalendar.day(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(seconds * 1000 + milliseconds) / 1000)
    }

    private static func number(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
        var value = 0
        for byte in bytes[range] {
            guard byte.isDigit else { return nil }
            value = value * 10 + Int(byte - ASCII.zero)
        }
        return value
    }

    private static func text(_ seconds: Double, offset: Int) -> String {
        let (day, rest) = CivilCalendar.split(seconds + Double(offset))
        let date = CivilCalendar.date(ofDay: day)
        let time = "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
        let local = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T\(time)"
        guard offset != 0 else { return local + "Z" }
        let minutes = abs(offset) / 60
        return local + "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
