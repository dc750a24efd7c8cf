/// A word or phrase that the user wrote, to be found in texts as a whole.
///
/// Case and accents do not matter. A phrase is found where its words follow each other. In scripts without spaces any
/// run of characters can be a word.
struct WordMatch: Sendable, Hashable {
    /// As the user wrote it.
    let phrase: String
    private let words: [String]

    init(_ phrase: String) {
        self.phrase = phrase
        words = Tokenizer.words(of: phrase).map(\.text)
    }

    /// Whether the phrase stands in the text. An empty one stands nowhere.
    func isFound(in text: SearchableText) -> Bool {
        guard let first = words.first else { return false }
        for part in text.parts where part.count >= words.count {
            for start in 0...(part.count - words.count) where part[start] == first {
                if part[start..<(start + words.count)].elementsEqual(words) { return true }
            }
        }
        return false
    }
}

/// Texts, taken apart once for many searches. A phrase does not reach from one part into the next.
struct SearchableText: Sendable {
    fileprivate let parts: [[String]]

    init(_ parts: [String]) {
        self.parts = parts.map { part in Tokenizer.words(of: part).map(\.text) }
    }
}
