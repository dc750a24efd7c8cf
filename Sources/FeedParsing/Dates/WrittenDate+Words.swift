import WebText

/// The words of a date.
extension WrittenDate {
    mutating func readWord() -> Bool {
        defer { isBehindClock = false }
        if readHalfDay() { return true }
        let start = scanner.at
        while scanner.next.isLetter || scanner.next >= 0x80 { scanner.at += 1 }
        let word = scanner.bytes.part(start..<scanner.at)
        if clock == nil, word.isWord("t") { return true }
        if readMonth(word) { return true }
        if let half = EastAsianDate.half(word) {
            isAfternoon = half.isAfternoon
            if let offset = half.offset { zone = .offset(offset) }
            return true
        }
        let text = word.string.lowercased()
        if clock == nil, let expected = Self.expected(behind: text) {
            self.expected = expected
            return true
        }
        if readZone(from: start) { return true }
        noteUnknown(word, text)
        return unknownWords <= Self.mostUnknownWords
    }

    /// Of a remark that was taken for a date.
    private static let mostUnknownWords = 6

    private mutating func readMonth(_ word: Bytes) -> Bool {
        guard month == nil || isMonthDoubtful, let value = MonthNames.english(word) ?? MonthNames.month(word.string)
        else { return false }
        isMonthDoubtful = month == nil && day == nil && year == nil
        month = value
        return true
    }

    /// The half of the day behind its time, or before it; a single letter only where it sticks to it, as in `3:04p`.
    private mutating func readHalfDay() -> Bool {
        var probe = scanner
        if isBehindClock, isAfternoon == nil {
            if let half = HalfDay.read(&probe) {
                scanner = probe
                isAfternoon = half
                return true
            }
            return readGluedHalf()
        }
        guard clock == nil, isAfternoon == nil, let half = HalfDay.read(&probe) else { return false }
        let end = probe.at
        probe.skipBlanks()
        guard probe.digits > 0, probe.digits <= 2 else { return false }
        probe.at += probe.digits
        guard probe.next == ASCII.colon else { return false }
        scanner.at = end
        isAfternoon = half
        return true
    }

    private mutating func readGluedHalf() -> Bool {
        let letter = scanner.next.lowercase
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), scanner.at > 0,
            scanner.bytes[scanner.at - 1].isDigit
        else { return false }
        let behind = scanner.at + 1
        guard behind == scanner.bytes.count || !scanner.bytes[behind].isLetter && scanner.bytes[behind] < 0x80 else {
            return false
        }
        scanner.at = behind
        isAfternoon = letter == UInt8(ascii: "p")
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

    private static let monthWords: Set<String> = ["tháng", "thg"]
    private static let clockWords: Set<String> = [
        "alle", "at", "godz", "hodin", "jam", "kell", "kl", "klo", "klockan", "klokken", "lúc", "ob", "ore", "pukul",
        "saat", "um", "v", "à", "às", "в", "о", "ώρα",
    ]
    private static let fillers: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so", "uhr", "hrs", "hr",
    ]
}
