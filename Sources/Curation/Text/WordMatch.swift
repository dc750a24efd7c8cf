/// A word or phrase that the user wrote, to be found in texts as a whole.
///
/// Case and accents do not matter, but for an abbreviation that is a word without meaning in small letters: “US”, “WHO” and
/// “IT” are found in capitals alone. A phrase is found where its words follow each other. In scripts without spaces any run
/// of characters can be a word.
struct WordMatch: Sendable, Hashable {
    /// As the user wrote it.
    let phrase: String
    private let words: [SearchableText.Word]

    init(_ phrase: String) {
        self.phrase = phrase
        let words = Tokenizer.words(of: phrase)
        let abbreviates = words.count == 1 || words.tellAbbreviations
        self.words = words.map { word in
            SearchableText.Word(
                text: word.text,
                isInCapitals: word.isAllCapitals && abbreviates && StopWords.contains(word.text))
        }
    }

    /// Whether the phrase stands in the text. An empty one stands nowhere.
    func isFound(in text: SearchableText) -> Bool {
        guard let first = words.first else { return false }
        for part in text.parts where part.count >= words.count {
            for start in 0...(part.count - words.count) where part[start].matches(first) {
                if part[start..<(start + words.count)].elementsEqual(words, by: { $0.matches($1) }) { return true }
            }
        }
        return false
    }
}

/// Texts, taken apart once for many searches. A phrase does not reach from one part into the next.
struct SearchableText: Sendable {
    fileprivate let parts: [[Word]]

    init(_ parts: [String]) {
        self.parts = parts.map { part in
            Tokenizer.words(of: part).map { Word(text: $0.text, isInCapitals: $0.isAllCapitals) }
        }
    }

    fileprivate struct Word: Sendable, Hashable {
        /// Folded.
        let text: String
        let isInCapitals: Bool

        /// Whether it is a word that is looked for.
        func matches(_ wanted: Word) -> Bool { text == wanted.text && (isInCapitals || !wanted.isInCapitals) }
    }
}
