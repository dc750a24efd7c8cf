import WebText

/// The numbers of a date.
extension WrittenDate {
    mutating func readNumber() -> Bool {
        let written = scanner.digits
        let hasZero = scanner.next == ASCII.zero
        guard written <= 6, let value = scanner.number() else { return false }
        let digits = NumericDay.digits(of: value, written: written)
        if scanner.next == ASCII.colon, clock != nil { return readUnsignedOffset(hours: value, digits) }
        if digits <= 2, clock == nil, readClock(hour: value) { return true }
        defer { (isBehindClock, expected) = (false, nil) }
        if scanner.next >= 0x80, let (unit, offset) = EastAsianDate.unit(&scanner) {
            return read(value, as: unit, offset)
        }
        if year == nil, day == nil, month == nil || isMonthDoubtful,
            let numeric = NumericDay.read(&scanner, behind: (value, digits), order, isYearFirst: putsYearFirst)
        {
            return read(numeric)
        }
        return digits <= 2 ? readSmall(value, digits: written) : readLarge(value, digits, hasZero: hasZero)
    }

    private mutating func read(_ numeric: NumericDay) -> Bool {
        (year, month, day) = (numeric.year, numeric.month, numeric.day)
        isMonthDoubtful = false
        (isOrderOpen, provenOrder) = (numeric.isOrderOpen, numeric.provenOrder)
        if numeric.isYearOpen, language == nil { isLanguageOpen = true }
        return true
    }

    private mutating func readSmall(_ value: Int, digits: Int) -> Bool {
        if expected == .month, month == nil {
            month = value
        } else if day == nil {
            day = value
        } else if year == nil {
            year = isThai ? 2500 + value : CalendarTime.year(value, digits: min(digits, 2))
            noteYearEnd()
        } else {
            return false
        }
        return true
    }

    /// A year, a time of four or six digits, or an offset that has lost its sign.
    private mutating func readLarge(_ value: Int, _ digits: Int, hasZero: Bool) -> Bool {
        let isOffset = digits == 4 && clock != nil && zone == nil && Self.isOffset(value / 100, value % 100)
        if isOffset, hasZero || year != nil {
            zone = .offset(value / 100 * 3600 + value % 100 * 60)
        } else if year == nil, digits == 4 || digits == 3 && day != nil {
            year = CalendarTime.year(value, digits: digits)
            noteYearEnd()
        } else if isDateComplete, clock == nil, digits == 4 || digits == 6 {
            let clock = digits == 4 ? value * 100 : value
            self.clock = (clock / 10_000, clock / 100 % 100, clock % 100)
        } else {
            return false
        }
        return true
    }

    private mutating func noteYearEnd() {
        isYearDotted = month != nil && scanner.next == ASCII.dot
    }

    /// `02:00` behind a time: the plus has become a blank on its way.
    private mutating func readUnsignedOffset(hours: Int, _ digits: Int) -> Bool {
        scanner.at += 1
        guard digits == 2, zone == nil, let minutes = scanner.number(2), Self.isOffset(hours, minutes) else {
            return false
        }
        zone = .offset(hours * 3600 + minutes * 60)
        return true
    }

    private static func isOffset(_ hours: Int, _ minutes: Int) -> Bool {
        hours <= 14 && minutes % 15 == 0 && minutes < 60
    }

    /// A number with its unit behind it.
    private mutating func read(_ value: Int, as unit: EastAsianDate.Unit, _ offset: Int?) -> Bool {
        switch unit {
        case .year: year = value + (yearBeforeEra ?? 0)
        case .month: month = value
        case .day: day = value
        case .hour: clock = (value, 0, 0)
        case .minute: clock?.minute = value
        case .second: clock?.second = value
        }
        if let offset { impliedOffset = offset }
        return true
    }

    // MARK: Times

    /// Reads the rest of a time whose hour the scanner is behind; otherwise the scanner stays where it is.
    private mutating func readClock(hour: Int) -> Bool {
        guard let (minute, second) = minutes(ofHour: hour) else { return false }
        clock = (hour, minute, second)
        (isBehindClock, expected) = (true, nil)
        return true
    }

    private mutating func minutes(ofHour hour: Int) -> (minute: Int, second: Int)? {
        switch scanner.next {
        case ASCII.colon: minutes(behind: ASCII.colon)
        case ASCII.dot where hour < 24 && (isDateComplete || expected == .clock): minutes(behind: ASCII.dot)
        case UInt8(ascii: "h"), UInt8(ascii: "H"): hour < 24 ? minutesBehindUnit() : nil
        default: hour <= 12 && isDayPartNext ? (0, 0) : hour < 24 ? minutesBehindSpacedUnit() : nil
        }
    }

    /// `15 h 04`, as French is set.
    private mutating func minutesBehindSpacedUnit() -> (minute: Int, second: Int)? {
        var probe = scanner
        probe.skipBlanks()
        guard probe.at > scanner.at, probe.next == UInt8(ascii: "h") else { return nil }
        probe.at += 1
        guard !probe.next.isLetter, probe.next < 0x80 else { return nil }
        probe.skipBlanks()
        let minute = probe.digits == 2 ? probe.number(2) : nil
        scanner = probe
        return (minute ?? 0, 0)
    }

    /// `:05`, `:05:09.123`, `.05`.
    private mutating func minutes(behind mark: UInt8) -> (minute: Int, second: Int)? {
        var probe = scanner
        guard probe.skip(mark), probe.digits > 0, probe.digits <= 2, mark == ASCII.colon || probe.digits == 2,
            let minute = probe.number()
        else { return nil }
        var second = 0
        if probe.next == mark, probe.at + 1 < probe.bytes.count, probe.bytes[probe.at + 1].isDigit {
            probe.at += 1
            guard probe.digits <= 2, let value = probe.number() else { return nil }
            second = value
        }
        if mark == ASCII.colon {
            probe.skipFraction()
            skipMilliseconds(&probe)
        }
        scanner = probe
        return (minute, second)
    }

    /// A fraction of a second behind a colon.
    private func skipMilliseconds(_ probe: inout DateScanner) {
        guard probe.next == ASCII.colon else { return }
        var behind = probe
        behind.at += 1
        guard behind.digits == 3 else { return }
        behind.at += 3
        probe = behind
    }

    /// `15h`, `15h04`, `15H04min`, `15h04m09s`.
    private mutating func minutesBehindUnit() -> (minute: Int, second: Int)? {
        var probe = scanner
        probe.at += 1
        guard probe.next.isDigit else {
            guard !probe.next.isLetter else { return nil }
            scanner = probe
            return (0, 0)
        }
        guard let minute = probe.number(2), !probe.next.isDigit else { return nil }
        var second = 0
        if probe.next.lowercase == UInt8(ascii: "m") {
            while probe.next.isLetter { probe.at += 1 }
            if let value = probe.number(2) {
                second = value
                while probe.next.isLetter { probe.at += 1 }
            }
        }
        scanner = probe
        return (minute, second)
    }

    private var isDayPartNext: Bool {
        var probe = scanner
        probe.skipBlanks()
        return DayPart.read(&probe, in: language) != nil
    }
}
