import WebText

/// Short titles that say by themselves what they are about, so that they need no text.
enum TellingTitles {
    /// Whether three words of a title are neither general nor of notices, or one of what happens, or a number of a version,
    /// stands beside a name: “Mill reopens as library”, “Karsk resigns”, “Quillfox 3.1.4”; not “Road closed”, “Hello world”.
    static func isTelling(_ words: [Word]) -> Bool {
        if TitleLength.of(words, except: isUsual) >= TitleLength.leastThatTells { return true }
        let language = words.lazy.compactMap { languageOfWord[$0.text] }.first
        guard language != nil || words.contains(where: isVersion) else { return false }
        return words.contains { isName($0, language: language) }
    }

    private static func isUsual(_ word: Word) -> Bool {
        word.kind == .number || ColumnWords.isGeneral(word.text) || notices.contains(word.text)
    }

    /// A capital tells a name. At the beginning of a title it does so only in English, for a word that is none of those of
    /// which headlines consist.
    private static func isName(_ word: Word, language: String?) -> Bool {
        guard word.kind == .letters, word.isCapitalised, languageOfWord[word.text] == nil, !isUsual(word),
            !StopWords.contains(word.text), !CommonWords.contains(stem: Stemmer.stem(word.text))
        else { return false }
        return language == nil || language == "en" || !word.startsSentence
    }

    private static func isVersion(_ word: Word) -> Bool {
        word.kind == .number && word.text.utf8.contains(UInt8(ascii: "."))
    }

    private static let notices = Set(WordList.words(PackageResources.notice_words_txt))

    private static let languageOfWord = Dictionary(
        WordList.rows(PackageResources.event_words_txt).flatMap { row in row.dropFirst().map { ($0, row[0]) } }
    ) { first, _ in first }
}
