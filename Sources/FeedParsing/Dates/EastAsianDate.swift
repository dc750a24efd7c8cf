import WebText

/// The marks of a date that is written in Korean, Chinese or Japanese: a unit stands behind each number.
enum EastAsianDate {
    enum Unit { case year, month, day, hour, minute, second }

    /// What a mark says beside itself: Korea's clocks are nine hours ahead of UTC all year, and whoever writes in Korean
    /// means them. Chinese is written in too many zones, and shares its marks with Japanese.
    static let koreanOffset = 9 * 3600

    private static let units: [(mark: StaticString, unit: Unit, isKorean: Bool)] = [
        ("년", .year, true), ("월", .month, true), ("일", .day, true),
        ("시", .hour, true), ("분", .minute, true), ("초", .second, true),
        ("年", .year, false), ("月", .month, false), ("日", .day, false), ("号", .day, false),
        ("時", .hour, false), ("时", .hour, false), ("點", .hour, false), ("点", .hour, false),
        ("分", .minute, false), ("秒", .second, false),
    ]
    private static let halves: [(mark: StaticString, isAfternoon: Bool, isKorean: Bool)] = [
        ("오전", false, true), ("오후", true, true), ("午前", false, false), ("午後", true, false),
        ("上午", false, false), ("下午", true, false),
    ]

    /// The unit that stands here, behind a number.
    static func unit(_ scanner: inout DateScanner) -> (unit: Unit, offset: Int?)? {
        let found = units.first { scanner.bytes.starts(withWord: $0.mark, at: scanner.at) }
        guard let found else { return nil }
        scanner.at += found.mark.utf8CodeUnitCount
        return (found.unit, found.isKorean ? koreanOffset : nil)
    }

    /// Whether a word says before noon or after it, as it stands before the time.
    static func half(_ word: Bytes) -> (isAfternoon: Bool, offset: Int?)? {
        guard let found = halves.first(where: { word.isWord($0.mark) }) else { return nil }
        return (found.isAfternoon, found.isKorean ? koreanOffset : nil)
    }
}
