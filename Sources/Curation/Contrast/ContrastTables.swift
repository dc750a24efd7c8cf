import WebText

/// Actions and their opposites, by the beginnings of words.
enum Opposites {
    /// Whether two folded words are opposites of each other in one line of the table, or English antonyms.
    static func areOpposite(_ one: String, _ other: String) -> Bool {
        if Antonyms.areOpposite(one, other) { return true }
        guard one != other, let ones = sides(of: one), let others = sides(of: other) else { return false }
        return ones.contains { side in others.contains { $0.line == side.line && $0.isSecond != side.isSecond } }
            && !ones.contains { side in others.contains { $0 == side } }
    }

    /// Whether the tables have a folded word at all.
    static func contains(_ word: String) -> Bool { sides(of: word) != nil || Antonyms.contains(word) }

    private struct Side: Hashable {
        var line: Int
        var isSecond: Bool
    }

    private static func sides(of word: String) -> [Side]? {
        let found = table.values(of: word).flatMap { $0 }
        return found.isEmpty ? nil : found
    }

    private static let table: WordBeginnings<[Side]> = {
        var table: [String: [Side]] = [:]
        for (line, text) in WordList.lines(PackageResources.opposites_txt).enumerated() {
            for (number, side) in text.split(separator: "|").enumerated() {
                for word in side.split(separator: " ") {
                    table[String(word), default: []].append(Side(line: line, isSecond: number == 1))
                }
            }
        }
        return WordBeginnings(table)
    }()
}

/// English verbs and their antonyms, in any form.
private enum Antonyms {
    static func areOpposite(_ one: String, _ other: String) -> Bool {
        others[Stemmer.stem(one)]?.contains(Stemmer.stem(other)) ?? false
    }

    static func contains(_ word: String) -> Bool { others[Stemmer.stem(word)] != nil }

    private static let others: [String: Set<String>] = {
        var others: [String: Set<String>] = [:]
        for row in WordList.rows(PackageResources.antonyms_txt) {
            let (one, other) = (Stemmer.stem(row[0]), Stemmer.stem(row[1]))
            guard one != other else { continue }
            others[one, default: []].insert(other)
            others[other, default: []].insert(one)
        }
        return others
    }()
}

/// Days of the week.
enum Weekdays {
    /// The number of the day that a folded word names, from 1 for Monday.
    static func number(of word: String) -> UInt8? { numbers[word] }

    /// Those of scripts without spaces.
    static let characters = RunTable(
        ["月火水木金土日", "월화수목금토일", "一二三四五六日"].enumerated().flatMap { script, days in
            days.enumerated().flatMap { day, name in
                (script == 2 ? ["周", "週", "星期", "礼拜", "禮拜"] : [""]).map { before in
                    (before + String(name) + ["曜", "요일", ""][script], UInt8(day + 1))
                }
            }
        })

    private static let numbers = Dictionary(
        WordList.rows(PackageResources.weekdays_txt).flatMap { row in
            row.dropFirst().compactMap { word in UInt8(row[0]).map { (word, $0) } }
        }, uniquingKeysWith: { first, _ in first })
}

/// Words that stand beside the tolls of unfolding events.
enum CasualtyWords {
    /// Whether a folded word of a language is one. What falls in one language is a case in another: a text of which the
    /// language is unknown is read as English.
    static func contains(_ word: String, in language: Language?) -> Bool {
        table.values(of: word).contains { $0.contains(language ?? .english) }
    }

    /// Those of scripts without spaces.
    static let characters = RunTable(
        WordList.lines(PackageResources.casualty_words_txt).flatMap { line in
            line.first == "|" ? line.split(separator: " ").dropFirst().map { (String($0), true) } : []
        })

    private static let table: WordBeginnings<Set<Language>> = {
        var table: [String: Set<Language>] = [:]
        for line in WordList.lines(PackageResources.casualty_words_txt) {
            let sides = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
            let languages = Set(sides[0].compactMap { Language(rawValue: String($0)) })
            guard !languages.isEmpty else { continue }
            for word in sides[1] { table[String(word), default: []].formUnion(languages) }
        }
        return WordBeginnings(table)
    }()
}

/// What two do together, so that neither does it to the other.
enum SymmetricWords {
    /// Whether such a word stands in a text, given its folded words, or characters without spaces between them.
    static func stand(in words: [String]) -> Bool {
        if words.contains(where: { !table.values(of: $0).isEmpty }) { return true }
        let run = words.joined()
        return characters.contains { run.contains($0) }
    }

    private static let all = WordList.words(PackageResources.symmetric_words_txt)
    private static let table = WordBeginnings(Dictionary(all.map { ($0, true) }, uniquingKeysWith: { $1 }))
    private static let characters = all.filter(Scripts.isWithoutSpaces)
}

/// Words that say the same, or are forms of one another.
enum RelatedWords {
    /// Whether one of two folded words is a form, a part or an abbreviation of the other.
    static func shareAPart(_ one: String, _ other: String) -> Bool {
        let common = zip(one.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
        let (shorter, longer) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
        let length = shorter.unicodeScalars.count
        if common >= 4 && common * 2 >= length { return true }
        return length >= 3 && (longer.hasPrefix(shorter) || longer.hasSuffix(shorter))
    }

    /// Whether the table has two folded words, in any form, in one line.
    static func areSynonyms(_ one: String, _ other: String) -> Bool {
        guard let group = groups[Stemmer.stem(one)], let others = groups[Stemmer.stem(other)] else { return false }
        return !group.isDisjoint(with: others)
    }

    /// Whether the table of words that say the same has a folded word, in any form.
    static func haveSynonym(_ word: String) -> Bool { groups[Stemmer.stem(word)] != nil }

    private static let groups: [String: Set<Int>] = {
        var table: [String: Set<Int>] = [:]
        for (line, words) in WordList.rows(PackageResources.synonyms_txt).enumerated() {
            for word in words { table[Stemmer.stem(word), default: []].insert(line) }
        }
        return table
    }()
}
