import Parallelism

/// The forward index: the terms of each document, as numbers.
struct ForwardIndex {
    /// The terms of one document, as numbers, each once.
    struct TermList {
        var title: [Int32] = []
        var summary: [Int32] = []
        /// Whether a capital in the title marks a name.
        var titleShowsNames = false
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
        let pieces = Parallel.pieces(of: members.count, size: pieceSize) { indices in
            var vocabulary = Vocabulary()
            let termLists = members[indices].map { index in
                vocabulary.termList(
                    title: columns.isColumn(index) ? nil : headlines[index].words,
                    summary: documents[index].terms.takeOpening(atMost: summaryWords))
            }
            return (vocabulary, termLists)
        }
        var all = Vocabulary()
        termLists.reserveCapacity(members.count)
        for (vocabulary, termLists) in pieces {
            let numbers = all.take(vocabulary)
            self.termLists += termLists.lazy.map { $0.renumbered(numbers) }
        }
        forms = all.forms
        names = all.names
    }

    var count: Int { forms.count }
}

extension ForwardIndex.TermList {
    fileprivate func renumbered(_ numbers: [Int32]) -> Self {
        Self(
            title: title.map { numbers[Int($0)] }, summary: summary.map { numbers[Int($0)] },
            titleShowsNames: titleShowsNames, tokens: tokens.map { $0.renumbered(numbers) })
    }
}

/// The term dictionary: gives terms numbers in the order in which they are met.
struct Vocabulary {
    /// The stem of each term, or a pair of characters.
    private var stems: [String] = []
    /// A written form of each term, for explanations.
    private(set) var forms: [String] = []
    private(set) var names = ProperNames()

    /// Words that are no terms stand here with `nil`.
    private var termOfWord: [String: Int32?] = [:]
    private var termOfStem: [String: Int32] = [:]

    var count: Int { forms.count }

    /// The terms of a document; no title where it says nothing of the story.
    mutating func termList(title: [Word]?, summary: [Word]) -> ForwardIndex.TermList {
        var termList = ForwardIndex.TermList()
        if let title {
            let casing = Casing(of: title)
            termList.titleShowsNames = casing == .sentence
            let words = Numerals.read(title)
            termList.title = terms(of: words, casing: casing)
            termList.tokens = tokens(of: words)
        }
        let summary = Numerals.read(summary)
        if !summary.isEmpty { termList.summary = terms(of: summary, casing: Casing(of: summary)) }
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

    private mutating func terms(of words: [Word], casing: Casing) -> [Int32] {
        var terms: [Int32] = []
        terms.reserveCapacity(words.count)
        for index in words.indices {
            guard let term = term(of: words, at: index) else { continue }
            names.note(term, words[index], casing: casing)
            if !terms.contains(term) { terms.append(term) }
        }
        return terms
    }

    /// The words as they are compared one by one: those of no meaning only leave a mark on the next.
    private mutating func tokens(of words: [Word]) -> [TitleToken] {
        var tokens: [TitleToken] = []
        var pending: TitleToken.Traits = []
        for word in words {
            if word.startsSentence, !tokens.isEmpty { pending.insert(.startsPart) }
            guard tokens.count < Self.mostTokens else { break }
            guard var token = token(of: word) else {
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

    private mutating func token(of word: Word) -> TitleToken? {
        switch word.kind {
        case .symbol: return nil
        case .character:
            let scalar = word.text.unicodeScalars.first?.value ?? 0
            return TitleToken(term: -2 - Int32(scalar), traits: .character)
        case .number:
            let term = word.value.flatMap { number(of: word, $0) } ?? term(ofWord: word.text)
            return TitleToken(term: term ?? -1, value: word.value, traits: word.isOrdinal ? .ordinal : [])
        case .letters:
            guard let term = term(ofWord: word.text) else { return nil }
            return TitleToken(
                term: term, weekday: Weekdays.number(of: word.text) ?? 0,
                traits: CasualtyWords.contains(word.text) ? .casualty : [])
        }
    }

    /// The term of a number, however it is written. One says too little.
    private mutating func number(of word: Word, _ value: Double) -> Int32? {
        value == 1 && !word.isOrdinal
            ? nil : number(ofStem: (word.isOrdinal ? "#o" : "#") + Figures.number(value), form: word.text)
    }

    private mutating func term(of words: [Word], at index: Int) -> Int32? {
        switch words[index].kind {
        case .number:
            if let value = words[index].value {
                number(of: words[index], value)
            } else {
                term(ofWord: words[index].text)
            }
        case .letters: term(ofWord: words[index].text)
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

    private mutating func term(ofWord word: String) -> Int32? {
        if let term = termOfWord[word] { return term }
        // A single digit or Latin letter, which is one byte, says too little.
        let isTerm = !StopWords.contains(word) && word.utf8.count > 1
        let term = isTerm ? number(ofStem: Stemmer.stem(word), form: word) : nil
        termOfWord[word] = .some(term)
        return term
    }

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
