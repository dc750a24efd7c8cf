/// How the words of one text are read: in which language.
struct Reading {
    let language: Language?
    private let stemmers: StemmerCache
    /// The number of the language, 0 for an unknown one.
    let number: Int

    init(language: Language?, stemmers: StemmerCache) {
        self.language = language
        self.stemmers = stemmers
        number = language.map(\.number) ?? 0
    }

    /// The names of countries and cities in its language.
    var places: PlaceNames { stemmers.places(of: language ?? .english) }

    /// What a folded word is compared by: the place that it names; its stem, marked with its language; or that of the
    /// English word for it. `nil` for what says too little, as words without meaning of their own, a single digit or a
    /// Latin letter, which is one byte.
    func key(of word: String) -> String? {
        guard word.utf8.count > 1, !StopWords.contains(word), !LanguageDetection.isFunctionWord(word, in: language)
        else {
            return nil
        }
        if let code = places.code(of: word) { return TermKey.place(code) }
        guard let language, language != .english else { return Stemmer.stem(word) }
        if let english = BilingualWords.english(word) { return Stemmer.stem(english) }
        return TermKey.word(stemmers.stem(word, in: language), in: language)
    }
}

/// What terms are told apart by: words by their stem and language, numbers and places whatever the language.
///
/// Words of English, and of texts whose language is unknown, are their stem alone.
enum TermKey {
    static func word(_ stem: String, in language: Language) -> String { "\(language.rawValue):\(stem)" }

    static func place(_ code: String) -> String { "@" + code }

    static func isPlace(_ key: String) -> Bool { key.utf8.first == UInt8(ascii: "@") }

    static func number(_ value: Double, isOrdinal: Bool) -> String {
        (isOrdinal ? "#o" : "#") + Figures.number(value)
    }

    /// The stem of a word that is marked with its language; `nil` for any other key.
    static func stem(of key: String) -> Substring? {
        let bytes = key.utf8
        guard bytes.count > 3, bytes[bytes.index(bytes.startIndex, offsetBy: 2)] == UInt8(ascii: ":") else {
            return nil
        }
        return key.dropFirst(3)
    }
}
