import CSnowball

/// A stemmer of the Snowball library for one language. Not to be shared between threads: each reader has its own.
final class SnowballStemmer {
    private let stemmer: OpaquePointer

    /// `nil` where the library has none of this name, such as `de`.
    init?(_ name: String) {
        guard let stemmer = sb_stemmer_new(name, "UTF_8") else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a word in lower case.
    func stem(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard let stem = sb_stemmer_stem(stemmer, bytes, CInt(bytes.count)) else { return word }
        let length = Int(sb_stemmer_length(stemmer))
        return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
}

/// The stemmers and names of places of the languages that occur, each made when it is first asked for.
final class StemmerCache {
    private var stemmers: [Language: SnowballStemmer] = [:]
    private var places: [Language: PlaceNames] = [:]

    /// The stem of a folded word in a language; by ``Stemmer`` where the language is unknown or has no stemmer of its own.
    func stem(_ word: String, in language: Language?) -> String {
        guard let language, let name = language.snowballName, word.utf8.count <= Self.longestWord else {
            return Stemmer.stem(word)
        }
        if stemmers[language] == nil { stemmers[language] = SnowballStemmer(name) }
        guard let stemmer = stemmers[language] else { return Stemmer.stem(word) }
        let stem = stemmer.stem(language == .russian ? Self.withShortI(word) : word)
        // A stem must not be shorter than a syllable or two: it would stand for anything.
        return stem.utf8.count >= 3 ? Folding.folded(stem) : word
    }

    /// The names of countries and cities in a language.
    func places(of language: Language) -> PlaceNames {
        if let names = places[language] { return names }
        let names = PlaceNames.of(language)
        places[language] = names
        return names
    }

    /// Longer ones are no words.
    private static let longestWord = 120

    /// Folding takes the breve from й, by which the stemmer knows endings of adjectives.
    private static func withShortI(_ word: String) -> String {
        guard word.hasSuffix("и"), let before = word.dropLast().last, "ыиоея".contains(before) else { return word }
        return word.dropLast() + "й"
    }
}
