import WebText

/// Short titles that say by themselves what they are about, so that they need no text.
enum TellingTitles {
    /// Whether three words of a title are neither general nor of notices, or a name stands beside the number of a version,
    /// or something happened to something: “Mill reopens as library”, “Quillfox 3.1.4”, “Parliament dissolved”, “Quake near
    /// Ormond”; not “Road closed”, “Hello world”.
    static func isTelling(_ words: [Word]) -> Bool {
        if TitleLength.of(words, except: isUsual) >= TitleLength.leastThatTells { return true }
        if words.contains(where: isVersion), words.contains(where: isName) { return true }
        guard let event = words.firstIndex(where: { languageOfWord[$0.text] != nil }) else { return false }
        // What stands before it is what it happened to; behind it that is a place or a name, which German does not show.
        if words[..<event].contains(where: isSubject) { return true }
        return languageOfWord[words[event].text] != "de"
            && words[(event + 1)...].contains { !$0.startsSentence && isName($0) }
    }

    private static func isUsual(_ word: Word) -> Bool {
        word.kind == .number || ColumnWords.isGeneral(word.text) || notices.contains(word.text)
    }

    private static func isSubject(_ word: Word) -> Bool {
        word.kind == .letters && !isUsual(word) && !StopWords.contains(word.text)
    }

    /// Written with a capital, and none of the words of which English headlines consist.
    private static func isName(_ word: Word) -> Bool {
        word.isCapitalised && isSubject(word) && languageOfWord[word.text] == nil
            && !CommonWords.contains(stem: Stemmer.stem(word.text))
    }

    private static func isVersion(_ word: Word) -> Bool {
        word.kind == .number && word.text.utf8.contains(UInt8(ascii: "."))
    }

    private static let notices = Set(WordList.words(PackageResources.notice_words_txt))

    private static let languageOfWord = Dictionary(
        WordList.rows(PackageResources.event_words_txt).flatMap { row in row.dropFirst().map { ($0, row[0]) } }
    ) { first, _ in first }
}
