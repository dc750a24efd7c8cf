import WebText

/// The marks of a date that is written in Korean, Chinese or Japanese: a unit stands behind each number, and the year may
/// be one of an era.
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

    /// The years before the first ones of Japan's eras and of the Republic of China.
    private static let eras = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("民國", 1911), ("民国", 1911)]

    /// The unit that stands here, behind a number.
    static func unit(_ scanner: inout DateScanner) -> (unit: Unit, offset: Int?)? {
        let found = units.first { scanner.bytes.starts(withWord: $0.mark, at: scanner.at) }
        guard let found else { return nil }
        scanner.at += found.mark.utf8CodeUnitCount
        return (found.unit, found.isKorean ? koreanOffset : nil)
    }

    /// Whether a word is written in Hangul.
    static func isKorean(_ word: String) -> Bool { word.unicodeScalars.contains { 0xAC00...0xD7A3 ~= $0.value } }

    /// The year before the first one of the era that a word ends with, the number of whose year follows.
    static func yearBefore(era word: String) -> Int? { eras.first { word.hasSuffix($0.0) }?.1 }

    /// The first year of an era, which has a word in place of its number.
    static func firstYear(_ word: String) -> Int? {
        guard word.hasSuffix("元年") else { return nil }
        return yearBefore(era: String(word.dropLast(2))).map { $0 + 1 }
    }
}
