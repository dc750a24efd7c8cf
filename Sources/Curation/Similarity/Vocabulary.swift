import Foundation

/// The term dictionary: gives terms numbers in the order in which they are met.
struct Vocabulary {
    /// By what each term is told from others (``TermKey``), or a pair of characters.
    private(set) var keys: [String] = []
    /// A written form of each term, for explanations.
    private(set) var forms: [String] = []
    private(set) var names = ProperNames()

    /// A word of each term as titles are compared, where one has occurred.
    private var tokenOfTerm: [Int32: TitleToken] = [:]
    private var words = NumberedWords()
    /// By the number of a language, 0 for an unknown one, and the number of a word; below zero for words that are no
    /// terms, or were not met in that language.
    private var termOfWord = [[Int32]](repeating: [], count: Language.allCases.count + 1)
    private(set) var termOfKey: [String: Int32] = [:]
    /// By a language of compounds: its words that have occurred, and their terms.
    private(set) var compoundingWords: [Language: [String: Int32]] = [:]
    private(set) var capitals = CapitalWords()
    /// Whether each term was met in a text that is known to be English.
    private(set) var isEnglish: [Bool] = []

    var count: Int { forms.count }

    /// The terms of a document; no title where it says nothing of the story.
    ///
    /// - Parameters:
    ///   - title: its words.
    ///   - summary: its words.
    ///   - language: what its source says; recognised where it says none.
    ///   - stemmers: those of the languages that have occurred.
    /// - Returns: nothing of it where it would be a single term.
    mutating func termList(
        title: [Word]?, summary: [Word], language: Language? = nil, stemmers: StemmerCache = StemmerCache()
    ) -> ForwardIndex.TermList {
        let (title, summary) = (title.map { words.number($0) }, words.number(summary))
        let reading = Reading(
            language: language
                ?? LanguageDetection.language(of: [title ?? [], summary].joined(), shares: words.shares(of:)),
            stemmers: stemmers)
        var termList = ForwardIndex.TermList()
        if let title {
            let casing = Casing(of: title)
            termList.titleShowsNames = casing == .sentence
            let read = read(title, reading)
            let terms = terms(of: read, casing: casing, reading)
            termList.title = Self.unique(terms)
            capitals.take(title: read, terms, casing: casing)
            termList.tokens = tokens(of: read, reading)
        }
        let read = read(summary, reading)
        if !read.isEmpty {
            let casing = Casing(of: read)
            termList.summaryShowsNames = casing == .sentence
            let terms = terms(of: read, casing: casing, reading)
            termList.summary = Self.unique(terms)
            if casing == .sentence { capitals.take(runsOf: read, terms) }
        }
        // A single word would make any two stories that share it wholly alike.
        return termList.title.count + termList.summary.count < 2 ? ForwardIndex.TermList() : termList
    }

    /// The words of a text, numbers and names of places as one each.
    private func read(_ numbered: [Word], _ reading: Reading) -> [Word] {
        reading.places.joined(
            Numerals.read(numbered, mayBegin: words.mayBeginNumber), mayBegin: words.mayBeginName)
    }

    /// Takes in the terms that were met later on, and what is known of them. Returns the number that each of them has
    /// here.
    mutating func take(_ later: Vocabulary) -> [Int32] {
        let numbers = later.keys.indices.map { term in
            let number = number(ofKey: later.keys[term], form: later.forms[term])
            names.note(Int(number), later.names, Int(term))
            if later.isEnglish[term] { isEnglish[Int(number)] = true }
            return number
        }
        for language in CompoundWords.languages {
            for (word, term) in later.words(of: language) {
                compoundingWords[language, default: [:]][word] = numbers[Int(term)]
            }
        }
        capitals.take(later.capitals.renumbered(numbers))
        return numbers
    }

    /// The words that were met in a language, and their terms.
    private func words(of language: Language) -> some Sequence<(String, Int32)> {
        let terms = termOfWord[language.number]
        return words.texts(upTo: terms.count).lazy.compactMap { text, number in
            terms[number] >= 0 ? (text, terms[number]) : nil
        }
    }

    /// The term of each word; one below zero for what is none.
    private mutating func terms(of words: [Word], casing: Casing, _ reading: Reading) -> [Int32] {
        words.indices.map { index in
            guard let term = term(of: words, at: index, reading) else { return Self.none }
            names.note(term, words[index], casing: casing)
            return term
        }
    }

    private static func unique(_ terms: [Int32]) -> [Int32] {
        var unique: [Int32] = []
        unique.reserveCapacity(terms.count)
        for term in terms where term >= 0 && !unique.contains(term) { unique.append(term) }
        return unique
    }

    /// The words as they are compared one by one: those of no meaning only leave a mark on the next.
    private mutating func tokens(of words: [Word], _ reading: Reading) -> [TitleToken] {
        var tokens: [TitleToken] = []
        var pending: TitleToken.Traits = FormatLabels.begin(words) ? .beginsWithFormat : []
        for (index, word) in words.enumerated() {
            if word.startsSentence, !tokens.isEmpty { pending.insert(.startsPart) }
            if word.followsDash { pending.insert(.followsDash) }
            guard tokens.count < Self.mostTokens else { break }
            guard var token = token(of: words, at: index, reading) else {
                if AgentWords.contains(word.text) { pending.insert(.followsAgent) }
                continue
            }
            token.traits.formUnion(pending)
            pending = []
            tokens.append(token)
        }
        return tokens
    }

    /// More words than this make no two titles look alike. What acronyms stand for still finds room behind them.
    private static let mostTokens = WordOverlap.mostWords - 4

    private mutating func token(of words: [Word], at index: Int, _ reading: Reading) -> TitleToken? {
        let word = words[index]
        switch word.kind {
        case .symbol: return nil
        case .character: return Self.character(of: words, at: index)
        case .number:
            let term = word.value.flatMap { number(of: word, $0) } ?? term(of: word, reading)
            return TitleToken(
                term: term ?? -1, value: word.value,
                traits: word.isOrdinal ? .ordinal : word.value == nil ? .code : [])
        case .letters:
            guard let term = term(of: word, reading) else { return nil }
            if let token = tokenOfTerm[term] { return token }
            let token = TitleToken(
                term: term, weekday: Weekdays.number(of: word.text) ?? 0,
                traits: Self.traits(of: word.text, in: reading.language))
            tokenOfTerm[term] = token
            return token
        }
    }

    /// A character of a script without spaces. A syllable of Korean is one, of whatever letters it is made.
    private static func character(of words: [Word], at index: Int) -> TitleToken {
        let text = words[index].text
        let scalars = text.unicodeScalars
        let scalar = scalars.count > 1 ? text.precomposedStringWithCanonicalMapping.unicodeScalars.first : scalars.first
        let tellsToll = CasualtyWords.characters.value(in: words, at: index) ?? false
        return TitleToken(
            term: -2 - Int32(scalar?.value ?? 0), weekday: Weekdays.characters.value(in: words, at: index) ?? 0,
            traits: tellsToll ? [.character, .casualty] : .character)
    }

    /// What tables say of a word.
    private static func traits(of word: String, in language: Language?) -> TitleToken.Traits {
        var traits: TitleToken.Traits = []
        if word.utf8.contains(where: { (48...57).contains($0) }) { traits.insert(.code) }
        if CasualtyWords.contains(word, in: language) { traits.insert(.casualty) }
        if Opposites.contains(word) { traits.insert(.hasOpposite) }
        if RelatedWords.haveSynonym(word) { traits.insert(.hasSynonym) }
        return traits
    }

    /// The term of a number, however it is written. One says too little.
    private mutating func number(of word: Word, _ value: Double) -> Int32? {
        value == 1 && !word.isOrdinal
            ? nil : number(ofKey: TermKey.number(value, isOrdinal: word.isOrdinal), form: word.text)
    }

    private mutating func term(of words: [Word], at index: Int, _ reading: Reading) -> Int32? {
        switch words[index].kind {
        case .number:
            if let value = words[index].value {
                number(of: words[index], value)
            } else {
                term(of: words[index], reading)
            }
        case .letters: term(of: words[index], reading)
        case .character: pair(words, at: index).map { number(ofKey: $0, form: $0) }
        case .symbol: nil
        }
    }

    /// Characters without spaces between them are compared in pairs; one that stands alone, as it is.
    private func pair(_ words: [Word], at index: Int) -> String? {
        if index + 1 < words.endIndex, words[index + 1].kind == .character {
            return words[index].text + words[index + 1].text
        }
        let followsOne = index > words.startIndex && words[index - 1].kind == .character
        return followsOne ? nil : words[index].text
    }

    private mutating func term(of word: Word, _ reading: Reading) -> Int32? {
        let index = words.number(of: word)
        if index >= termOfWord[reading.number].count {
            let missing = words.count - termOfWord[reading.number].count
            termOfWord[reading.number] += repeatElement(Self.unknown, count: missing)
        }
        let known = termOfWord[reading.number][index]
        if known != Self.unknown { return known >= 0 ? known : nil }
        let term = reading.key(of: word.text).map { number(ofKey: $0, form: word.text) }
        if let term, reading.language == .english { isEnglish[Int(term)] = true }
        termOfWord[reading.number][index] = term ?? Self.none
        return term
    }

    /// What stands for the term of a word that was not asked for yet, and of one that has none.
    private static let unknown: Int32 = -2
    private static let none: Int32 = -1

    private mutating func number(ofKey key: String, form: String) -> Int32 {
        if let term = termOfKey[key] { return term }
        let term = Int32(forms.count)
        termOfKey[key] = term
        keys.append(key)
        forms.append(form)
        isEnglish.append(false)
        names.add(key: key)
        return term
    }
}
