import WebText

/// A date in whatever form people and programs write one: its parts are known by their looks, wherever they stand.
struct WrittenDate {
    var scanner: DateScanner
    /// How numbers and names are read that could mean more than one thing.
    let order: NumericDay.Order
    let language: String?
    let putsYearFirst: Bool

    var year: Int?
    var month: Int?
    var day: Int?
    var clock: (hour: Int, minute: Int, second: Int)?
    var zone: Zone?
    /// The offset that the words of a language say, where no zone is named, in seconds.
    var impliedOffset: Int?
    var dayPart: DayPart?
    /// The year before the first one of the era that the year is counted in.
    var yearBeforeEra: Int?

    /// Whether the month was read before anything else: `mar.` may be March, or a French Tuesday.
    var isMonthDoubtful = false
    /// Whether nothing but marks stands between the time and this place.
    var isBehindClock = false
    var isBehindUhr = false
    /// What the word before says that the next number is.
    var expected: Expected?
    /// How many words say nothing.
    var unknownWords = 0

    /// Whether a zone was named that nobody knows.
    var hasUnknownZone = false
    /// Whether day and month could be the other way round.
    var isOrderOpen = false
    /// Whether a name has another meaning in another language.
    var isLanguageOpen = false
    /// The month of Croatian, where its name is another's elsewhere, and no language is known.
    var croatianMonth: Int?
    /// Whether the month is written in Thai, so that a year of two digits is one of Thailand's.
    var isThai = false
    /// Whether a full stop stands behind the year, as Croatian and its neighbours set it.
    var isYearDotted = false
    /// The order that the date shows.
    var provenOrder: NumericDay.Order?

    enum Expected { case clock, month }

    init(_ bytes: Bytes, _ conventions: DateConventions) {
        scanner = DateScanner(bytes)
        order = conventions.order
        language = conventions.primaryLanguage
        putsYearFirst = conventions.putsYearFirst
    }

    /// Seconds since 1970; `nil` where a part is missing, says nothing, or stands twice.
    mutating func seconds() -> Int? {
        while !scanner.isAtEnd {
            guard readPart() else { return nil }
        }
        return result
    }

    var isDateComplete: Bool { year != nil && month != nil && day != nil }

    private var result: Int? {
        guard let year, let month, let day else { return nil }
        var time = CalendarTime(year: year, month: isYearDotted ? croatianMonth ?? month : month, day: day)
        if let clock { (time.hour, time.minute, time.second) = clock }
        if let dayPart { time.hour = dayPart.hour(time.hour) }
        time.offset = zone?.offset(at: time) ?? impliedOffset ?? 0
        return time.seconds
    }

    /// Reads one word, number or mark; false where it can be no part of a date.
    private mutating func readPart() -> Bool {
        let byte = scanner.next
        if byte.isDigit { return readNumber() }
        if byte.isLetter || byte >= 0x80 { return readWord() }
        if byte == UInt8(ascii: "(") { return readAside(to: UInt8(ascii: ")")) }
        // The name of a zone behind an offset (RFC 9557).
        if byte == UInt8(ascii: "[") { return readAside(to: UInt8(ascii: "]")) }
        if readOffset() { return true }
        scanner.at += 1
        return byte.isBlank || Self.marks.contains(byte)
    }

    /// What stands in brackets: a weekday, a remark, or the zone.
    private mutating func readAside(to end: UInt8) -> Bool {
        scanner.at += 1
        let start = scanner.at
        while !scanner.isAtEnd, scanner.next != end { scanner.at += 1 }
        let text = scanner.bytes.part(start..<scanner.at).trimmed
        scanner.at += 1
        guard zone == nil, clock != nil else { return true }
        var inner = DateScanner(text)
        if let named = Zone.read(&inner), inner.isAtEnd { zone = named }
        return true
    }

    private mutating func readOffset() -> Bool {
        guard clock != nil, zone == nil else { return false }
        var probe = scanner
        // A day may follow a hyphen as well: `18:05 -24/11/2026`.
        guard let offset = probe.offset(), !(isDateMark(probe.next) && !isDateComplete) else { return false }
        scanner = probe
        zone = .offset(offset)
        return true
    }

    private func isDateMark(_ byte: UInt8) -> Bool {
        byte == ASCII.slash || byte == ASCII.dot || byte == ASCII.minus
    }

    private static let marks: [UInt8] = Array(",.-/:;|@~*\"'".utf8)
}
