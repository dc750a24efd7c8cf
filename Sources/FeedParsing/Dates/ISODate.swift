import WebText

/// RFC 3339, W3CDTF and ISO 8601: the year comes first.
enum ISODate {
    /// Seconds since 1970; `nil` for any other form.
    static func seconds(_ bytes: Bytes) -> Int? {
        if let seconds = usual(bytes) { return seconds }
        var scanner = DateScanner(bytes)
        guard var time = day(&scanner) else { return nil }
        guard clock(&scanner, &time), zone(&scanner, &time), scanner.isAtEnd else { return nil }
        return time.seconds
    }

    /// `2026-03-01T10:00:00Z`, as nearly all Atom feeds have it, so that it is not worked out.
    static func usual(_ bytes: Bytes) -> Int? {
        guard bytes.count == 20, bytes[4] == ASCII.minus, bytes[7] == ASCII.minus, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == ASCII.colon, bytes[16] == ASCII.colon, bytes[19] == UInt8(ascii: "Z")
        else { return nil }
        var scanner = DateScanner(bytes)
        guard let year = scanner.number(4), let month = scanner.number(2, at: 5), let day = scanner.number(2, at: 8),
            let hour = scanner.number(2, at: 11), let minute = scanner.number(2, at: 14),
            let second = scanner.number(2, at: 17)
        else { return nil }
        return CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).seconds
    }

    private static func day(_ scanner: inout DateScanner) -> CalendarTime? {
        switch scanner.digits {
        case 4: return dayBehindYear(&scanner)
        case 8: return basicDay(&scanner)
        case 7: return ordinalDay(&scanner, year: scanner.number(4))
        case 6: return shortDay(&scanner)
        case 2: return shortSeparatedDay(&scanner)
        default: return nil
        }
    }

    /// `2003`, `2003-12`, `2003-12-31`, `2003/12/31`, `2003-365`, `2003-W52-3`.
    private static func dayBehindYear(_ scanner: inout DateScanner) -> CalendarTime? {
        guard let year = scanner.number(4) else { return nil }
        let separator = scanner.next
        if scanner.isAtEnd { return CalendarTime(year: year) }
        guard separator == ASCII.minus || separator == ASCII.slash || separator == ASCII.dot else {
            return separator | 0x20 == UInt8(ascii: "w") ? week(&scanner, year: year) : nil
        }
        scanner.at += 1
        if scanner.next | 0x20 == UInt8(ascii: "w") { return week(&scanner, year: year) }
        if scanner.digits == 3 { return ordinalDay(&scanner, year: year) }
        guard scanner.digits <= 2, let month = scanner.number() else { return nil }
        guard scanner.skip(separator) else { return CalendarTime(year: year, month: month) }
        guard scanner.digits <= 2, let day = scanner.number() else { return nil }
        return CalendarTime(year: year, month: month, day: day)
    }

    /// `20031231`.
    private static func basicDay(_ scanner: inout DateScanner) -> CalendarTime? {
        guard let year = scanner.number(4), let month = scanner.number(2), let day = scanner.number(2) else {
            return nil
        }
        return CalendarTime(year: year, month: month, day: day)
    }

    /// The two-digit year of ISO 8601:1988, `031231`.
    private static func shortDay(_ scanner: inout DateScanner) -> CalendarTime? {
        guard let year = scanner.number(2), let month = scanner.number(2), let day = scanner.number(2) else {
            return nil
        }
        return CalendarTime(year: CalendarTime.year(year, digits: 2), month: month, day: day)
    }

    /// `03-12-31`. With other separators nobody knows which number is the year.
    private static func shortSeparatedDay(_ scanner: inout DateScanner) -> CalendarTime? {
        guard let year = scanner.number(2), scanner.skip(ASCII.minus), let month = scanner.number(2),
            scanner.skip(ASCII.minus), let day = scanner.number(2)
        else { return nil }
        return CalendarTime(year: CalendarTime.year(year, digits: 2), month: month, day: day)
    }

    /// The day of the year, from 001.
    private static func ordinalDay(_ scanner: inout DateScanner, year: Int?) -> CalendarTime? {
        guard let year, let ordinal = scanner.number(3), ordinal >= 1 else { return nil }
        return day(ordinal, of: year)
    }

    private static func day(_ ordinal: Int, of year: Int) -> CalendarTime? {
        var left = ordinal
        for month in 1...12 {
            let length = CivilCalendar.days(inMonth: month, of: year)
            if left <= length { return CalendarTime(year: year, month: month, day: left) }
            left -= length
        }
        return nil
    }

    /// `W52-3`, `W523` or `W52`: the week of which most days are in the year, from Monday.
    private static func week(_ scanner: inout DateScanner, year: Int) -> CalendarTime? {
        scanner.at += 1
        guard let week = scanner.number(2), (1...53).contains(week) else { return nil }
        let hasDay = scanner.skip(ASCII.minus) || scanner.next.isDigit
        guard let weekday = hasDay ? scanner.number(1) : 1, (1...7).contains(weekday) else { return nil }
        // The first week is that of 4 January.
        let days = CivilCalendar.day(year: year, month: 1, day: 4)
        let monday = days - (CivilCalendar.weekday(ofDay: days) + 6) % 7
        return day(monday + (week - 1) * 7 + weekday - 1 - days + 4, around: year)
    }

    /// The day that lies `ordinal` days behind the last one of the year before, which may be in the years beside it.
    private static func day(_ ordinal: Int, around year: Int) -> CalendarTime? {
        if ordinal < 1 { return CalendarTime(year: year - 1, month: 12, day: 31 + ordinal) }
        if let day = day(ordinal, of: year) { return day }
        return CalendarTime(year: year + 1, month: 1, day: ordinal - (CivilCalendar.isLeap(year) ? 366 : 365))
    }

    /// The time of day, behind `T` or a blank; there may be none.
    private static func clock(_ scanner: inout DateScanner, _ time: inout CalendarTime) -> Bool {
        let start = scanner.at
        if scanner.next | 0x20 == UInt8(ascii: "t") { scanner.at += 1 }
        scanner.skipBlanks()
        guard scanner.at > start else { return true }
        if scanner.isAtEnd { return false }
        if scanner.digits >= 4 { return basicClock(&scanner, &time) }
        guard scanner.digits > 0, scanner.digits <= 2, let hour = scanner.number() else { return !scanner.isAtEnd }
        time.hour = hour
        guard scanner.skip(ASCII.colon), let minute = scanner.number(2) else { return false }
        time.minute = minute
        if scanner.skip(ASCII.colon) {
            guard scanner.digits <= 2, let second = scanner.number() else { return false }
            time.second = second
        }
        scanner.skipFraction()
        return true
    }

    /// `101455` or `1014`.
    private static func basicClock(_ scanner: inout DateScanner, _ time: inout CalendarTime) -> Bool {
        let count = scanner.digits
        guard count == 4 || count == 6, let hour = scanner.number(2), let minute = scanner.number(2) else {
            return false
        }
        time.hour = hour
        time.minute = minute
        if count == 6 { time.second = scanner.number(2) ?? 0 }
        scanner.skipFraction()
        return true
    }

    /// An offset, a zone's name, both (`GMT+02:00`), or nothing.
    private static func zone(_ scanner: inout DateScanner, _ time: inout CalendarTime) -> Bool {
        scanner.skipBlanks()
        if scanner.isAtEnd { return true }
        // A name that is not known may be `PM`: what else there is in dates, others read.
        guard let zone = Zone.read(&scanner) else { return false }
        time.offset = zone.offset(at: time)
        scanner.skipBlanks()
        return true
    }
}
