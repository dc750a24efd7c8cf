import WebText

/// The names of months and weekdays in the languages that feeds date themselves in, against all rules.
enum MonthNames {
    /// The month that a word means, 1–12; `nil` where it is none.
    ///
    /// A word of at least three letters may be cut short (`Sept`, `janv`), as long as only one month begins so in its
    /// language or all of them agree.
    static func month(_ word: String) -> Int? {
        let word = bare(word.lowercased())
        if let month = whole[word] { return month }
        guard word.unicodeScalars.count >= 3 else { return nil }
        return stems[String(word.prefix(3))].flatMap { stems in
            let fitting = stems.filter { $0.name.hasPrefix(word) || word.hasPrefix($0.name) }
            let months = Set(fitting.map(\.month))
            return months.count == 1 ? months.first : nil
        }
    }

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

    /// Twelve names each, January first; a language may have more than one row.
    private static let languages = WordList.rows(PackageResources.months_txt)
}
