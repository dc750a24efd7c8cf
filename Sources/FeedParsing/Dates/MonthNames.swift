import WebText

/// The names of months and weekdays in the languages that feeds date themselves in, against all rules.
enum MonthNames {
    /// What a name means: a month, 1–12, and where a language has another one for it, that as well.
    struct Meaning {
        var month: Int
        /// The month that the name means in some language, other than `month`.
        var other: (month: Int, language: String)?

        func month(in language: String?) -> Int {
            guard let other, other.language == language else { return month }
            return other.month
        }
    }

    /// The month that a word, or two with one space between them, means; `nil` where it is none.
    ///
    /// A word of at least three letters may be cut short (`Sept`, `janv`), as long as only one month begins so in its
    /// language or all of them agree.
    static func meaning(of word: String) -> Meaning? {
        let word = bare(word.lowercased())
        return month(word).map { Meaning(month: $0, other: byLanguage[word]) }
    }

    /// Whether a word in lowercase begins a name of two words.
    static func beginsName(_ word: String) -> Bool { firstWords.contains(word) }

    private static func month(_ word: String) -> Int? {
        if let month = whole[word] { return month }
        guard word.unicodeScalars.count >= 3 else { return nil }
        return stems[String(word.prefix(3))].flatMap { stems in
            let fitting = stems.filter {
                $0.name.hasPrefix(word) || word.hasPrefix($0.name) && $0.name.count >= shortestStem
            }
            let months = Set(fitting.map(\.month))
            return months.count == 1 ? months.first : nil
        }
    }

    /// Of names that endings are put behind, in letters; what is shorter begins words that are no months.
    private static let shortestStem = 4

    /// Without the article or the preposition that is written as part of it: Hebrew's, and the `d’` of Catalan.
    private static func bare(_ word: String) -> String {
        if word.hasPrefix("ב"), whole[word] == nil { return String(word.dropFirst()) }
        return word.hasPrefix("d’") ? String(word.dropFirst(2)) : word
    }

    /// English names by their first three letters: the ones that nearly all dates have.
    static func english(_ bytes: Bytes) -> Int? {
        guard bytes.count >= 3, bytes.count <= 9 else { return nil }
        let key = UInt32(bytes[0].lowercase) << 16 | UInt32(bytes[1].lowercase) << 8 | UInt32(bytes[2].lowercase)
        guard let index = englishKeys.firstIndex(of: key) else { return nil }
        if bytes.count == 3 { return index + 1 }
        let name = bytes.string.lowercased()
        return englishNames[index].hasPrefix(name) || name == "sept" ? index + 1 : nil
    }

    private static let englishNames = languages[0]

    private static let englishKeys: [UInt32] = englishNames.map { name in
        name.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static let whole: [String: Int] = {
        var months: [String: Int] = [:]
        for language in languages {
            for (index, name) in language.enumerated() where months[name] == nil && name != "-" {
                months[name] = index % 12 + 1
            }
        }
        return months
    }()

    private static let stems: [String: [(name: String, month: Int)]] = Dictionary(
        grouping: whole.filter { $0.key.count >= 3 }.map { (name: $0.key, month: $0.value) },
        by: { String($0.name.prefix(3)) })

    private static let firstWords = Set(
        whole.keys.filter { $0.contains(" ") }.map { name in String(name.prefix { $0 != " " }) })

    private static let byLanguage: [String: (month: Int, language: String)] =
        WordList.rows(PackageResources.months_by_language_txt).reduce(into: [:]) { names, row in
            guard row.count > 2, let month = Int(row[1]) else { return }
            for name in row[2...] { names[name] = (month, row[0]) }
        }

    /// Twelve names each, January first; a language may have more than one row.
    private static let languages = WordList.rows(PackageResources.months_txt).map { row in
        row.map { $0.replacing("_", with: " ") }
    }
}
