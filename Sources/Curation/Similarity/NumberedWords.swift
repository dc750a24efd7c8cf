/// The words that a vocabulary has met, as numbers, with what tables say of each: a text's words are looked up once.
struct NumberedWords {
    private var numbers: [String: Int32] = [:]
    private var facts: [Facts] = []

    private struct Facts {
        var shares: [LanguageDetection.Share]
        var mayBeginNumber: Bool
        var nameBeginning: KnownNames.Beginning
    }

    var count: Int { facts.count }

    /// The same words with their numbers.
    mutating func number(_ words: [Word]) -> [Word] {
        var words = words
        for index in words.indices { words[index].number = Int32(number(ofText: words[index].text)) }
        return words
    }

    /// The number of a word, which may have been made of others since.
    mutating func number(of word: Word) -> Int {
        word.number >= 0 ? Int(word.number) : number(ofText: word.text)
    }

    private mutating func number(ofText text: String) -> Int {
        if let number = numbers[text] { return Int(number) }
        let number = facts.count
        numbers[text] = Int32(number)
        facts.append(
            Facts(
                shares: LanguageDetection.shares(of: text), mayBeginNumber: NumberWords.mayBegin(text),
                nameBeginning: KnownNames.Beginning(text)))
        return number
    }

    /// The words with the lowest numbers, with these.
    func texts(upTo most: Int) -> some Sequence<(String, Int)> {
        numbers.lazy.map { ($0, Int($1)) }.filter { $0.1 < most }
    }

    /// What a numbered word says of the language of its text.
    func shares(of word: Word) -> [LanguageDetection.Share] { facts[Int(word.number)].shares }

    /// Whether a numbered word may begin a number.
    func mayBeginNumber(_ word: Word) -> Bool { facts[Int(word.number)].mayBeginNumber }

    /// Whether a known name may begin with a word.
    func mayBeginName(_ word: Word) -> Bool { word.number >= 0 && facts[Int(word.number)].nameBeginning.isIn(word) }
}
