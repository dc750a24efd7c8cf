/// The parts of compound words: of a word that is made of two which occur in the night's texts of its language, with a
/// linking ending between them.
struct CompoundWords {
    /// The languages that write compounds as one word.
    static let languages: [Language] = [.german, .dutch, .swedish, .danish, .norwegian, .finnish]

    /// By term: those of its parts.
    private var parts: [Int32: [Int32]] = [:]

    init(_ vocabulary: Vocabulary, _ spellings: TermSpellings) {
        let stemmers = StemmerCache()
        for language in Self.languages {
            guard let words = vocabulary.compoundingWords[language] else { continue }
            let lexicon = Lexicon(words, language, vocabulary, stemmers)
            for (word, term) in words where word.utf8.count >= Self.leastLetters {
                guard vocabulary.keys[Int(term)].hasPrefix(language.rawValue + ":"),
                    let (one, other) = lexicon.parts(of: word)
                else { continue }
                parts[spellings[term]] = [spellings[one], spellings[other]]
            }
        }
    }

    /// Adds the parts of the compounds of each text.
    func split(_ termLists: inout [ForwardIndex.TermList]) {
        guard !parts.isEmpty else { return }
        for index in termLists.indices {
            let list = termLists[index]
            for term in list.title + list.summary {
                for part in parts[term] ?? []
                where !list.title.contains(part) && !list.summary.contains(part)
                    && !termLists[index].parts.contains(part)
                {
                    termLists[index].parts.append(part)
                }
            }
        }
    }

    private static let leastLetters = 8

    /// The words of one language by their forms and stems.
    private struct Lexicon {
        private let words: [String: Int32]
        private let language: Language
        private let links: [String]
        private let vocabulary: Vocabulary
        private let stemmers: StemmerCache

        init(_ words: [String: Int32], _ language: Language, _ vocabulary: Vocabulary, _ stemmers: StemmerCache) {
            (self.words, self.language, self.vocabulary, self.stemmers) = (words, language, vocabulary, stemmers)
            links = CompoundWords.links[language] ?? []
        }

        /// The terms of the two words of which a word consists; `nil` where it does not. The longest second part counts.
        func parts(of word: String) -> (Int32, Int32)? {
            let letters = Array(word)
            guard letters.count >= CompoundWords.leastLetters else { return nil }
            for split in CompoundWords.leastFirst...(letters.count - CompoundWords.leastSecond) {
                guard let first = first(String(letters[..<split])), let second = term(String(letters[split...])),
                    first != second
                else { continue }
                return (first, second)
            }
            return nil
        }

        /// A first part, with or without the ending that links it to the second.
        private func first(_ part: String) -> Int32? {
            if let term = words[part] { return term }
            for link in links where part.hasSuffix(link) && part.count - link.count >= CompoundWords.leastFirst {
                if let term = words[String(part.dropLast(link.count))] { return term }
            }
            return nil
        }

        /// A second part has the endings of its sentence.
        private func term(_ part: String) -> Int32? {
            words[part] ?? vocabulary.termOfKey[TermKey.word(stemmers.stem(part, in: language), in: language)]
        }
    }

    private static let leastFirst = 3
    private static let leastSecond = 4

    /// What stands between the parts of a compound.
    private static let links: [Language: [String]] = [
        .german: ["s", "es", "n", "en", "er", "e"], .dutch: ["s", "e", "en"], .swedish: ["s", "e"],
        .danish: ["s", "e"], .norwegian: ["s", "e"], .finnish: ["n", "in"],
    ]
}
