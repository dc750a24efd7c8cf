import WebText

/// The words of a date.
extension WrittenDate {
    mutating func readWord() -> Bool {
        let wasBehindClock = isBehindClock
        var isJoiner = false
        defer { isBehindClock = isJoiner }
        if readDayPart() { return true }
        let start = scanner.at
        while scanner.next.isLetter || scanner.next >= 0x80 { scanner.at += 1 }
        let word = scanner.bytes.part(start..<scanner.at)
        if clock == nil, word.isWord("t") { return true }
        if readMonth(from: start) { return true }
        let text = word.string.lowercased()
        if readEastAsian(text) || readNamedHour(text) { return true }
        if clock == nil, let expected = Self.expected(behind: text) {
            // `20th` is no beginning of Vietnamese `th 4`.
            if start == 0 || !scanner.bytes[start - 1].isDigit { self.expected = expected }
            return true
        }
        if readZone(from: start) { return true }
        if wasBehindClock, dayPart == nil, Self.joiners.contains(text) {
            (isJoiner, isBehindUhr) = (true, text == "uhr")
            return true
        }
        noteUnknown(word, text)
        return unknownWords <= Self.mostUnknownWords
    }

    /// A part of the day in Chinese, Japanese or Korean, or the name of an era.
    private mutating func readEastAsian(_ text: String) -> Bool {
        if let part = DayPart.ending(text) {
            dayPart = part
        } else if let first = EastAsianDate.firstYear(text) {
            year = first
        } else if let before = EastAsianDate.yearBefore(era: text) {
            yearBeforeEra = before
        } else {
            return false
        }
        if EastAsianDate.isKorean(text) { impliedOffset = EastAsianDate.koreanOffset }
        return true
    }

    /// Noon or midnight in place of a time.
    private mutating func readNamedHour(_ text: String) -> Bool {
        guard clock == nil, isDateComplete, let hour = Self.namedHours[text] else { return false }
        clock = (hour, 0, 0)
        return true
    }

    /// Of a remark that was taken for a date.
    private static let mostUnknownWords = 6

    /// The month whose name begins at `start` and, as far as it is one word, ends here.
    private mutating func readMonth(from start: Int) -> Bool {
        guard month == nil || isMonthDoubtful && (day == nil || year == nil) else { return false }
        let word = scanner.bytes.part(start..<scanner.at)
        guard let value = MonthNames.english(word) else { return readForeignMonth(from: start, word.string) }
        isMonthDoubtful = month == nil && day == nil && year == nil
        month = value
        return true
    }

    private mutating func readForeignMonth(from start: Int, _ word: String) -> Bool {
        guard let meaning = dottedMonth(from: start) ?? monthOfTwoWords(word) ?? MonthNames.meaning(of: word) else {
            return false
        }
        isMonthDoubtful = month == nil && day == nil && year == nil
        month = meaning.month(in: language)
        isLanguageOpen = isLanguageOpen || meaning.other != nil
        if language == nil, let other = meaning.other, other.language == "hr" { croatianMonth = other.month }
        isThai = word.unicodeScalars.contains { 0x0E00...0x0E7F ~= $0.value }
        return true
    }

    /// An abbreviation with full stops inside, as Thai has it: `ม.ค.`.
    private mutating func dottedMonth(from start: Int) -> MonthNames.Meaning? {
        guard scanner.next == ASCII.dot, scanner.bytes[start] >= 0x80 else { return nil }
        var probe = scanner
        while probe.next >= 0x80 || probe.next == ASCII.dot { probe.at += 1 }
        let letters = probe.bytes.part(start..<probe.at).string.replacing(".", with: "")
        guard let meaning = MonthNames.meaning(of: letters) else { return nil }
        scanner = probe
        return meaning
    }

    private mutating func monthOfTwoWords(_ first: String) -> MonthNames.Meaning? {
        guard scanner.next == ASCII.space, MonthNames.beginsName(first.lowercased()) else { return nil }
        var probe = scanner
        probe.skipBlanks()
        let start = probe.at
        while probe.next.isLetter || probe.next >= 0x80 { probe.at += 1 }
        let second = probe.bytes.part(start..<probe.at).string
        guard let meaning = MonthNames.meaning(of: "\(first) \(second)") else { return nil }
        scanner = probe
        return meaning
    }

    /// The part of the day behind its time, or before it; a single letter only where it sticks to it, as in `3:04p`.
    private mutating func readDayPart() -> Bool {
        var probe = scanner
        if isBehindClock, dayPart == nil {
            // German: “12:05 Uhr am 24. November”.
            if !(isBehindUhr && scanner.word.isWord("am")), let part = DayPart.read(&probe, in: language) {
                scanner = probe
                dayPart = part
                return true
            }
            return readGluedLetter()
        }
        guard clock == nil, dayPart == nil, let part = DayPart.read(&probe, in: language) else { return false }
        let end = probe.at
        probe.skipBlanks()
        guard probe.digits > 0, probe.digits <= 2 else { return false }
        probe.at += probe.digits
        guard probe.next == ASCII.colon else { return false }
        scanner.at = end
        dayPart = part
        return true
    }

    private mutating func readGluedLetter() -> Bool {
        let letter = scanner.next.lowercase
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), scanner.at > 0,
            scanner.bytes[scanner.at - 1].isDigit
        else { return false }
        let behind = scanner.at + 1
        guard behind == scanner.bytes.count || !scanner.bytes[behind].isLetter && scanner.bytes[behind] < 0x80 else {
            return false
        }
        scanner.at = behind
        dayPart = letter == UInt8(ascii: "p") ? .afternoon : .morning
        return true
    }

    /// The zone whose name begins at `start`.
    private mutating func readZone(from start: Int) -> Bool {
        guard zone == nil, clock != nil || isDateComplete else { return false }
        let end = scanner.at
        scanner.at = start
        if let named = Zone.read(&scanner), end - start > 1 || clock != nil && scanner.next != ASCII.dot {
            zone = named
            hasUnknownZone = false
            return true
        }
        scanner.at = end
        return false
    }

    /// A weekday, an ordinal's ending, `de`, `um` and what else stands between the parts, in any language.
    private mutating func noteUnknown(_ word: Bytes, _ text: String) {
        unknownWords += 1
        isLanguageOpen = isLanguageOpen || DayPart.isUndecided(text)
        if expected == .clock, !text.isEmpty { expected = nil }
        guard clock != nil, zone == nil, !Self.fillers.contains(text) else { return }
        // The rest of a name of the IANA database's goes with it.
        if scanner.next == ASCII.slash { _ = ZoneName.shortName(&scanner) }
        hasUnknownZone = hasUnknownZone || (2...5).contains(word.count) && word.allSatisfy { $0.isLetter && $0 < 0x60 }
    }

    private static func expected(behind word: String) -> Expected? {
        if monthWords.contains(word) { return .month }
        return clockWords.contains(word) ? .clock : nil
    }

    private static let monthWords: Set<String> = ["tháng", "thg", "th"]
    private static let clockWords: Set<String> = [
        "alle", "at", "godz", "hodin", "jam", "kell", "kl", "klo", "klockan", "klokken", "lúc", "ob", "ore", "pukul",
        "saat", "um", "v", "à", "às", "в", "о", "ώρα",
    ]
    /// What stands between a time and the part of the day that it lies in.
    private static let joiners: Set<String> = [
        "da", "das", "de", "del", "della", "der", "di", "do", "du", "in", "l", "la", "of", "po", "s", "the", "uhr", "v",
        "w", "à",
    ]
    private static let namedHours = [
        "mediodía": 12, "mezzogiorno": 12, "midday": 12, "midi": 12, "mittag": 12, "noon": 12,
        "medianoche": 0, "mezzanotte": 0, "midnight": 0, "minuit": 0, "mitternacht": 0,
    ]
    private static let fillers: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so", "uhr", "hrs", "hr",
    ]
}
