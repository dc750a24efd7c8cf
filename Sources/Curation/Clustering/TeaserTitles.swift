import WebText

/// Recognises titles that tell less than they could: questions, teasers, live tickers and pieces of a kind, such as opinion.
enum TeaserTitles {
    /// Whether a title, of which the words are given, asks, teases or announces a ticker, so that a plain one tells the story
    /// better.
    static func isTeaser(_ title: String, words: [Word]) -> Bool {
        if let last = title.unicodeScalars.last, questionMarks.contains(last) { return true }
        return isTicker(title) || FormatLabels.begin(words) || words.indices.contains { begins(words[$0...]) }
    }

    /// Whether a mark sets the name of a ticker apart at the beginning or the end.
    private static func isTicker(_ title: String) -> Bool {
        let scalars = title.unicodeScalars
        var marks: (first: String.Index, last: String.Index)?
        var previous: Unicode.Scalar?
        for index in scalars.indices {
            if isMark(scalars[index]) || scalars[index] == "-" && previous == " " {
                marks = (marks?.first ?? index, index)
            }
            previous = scalars[index]
        }
        guard let marks else { return false }
        return [title[..<marks.first], title[scalars.index(after: marks.last)...]].contains { part in
            part.utf8.count <= longestTicker && tickers.contains(Tokenizer.texts(of: String(part)))
        }
    }

    /// In bytes.
    private static let longestTicker = 48

    /// Whether words begin with those of a teaser.
    private static func begins(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first, let rests = teasers[first.text] else { return false }
        return rests.contains { rest in words.dropFirst().lazy.map(\.text).starts(with: rest) }
    }

    private static let questionMarks: Set<Unicode.Scalar> = ["?", "\u{FF1F}", "\u{061F}", "\u{37E}"]
    /// Whether it stands behind the name of a section before a title.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ":", "|", "–", "—", ".", "\u{FF1A}", "\u{FF5C}", "\u{3010}", "\u{3011}": true
        default: false
        }
    }

    private static let tickers = phrases(PackageResources.ticker_words_txt)
    /// By its first word, what follows it in a teaser.
    private static let teasers = Dictionary(grouping: phrases(PackageResources.teaser_words_txt), by: { $0[0] })
        .mapValues { phrases in phrases.map { $0.dropFirst() } }

    private static func phrases(_ file: [UInt8]) -> [[String]] {
        WordList.lines(file).filter { !$0.isEmpty }.map { $0.split(separator: " ").map(String.init) }
    }
}
