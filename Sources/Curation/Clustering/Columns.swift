import Parallelism

/// Recognises columns: titles under which a paper tells something else each time.
struct Columns {
    private let headlines: [Headline]
    private let patterns: [String]
    /// Whether each telling is of a column.
    private let areColumns: [Bool]

    /// - Parameters:
    ///   - tellings: all that are compared; what recurs among them is a column.
    ///   - headlines: of the tellings.
    init(_ tellings: [Telling], headlines: [Headline]) {
        self.headlines = headlines
        let found = Parallel.map(headlines.count, inPiecesOf: Parallel.pieceSize) { place in
            let pattern = Self.pattern(headlines[place].texts)
            let isWhole = pattern.count == headlines[place].texts.count
            return (
                text: isWhole ? headlines[place].key ?? "" : pattern.joined(separator: " "),
                isGeneric: pattern.allSatisfy(ColumnWords.generic.contains)
            )
        }
        let patterns = found.map(\.text)
        let recurring = Self.recurring(patterns, tellings)
        self.patterns = patterns
        areColumns = found.indices.map { place in
            guard !found[place].isGeneric, let sources = recurring[found[place].text] else {
                return found[place].isGeneric
            }
            return sources.count > 1 || sources.contains(tellings[place].source)
        }
    }

    /// Whether the title says nothing of what is told.
    func isColumn(_ telling: Int) -> Bool { areColumns[telling] }

    /// Whether two tellings are two issues of one column, which are never the same story.
    func keepApart(_ one: Int, _ other: Int) -> Bool {
        areColumns[one] && areColumns[other] && patterns[one] == patterns[other]
    }

    /// The title by which a telling may be the same as another; `nil` for a column, or where a title is too short.
    func titleEvidence(of telling: Int) -> String? {
        let words = headlines[telling].texts
        guard !areColumns[telling], Self.isLongEnough(words) else { return nil }
        return headlines[telling].key
    }

    /// “Deal!” is the title of many stories; so are two characters of a script that has no spaces.
    private static func isLongEnough(_ words: [String]) -> Bool {
        let singles = words.count { ($0.utf8.first ?? 0) >= 0x80 && $0.unicodeScalars.count == 1 }
        return singles > words.count / 2 ? words.count >= 4 : words.count >= 2
    }

    /// The patterns that a source uses on several days under several addresses, with the sources that do. What is a
    /// column in two papers says nothing in a third either; what one does alone says nothing of the others.
    private static func recurring(_ patterns: [String], _ tellings: [Telling]) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        let byPattern = Dictionary(grouping: patterns.indices) { patterns[$0] }
        for (pattern, members) in byPattern where members.count > 1 && !pattern.isEmpty {
            for (source, issues) in Dictionary(grouping: members, by: { tellings[$0].source }) where issues.count > 1 {
                let hours = issues.compactMap { tellings[$0].hours }
                guard let first = hours.min(), let last = hours.max(), last - first >= hoursBetweenIssues,
                    Set(issues.map { tellings[$0].key }).count > 1
                else { continue }
                found[pattern, default: []].insert(source)
            }
        }
        return found
    }

    /// A daily column keeps its hour, give or take a few.
    private static let hoursBetweenIssues = 16.0

    /// The words of a title without dates and the numbers of issues.
    private static func pattern(_ words: [String]) -> [String] {
        guard words.contains(where: { ColumnWords.calendar.contains($0) || isNumber($0) }) else { return words }
        let isGenericOtherwise = words.allSatisfy { isNumber($0) || ColumnWords.generic.contains($0) }
        return words.indices.filter { place in
            let word = words[place]
            if ColumnWords.calendar.contains(word) { return false }
            guard isNumber(word) else { return true }
            let neighbours = [place - 1, place + 1].filter(words.indices.contains).map { words[$0] }
            return !isGenericOtherwise
                && !neighbours.contains { ColumnWords.calendar.contains($0) || ColumnWords.issue.contains($0) }
        }.map { words[$0] }
    }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.first.map { (48...57).contains($0) } ?? false
    }
}
