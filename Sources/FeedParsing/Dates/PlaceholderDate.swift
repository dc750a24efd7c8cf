import WebText

/// Dates that publishing systems write where they have none: the first instants that their clocks can tell, and the last ones.
enum PlaceholderDate {
    /// Whether an instant, in seconds since 1970, is one of them, by the clock of any zone.
    static func contains(_ seconds: Int) -> Bool {
        guard seconds < latest else { return seconds >= lastYear }
        // Unix: the first day and the evening before it; seconds that were taken for milliseconds lie in the month that
        // follows, those of 2055 too.
        if (day(1969, 12, 31) - halfDay..<day(1970, 2, 1)).contains(seconds) { return true }
        return zeros.contains { (day($0, $1, $2) - widest..<day($0, $1, $2) + 86_400 + widest).contains(seconds) }
    }

    /// Whether the text of a date is made of zeros alone, as `0000-00-00 00:00:00`, is a number that is too small to be
    /// an instant, or names the year 1.
    static func isBlank(_ bytes: Bytes) -> Bool {
        guard !bytes.isEmpty else { return false }
        if bytes.starts(withWord: "0001-01-01", at: 0) || bytes.first(" 0001 ", from: 0) != nil { return true }
        if bytes.starts(withWord: "1/1/0001", at: 0) || bytes.starts(withWord: "01/01/0001", at: 0) { return true }
        let signless = bytes[0] == ASCII.minus ? bytes.part(1..<bytes.count) : bytes
        if !signless.isEmpty, signless.allSatisfy({ $0.isDigit || $0 == ASCII.dot }) {
            let isZero = signless.allSatisfy { $0 <= ASCII.zero }
            return isZero || signless.count < bytes.count || (6...7).contains(signless.count)
        }
        let digits = bytes.filter(\.isDigit)
        return digits.count >= 8 && digits.allSatisfy { $0 == ASCII.zero }
    }

    /// The first days of other calendars in machines: FAT's, the Macintosh's, those of spreadsheets, SQL Server's and
    /// that of Windows.
    private static let zeros = [
        (1980, 1, 1), (1904, 1, 1), (1900, 1, 1), (1899, 12, 30), (1899, 12, 31), (1753, 1, 1), (1601, 1, 1),
    ]

    private static let latest = day(1980, 1, 2) + widest
    /// The year in which the clocks of .NET and of many databases end.
    private static let lastYear = day(9999, 1, 1)

    /// How far the clock of a zone may be from UTC, in seconds.
    private static let widest = 14 * 3600
    private static let halfDay = 12 * 3600

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        CivilCalendar.day(year: year, month: month, day: day) * 86_400
    }
}
