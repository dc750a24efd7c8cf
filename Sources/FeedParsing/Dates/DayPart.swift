import WebText

/// The part of the day that a time on a twelve-hour clock lies in.
enum DayPart: String {
    case morning, afternoon, night, noon

    /// The hour on a clock of twenty-four hours; beyond twelve the part of the day is only said twice.
    func hour(_ hour: Int) -> Int {
        guard (0...12).contains(hour) else { return hour }
        return switch self {
        case .morning: hour % 12
        case .afternoon: hour % 12 + 12
        // The night that begins before midnight, and what is left of it after.
        case .night: hour % 12 + (hour % 12 < 6 ? 0 : 12)
        case .noon: hour == 10 || hour == 11 ? hour : hour % 12 + 12
        }
    }

    /// Reads `am`, `PM`, `a.m.`, `P. M.`, `P M`, or another language's word for a part of the day; otherwise the scanner
    /// stays where it is.
    static func read(_ scanner: inout DateScanner, in language: String?) -> DayPart? {
        latin(&scanner) ?? word(&scanner, language)
    }

    /// What a word in lowercase names, without full stops.
    static func named(_ word: String, in language: String?) -> DayPart? {
        if let language, let part = byLanguage[language]?[word] { return part }
        return anywhere[word]
    }

    /// Whether a word in lowercase names a part of the day in some language, and something else in others.
    static func isUndecided(_ word: String) -> Bool { byLanguage.values.contains { $0[word] != nil } }

    /// The part that a word without blanks, as Chinese and Japanese have it, ends with.
    static func ending(_ word: String) -> DayPart? {
        guard let last = word.unicodeScalars.last, last.value >= 0x2E80 else { return nil }
        return eastAsian.first { word.hasSuffix($0.name) }?.part
    }

    private static func latin(_ scanner: inout DateScanner) -> DayPart? {
        var probe = scanner
        let first = probe.next.lowercase
        guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p"), !probe.isAtEnd else { return nil }
        probe.at += 1
        _ = probe.skip(ASCII.dot)
        let isApart = probe.next == ASCII.space
        probe.skipBlanks()
        guard probe.next.lowercase == UInt8(ascii: "m") else { return nil }
        probe.at += 1
        guard !probe.next.isLetter, probe.next < 0x80, !isApart || probe.next != ASCII.slash else { return nil }
        _ = probe.skip(ASCII.dot)
        scanner = probe
        return first == UInt8(ascii: "p") ? .afternoon : .morning
    }

    private static func word(_ scanner: inout DateScanner, _ language: String?) -> DayPart? {
        var probe = scanner
        var letters: [UInt8] = []
        while probe.next.isLetter || probe.next >= 0x80 || probe.next == ASCII.dot {
            if probe.next != ASCII.dot { letters.append(probe.next) }
            probe.at += 1
        }
        guard !letters.isEmpty else { return nil }
        let name = String(decoding: letters, as: UTF8.self).lowercased()
        guard let part = named(name, in: language) else { return nil }
        scanner = probe
        return part
    }

    private static let rows: [(part: DayPart, language: String, words: ArraySlice<String>)] =
        WordList.rows(PackageResources.day_parts_txt).compactMap { row in
            guard row.count > 2, let part = DayPart(rawValue: row[0]) else { return nil }
            return (part, row[1], row[2...])
        }

    private static let anywhere: [String: DayPart] = rows.reduce(into: [:]) { parts, row in
        if row.language == "*" { for word in row.words { parts[word] = row.part } }
    }

    private static let byLanguage: [String: [String: DayPart]] = rows.reduce(into: [:]) { parts, row in
        if row.language != "*" { for word in row.words { parts[row.language, default: [:]][word] = row.part } }
    }

    private static let eastAsian = anywhere.filter { $0.key.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }
        .map { (name: $0.key, part: $0.value) }.sorted { ($0.name.count, $0.name) > ($1.name.count, $1.name) }
}
