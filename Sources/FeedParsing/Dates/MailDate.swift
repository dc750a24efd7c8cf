import WebText

/// RFC 822 and RFC 2822, and everything in which a month stands as a word: the parts are known by their looks.
struct MailDate {
    private var scanner: DateScanner
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var clock: (hour: Int, minute: Int, second: Int)?
    private var offset: Int?
    private var isAfternoon: Bool?
    /// Whether the month was read before anything else: `mar.` may be March, or a French Tuesday.
    private var isMonthDoubtful = false

    /// Seconds since 1970; `nil` where a part is missing or says nothing.
    static func seconds(_ bytes: Bytes) -> Int? {
        if let seconds = usual(bytes) { return seconds }
        var date = MailDate(scanner: DateScanner(bytes))
        while !date.scanner.isAtEnd {
            guard date.readPart() else { return nil }
        }
        return date.result
    }

    private init(scanner: DateScanner) {
        self.scanner = scanner
    }

    /// `Sun, 01 Mar 2026 10:00:00 GMT`, or with an offset: nearly all there are, so they are not worked out.
    private static func usual(_ bytes: Bytes) -> Int? {
        guard bytes.count >= 29, bytes.count <= 31, bytes[3] == ASCII.comma, bytes[4] == ASCII.space,
            bytes[7] == ASCII.space, bytes[11] == ASCII.space, bytes[16] == ASCII.space, bytes[19] == ASCII.colon,
            bytes[22] == ASCII.colon, bytes[25] == ASCII.space
        else { return nil }
        var scanner = DateScanner(bytes)
        guard let day = scanner.number(2, at: 5), let month = MonthNames.english(bytes.part(8..<11)),
            let year = scanner.number(4, at: 12), let hour = scanner.number(2, at: 17),
            let minute = scanner.number(2, at: 20), let second = scanner.number(2, at: 23)
        else { return nil }
        var time = CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        scanner.at = 26
        if !(bytes.count == 29 && bytes.starts(withWord: "gmt", at: 26)) {
            guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
            time.offset = offset
        }
        return time.seconds
    }

    private var result: Int? {
        guard let year, let month, let day else { return nil }
        var time = CalendarTime(year: year, month: month, day: day)
        if let clock { (time.hour, time.minute, time.second) = clock }
        if let isAfternoon {
            guard (1...12).contains(time.hour) else { return nil }
            time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
        }
        time.offset = offset ?? 0
        return time.seconds
    }

    /// Reads one word, number or mark; false where it can be no part of a date.
    private mutating func readPart() -> Bool {
        let byte = scanner.next
        if byte.isDigit { return readNumber() }
        if byte.isLetter || byte >= 0x80 { return readWord() }
        if byte == UInt8(ascii: "(") { return skipComment(to: UInt8(ascii: ")")) }
        // The name of a zone behind an offset (RFC 9557).
        if byte == UInt8(ascii: "[") { return skipComment(to: UInt8(ascii: "]")) }
        if clock != nil, offset == nil, let value = scanner.offset() {
            offset = value
            return true
        }
        scanner.at += 1
        return byte.isBlank || Self.marks.contains(byte)
    }

    private mutating func skipComment(to end: UInt8) -> Bool {
        while !scanner.isAtEnd, scanner.next != end { scanner.at += 1 }
        scanner.at += 1
        return true
    }

    private mutating func readNumber() -> Bool {
        let count = scanner.digits
        guard count <= 4, let value = scanner.number() else { return false }
        if scanner.next == ASCII.colon, count <= 2, clock == nil { return readClock(hour: value) }
        if scanner.next >= 0x80, let (unit, offset) = EastAsianDate.unit(&scanner) {
            return read(value, as: unit, offset)
        }
        if count == 4, year == nil {
            year = value
            if month == nil { return readMonthBehindYear() }
            return true
        }
        if day == nil, count <= 2 {
            day = value
        } else if year == nil {
            year = CalendarTime.year(value, digits: count)
        } else {
            return false
        }
        return true
    }

    /// `2006/09/15`, as Perforce has it; elsewhere a word follows or came before.
    private mutating func readMonthBehindYear() -> Bool {
        guard scanner.next == ASCII.slash || scanner.next == ASCII.minus else { return true }
        let separator = scanner.next
        scanner.at += 1
        guard scanner.next.isDigit else { return true }
        guard scanner.digits <= 2, let value = scanner.number(), scanner.skip(separator) else { return false }
        month = value
        guard day == nil, scanner.digits <= 2, let value = scanner.number() else { return false }
        day = value
        return true
    }

    private mutating func readClock(hour: Int) -> Bool {
        scanner.at += 1
        guard scanner.digits <= 2, let minute = scanner.number() else { return false }
        var second = 0
        if scanner.skip(ASCII.colon) {
            guard scanner.digits <= 2, let value = scanner.number() else { return false }
            second = value
        }
        scanner.skipFraction()
        clock = (hour, minute, second)
        return true
    }

    private mutating func readWord() -> Bool {
        let start = scanner.at
        while scanner.next.isLetter || scanner.next >= 0x80 { scanner.at += 1 }
        let word = scanner.bytes.part(start..<scanner.at)
        if clock == nil, word.isWord("t") { return true }
        if month == nil || isMonthDoubtful, let value = MonthNames.english(word) ?? MonthNames.month(word.string) {
            isMonthDoubtful = month == nil && day == nil && year == nil
            month = value
            return true
        }
        if clock != nil, isHalfDay(word) { return true }
        if let half = EastAsianDate.half(word) {
            isAfternoon = half.isAfternoon
            offset = half.offset ?? offset
            return true
        }
        if clock != nil, offset == nil, word[0].isLetter {
            scanner.at = start
            offset = ZoneName.offset(&scanner)
            return true
        }
        return isFiller(word)
    }

    /// A number with its unit behind it.
    private mutating func read(_ value: Int, as unit: EastAsianDate.Unit, _ offset: Int?) -> Bool {
        switch unit {
        case .year: year = value
        case .month: month = value
        case .day: day = value
        }
        self.offset = offset ?? self.offset
        return true
    }

    private mutating func isHalfDay(_ word: Bytes) -> Bool {
        guard word.isWord("am") || word.isWord("pm") else { return false }
        isAfternoon = word.isWord("pm")
        return true
    }

    /// A weekday comes before anything else, right or wrong, in any language; `de` and `of` stand between the parts.
    private func isFiller(_ word: Bytes) -> Bool {
        if day == nil, month == nil, year == nil { return true }
        return Self.fillers.contains(word.string.lowercased()) || month != nil && year != nil && clock != nil
    }

    private static let marks: [UInt8] = [
        ASCII.comma, ASCII.dot, ASCII.minus, ASCII.slash, ASCII.colon, ASCII.quote, ASCII.apostrophe,
    ]

    private static let fillers: Set<String> = [
        "de", "del", "of", "the", "st", "nd", "rd", "th", "at", "um", "uhr", "à", "às", "kl", "г", "mon", "tue", "wed",
        "thu", "fri", "sat", "sun",
    ]
}
