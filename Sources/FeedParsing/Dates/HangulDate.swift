/// The marks of a date that is written in Korean.
enum HangulDate {
    enum Unit { case year, month, day }

    /// Korea's clocks are nine hours ahead of UTC all year.
    static let offset = 9 * 3600

    /// The unit that stands here, behind a number.
    static func unit(_ scanner: inout DateScanner) -> Unit? {
        let units: [(StaticString, Unit)] = [("년", .year), ("월", .month), ("일", .day)]
        for (mark, unit) in units where scanner.bytes.starts(withWord: mark, at: scanner.at) {
            scanner.at += mark.utf8CodeUnitCount
            return unit
        }
        return nil
    }

    /// 오전 before noon, 오후 after it; they stand before the time.
    static func isAfternoon(_ word: Bytes) -> Bool? {
        if word.isWord("오후") { return true }
        return word.isWord("오전") ? false : nil
    }
}
