import WebText

/// Recognises columns: titles that recur with other contents, and so are no evidence that two documents are one story.
struct RecurringColumns {
    /// A title with what its words say of a column.
    struct Title: Sendable {
        /// The title without dates and the numbers of issues.
        let pattern: String
        /// Whether it consists of words that say nothing of an event.
        let isGeneric: Bool
        /// Its key as evidence of an equal title; `nil` where it is too short.
        let evidence: String?
        /// Its key where some of its words mean something, but too few to be evidence by themselves.
        let shortKey: String?

        init(_ headline: Headline) {
            let texts = headline.texts
            shortKey = TitleLength.isShort(headline.words) ? headline.key : nil
            let words = RecurringColumns.pattern(texts)
            pattern = words.count == texts.count ? headline.key ?? "" : words.joined(separator: " ")
            isGeneric = words.allSatisfy(ColumnWords.generic.contains) || ColumnWords.onlyNumberARelease(headline.words)
            evidence = TitleLength.isEvidence(headline.words) ? headline.key : nil
        }
    }

    private let titles: [Title]
    /// Whether each document is of a column.
    private let areColumns: [Bool]
    private let shortTitles: ShortTitles

    /// Columns by the titles of all documents that are compared: what recurs among them is one.
    init(_ documents: [Document], titles: [Title]) {
        self.titles = titles
        areColumns = Self.recurring(titles, documents)
        shortTitles = ShortTitles(documents, titles: titles)
    }

    /// Whether the title of a document is a column's, and says nothing of the story.
    func isColumn(_ document: Int) -> Bool { areColumns[document] }

    /// Whether any of some documents and any of others are two issues of one column, which are never the same story, or
    /// have no more in common than a short title.
    func keepApart(_ ones: [Int], _ others: [Int]) -> Bool {
        if shortTitles.keepApart(ones, others) { return true }
        let issues = ones.filter(isColumn)
        guard !issues.isEmpty else { return false }
        let patterns = Set(issues.map { titles[$0].pattern })
        return others.contains { areColumns[$0] && patterns.contains(titles[$0].pattern) }
    }

    /// The title by which a document may be the same as another; `nil` for a column, or where a title is too short.
    func titleEvidence(of document: Int) -> String? { areColumns[document] ? nil : titles[document].evidence }

    /// Whether each title is generic, or has a pattern that its source uses on several days at several addresses.
    /// Two such sources make it a column wherever it stands; one alone decides nothing for the other sources.
    private static func recurring(_ titles: [Title], _ documents: [Document]) -> [Bool] {
        var areColumns = titles.map(\.isGeneric)
        let byPattern = Dictionary(grouping: titles.indices) { titles[$0].pattern }
        for (pattern, members) in byPattern where members.count > 1 && !pattern.isEmpty {
            let columns = Dictionary(grouping: members) { documents[$0].source }.values.filter {
                isColumn($0, documents)
            }
            for document in columns.count > 1 ? members : columns.flatMap({ $0 }) { areColumns[document] = true }
        }
        return areColumns
    }

    /// Whether documents of one source that have one pattern are the issues of a column.
    private static func isColumn(_ issues: [Int], _ documents: [Document]) -> Bool {
        let hours = issues.compactMap { documents[$0].hours }
        guard let first = hours.min(), let last = hours.max(), last - first >= hoursBetweenIssues else { return false }
        let key = documents[issues[0]].key
        return issues.contains { documents[$0].key != key }
    }

    /// A daily column keeps its hour, give or take a few.
    private static let hoursBetweenIssues = 16.0

    /// The words of a title without dates and the numbers of issues.
    private static func pattern(_ words: [String]) -> [String] {
        guard words.contains(where: { ColumnWords.calendar.contains($0) || isNumber($0) }) else { return words }
        let isGenericOtherwise = words.allSatisfy { isNumber($0) || ColumnWords.generic.contains($0) }
        return words.indices.filter { index in
            let word = words[index]
            if ColumnWords.calendar.contains(word) { return false }
            guard isNumber(word) else { return true }
            let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
            return !isGenericOtherwise
                && !neighbours.contains { ColumnWords.calendar.contains($0) || ColumnWords.issue.contains($0) }
        }.map { words[$0] }
    }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.first.map { (48...57).contains($0) } ?? false
    }
}
