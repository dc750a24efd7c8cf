import WebText

/// Recognises titles that tell less than they could: questions, teasers and live tickers.
enum TeaserTitles {
    /// Whether a title asks, teases or announces a ticker, so that a plain one tells the story better.
    static func isTeaser(_ title: String) -> Bool {
        if let last = title.unicodeScalars.last, questionMarks.contains(last) { return true }
        if let mark = title.firstIndex(where: { marks.contains($0) }),
            tickers.contains(Tokenizer.texts(of: String(title[..<mark])))
        {
            return true
        }
        let words = Tokenizer.texts(of: title)
        return parts.contains { contains($0, in: words) }
    }

    private static func contains(_ part: [String], in words: [String]) -> Bool {
        words.indices.contains { words[$0...].starts(with: part) }
    }

    private static let questionMarks: Set<Unicode.Scalar> = ["?", "\u{FF1F}", "\u{061F}", "\u{37E}"]
    /// What stands behind the name of a section before a title.
    private static let marks: Set<Character> = [":", "|", "–", "—", "\u{FF1A}", "\u{FF5C}"]
    private static let tickers = phrases(PackageResources.ticker_words_txt)
    private static let parts = phrases(PackageResources.teaser_words_txt)

    private static func phrases(_ file: [UInt8]) -> [[String]] {
        WordList.lines(file).filter { !$0.isEmpty }.map { $0.split(separator: " ").map(String.init) }
    }
}
