import WebText

/// Words so common that sharing them says nothing, folded.
enum StopWords {
    static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all = Set(WordList.words(PackageResources.stop_words_txt))
}

/// Words that stand in English headlines on any day.
///
/// A word that only ever begins a sentence has a capital, whether it is a name or not; the table tells “Scientists” from
/// “Karsk”.
enum CommonWords {
    /// Whether a word of the stem is in the table.
    static func contains(stem: String) -> Bool { stems.contains(stem) }

    private static let stems = Set(WordList.words(PackageResources.common_words_txt).map(Stemmer.stem))
}
