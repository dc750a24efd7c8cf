import Parallelism

/// The forward index: the terms of each document, as numbers.
struct ForwardIndex {
    /// The terms of one document, as numbers, each once.
    struct TermList {
        var title: [Int32] = []
        var summary: [Int32] = []
        /// Whether a capital in the title marks a name.
        var titleShowsNames = false
        /// The same of its summary.
        var summaryShowsNames = false
        /// The words of the title in their order.
        var tokens: [TitleToken] = []
    }

    private(set) var termLists: [TermList] = []
    /// A written form of each term, for explanations.
    let forms: [String]
    let names: ProperNames

    /// Reads the documents at `members`, in a fixed order that the numbers of the terms follow. Pieces are read side by
    /// side, each with numbers of its own; the terms are then numbered as if one document had been read after the
    /// other.
    init(
        _ documents: [Document], at members: [Int], headlines: [Headline], columns: RecurringColumns, summaryWords: Int,
        pieceSize: Int = 1024
    ) {
        let languages = DocumentLanguages.of(documents, at: members, headlines: headlines)
        let pieces = Parallel.pieces(of: members.count, size: pieceSize) { indices in
            var vocabulary = Vocabulary()
            let stemmers = StemmerCache()
            let termLists = indices.map { number in
                let index = members[number]
                return vocabulary.termList(
                    title: columns.isColumn(index) ? nil : headlines[index].words,
                    summary: documents[index].terms.takeOpening(atMost: summaryWords),
                    language: languages[number], stemmers: stemmers)
            }
            return (vocabulary, termLists)
        }
        var all = Vocabulary()
        termLists.reserveCapacity(members.count)
        for (vocabulary, termLists) in pieces {
            let numbers = all.take(vocabulary)
            self.termLists += termLists.lazy.map { $0.renumbered(numbers) }
        }
        all.transliterate(&termLists)
        forms = all.forms
        names = all.names
    }

    var count: Int { forms.count }
}

extension ForwardIndex.TermList {
    fileprivate func renumbered(_ numbers: [Int32]) -> Self {
        Self(
            title: title.map { numbers[Int($0)] }, summary: summary.map { numbers[Int($0)] },
            titleShowsNames: titleShowsNames, summaryShowsNames: summaryShowsNames,
            tokens: tokens.map { $0.renumbered(numbers) })
    }
}

extension ForwardIndex.TermList {
    /// The same with several terms made one; each stands once.
    fileprivate func merged(_ numbers: [Int32]) -> Self {
        var merged = renumbered(numbers)
        var seen: Set<Int32> = []
        merged.title.removeAll { !seen.insert($0).inserted }
        seen = []
        merged.summary.removeAll { !seen.insert($0).inserted }
        return merged
    }
}

/// How the words of one text are read: in which language.
private struct Reading {
    let language: Language?
    let stemmers: StemmerCache
    /// The number of the language, 0 for an unknown one.
    let number: Int

    init(language: Language?, stemmers: StemmerCache) {
        self.language = language
        self.stemmers = stemmers
        number = language.map(\.number) ?? 0
    }

    /// What a folded word is compared by: its stem, or that of the English word for it; `nil` for what says too little, as
    /// words without meaning of their own, a single digit or a Latin letter, which is one byte.
    func stem(of word: String) -> String? {
        guard word.utf8.count > 1, !StopWords.contains(word), !LanguageDetection.isFunctionWord(word, in: language)
        else {
            return nil
        }
        guard let language, language != .english else { return Stemmer.stem(word) }
        if let english = BilingualWords.english(word) { return Stemmer.stem(english) }
        return stemmers.stem(word, in: language)
    }
}

/// The term dictionary: gives terms numbers in the order in which they are met.
struct Vocabulary {
    /// The stem of each term, or a pair of characters.
    private var stems: [String] = []
    /// A written form of each term, for explanations.
    private(set) var forms: [String] = []
    private(set) var names = ProperNames()

    /// A word of each term as titles are compared, where one has occurred.
    private var tokenOfTerm: [Int32: TitleToken] = [:]
    private var words = NumberedWords()
    /// By the number of a language, 0 for an unknown one, and the number of a word; below zero for words that are no
    /// terms, or were not met in that language.
    private var termOfWord = [[Int32]](repeating: [], count: Language.allCases.count + 1)
    private var termOfStem: [String: Int32] = [:]

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
            let read = Numerals.read(title, mayBegin: words.mayBeginNumber)
            termList.title = terms(of: read, casing: casing, reading)
            termList.tokens = tokens(of: read, reading)
        }
        let read = Numerals.read(summary, mayBegin: words.mayBeginNumber)
        if !read.isEmpty {
            let casing = Casing(of: read)
            termList.summaryShowsNames = casing == .sentence
            termList.summary = terms(of: read, casing: casing, reading)
        }
        // A single word would make any two stories that share it wholly alike.
        return termList.title.count + termList.summary.count < 2 ? ForwardIndex.TermList() : termList
    }

    /// Takes in the terms that were met later on, and what is known of them. Returns the number that each of them has
    /// here.
    mutating func take(_ later: Vocabulary) -> [Int32] {
        later.stems.indices.map { term in
            let number = number(ofStem: later.stems[term], form: later.forms[term])
            names.note(Int(number), later.names, Int(term))
            return number
        }
    }

    /// Makes one term of the spellings that a name has in several scripts, where there are any.
    mutating func transliterate(_ termLists: inout [ForwardIndex.TermList]) {
        let aliases = NameSpellings.aliases(of: forms, isName: names.mayBeName)
        guard !aliases.isEmpty else { return }
        var numbers = forms.indices.map { Int32($0) }
        for (term, name) in aliases { numbers[term] = Int32(name) }
        for index in termLists.indices { termLists[index] = termLists[index].merged(numbers) }
    }

    private mutating func terms(of words: [Word], casing: Casing, _ reading: Reading) -> [Int32] {
        var terms: [Int32] = []
        terms.reserveCapacity(words.count)
        for index in words.indices {
            guard let term = term(of: words, at: index, reading) else { continue }
            names.note(term, words[index], casing: casing)
            if !terms.contains(term) { terms.append(term) }
        }
        return terms
    }

    /// The words as they are compared one by one: those of no meaning only leave a mark on the next.
    private mutating func tokens(of words: [Word], _ reading: Reading) -> [TitleToken] {
        var tokens: [TitleToken] = []
        var pending: TitleToken.Traits = []
        for word in words {
            if word.startsSentence, !tokens.isEmpty { pending.insert(.startsPart) }
            guard tokens.count < Self.mostTokens else { break }
            guard var token = token(of: word, reading) else {
                if AgentWords.contains(word.text) { pending.insert(.followsAgent) }
                continue
            }
            token.traits.formUnion(pending)
            pending = []
            tokens.append(token)
        }
        return tokens
    }

    /// More words than this make no two titles look alike.
    private static let mostTokens = 28

    private mutating func token(of word: Word, _ reading: Reading) -> TitleToken? {
        switch word.kind {
        case .symbol: return nil
        case .character:
            let scalar = word.text.unicodeScalars.first?.value ?? 0
            return TitleToken(term: -2 - Int32(scalar), traits: .character)
        case .number:
            let term = word.value.flatMap { number(of: word, $0) } ?? term(of: word, reading)
            return TitleToken(term: term ?? -1, value: word.value, traits: word.isOrdinal ? .ordinal : [])
        case .letters:
            guard let term = term(of: word, reading) else { return nil }
            if let token = tokenOfTerm[term] { return token }
            let token = TitleToken(
                term: term, weekday: Weekdays.number(of: word.text) ?? 0, traits: Self.traits(of: word.text))
            tokenOfTerm[term] = token
            return token
        }
    }

    /// What tables say of a word.
    private static func traits(of word: String) -> TitleToken.Traits {
        var traits: TitleToken.Traits = []
        if CasualtyWords.contains(word) { traits.insert(.casualty) }
        if Opposites.contains(word) { traits.insert(.hasOpposite) }
        if RelatedWords.haveSynonym(word) { traits.insert(.hasSynonym) }
        return traits
    }

    /// The term of a number, however it is written. One says too little.
    private mutating func number(of word: Word, _ value: Double) -> Int32? {
        value == 1 && !word.isOrdinal
            ? nil : number(ofStem: (word.isOrdinal ? "#o" : "#") + Figures.number(value), form: word.text)
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
        case .character: pair(words, at: index).map { number(ofStem: $0, form: $0) }
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
        let term = reading.stem(of: word.text).map { number(ofStem: $0, form: word.text) }
        termOfWord[reading.number][index] = term ?? Self.none
        return term
    }

    /// What stands for the term of a word that was not asked for yet, and of one that has none.
    private static let unknown: Int32 = -2
    private static let none: Int32 = -1

    private mutating func number(ofStem stem: String, form: String) -> Int32 {
        if let term = termOfStem[stem] { return term }
        let term = Int32(forms.count)
        termOfStem[stem] = term
        stems.append(stem)
        forms.append(form)
        names.add(stem: stem)
        return term
    }
}
