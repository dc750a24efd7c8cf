/// How much a title says, by the number of its words.
///
/// A Chinese character or a Korean syllable says a third of what a word says, kana half of that.
enum TitleLength {
    /// Whether its words mean something, but no more than three of them do, or ten Chinese characters: too few to be
    /// evidence by themselves.
    ///
    /// Words that number a release or name what is done to code (“Merge pull request #12 from …”) do not count.
    static func isShort(_ words: [Word]) -> Bool {
        guard words.count <= mostWordsRead, words.contains(where: isMeaningful) else { return false }
        return of(words) { ColumnWords.isOfRelease($0.text) } <= leastThatTells
    }

    /// Whether it is evidence at all. “Deal!” is the title of many stories; so are two characters of a script that has no
    /// spaces.
    static func isEvidence(_ words: [Word]) -> Bool {
        let words = words.filter { $0.kind != .symbol }
        let characters = words.count { $0.kind == .character }
        return characters > words.count / 2 ? words.count >= 4 : words.count >= 2
    }

    /// The length of three words, and of ten Chinese characters.
    static let leastThatTells = 3 * weightOfWord

    /// The length of a title without some of its words; each counts once. No longer than a little more than
    /// ``leastThatTells``.
    static func of(_ words: [Word], except isLeftOut: (Word) -> Bool) -> Int {
        var length = 0
        for (index, word) in words.enumerated() where isMeaningful(word) && !isLeftOut(word) {
            if word.kind != .character, words[..<index].contains(where: { $0.text == word.text }) { continue }
            length += weight(of: word)
            if length > leastThatTells { break }
        }
        return length
    }

    private static func isMeaningful(_ word: Word) -> Bool {
        word.kind != .symbol && !StopWords.contains(word.text)
    }

    private static func weight(of word: Word) -> Int {
        guard word.kind == .character, let scalar = word.text.unicodeScalars.first else { return weightOfWord }
        return switch scalar.value {
        case 0x3041...0x30FF, 0x31F0...0x31FF: 3
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: 4
        default: 6
        }
    }

    private static let weightOfWord = 20
    private static let mostWordsRead = 30
}
