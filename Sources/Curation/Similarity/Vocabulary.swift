/// Gives terms numbers in the order in which they are met.
struct Vocabulary {
    /// The stem of each term, or a pair of characters.
    private var stems: [String] = []
    /// A written form of each term, for explanations.
    private(set) var forms: [String] = []
    private(set) var names = ProperNames()

    /// Words that are no terms stand here with −1.
    private var termOfWord: [String: Int32] = [:]
    private var termOfStem: [String: Int32] = [:]

    var count: Int { forms.count }

    /// The terms of a document; no title where it says nothing of what is told.
    mutating func termList(title: [Word]?, summary: [Word]) -> ForwardIndex.TermList {
        var termList = ForwardIndex.TermList()
        if let title {
            let casing = Casing(of: title)
            termList.titleShowsNames = casing == .sentence
            termList.title = terms(of: title, casing: casing)
        }
        if !summary.isEmpty { termList.summary = terms(of: summary, casing: Casing(of: summary)) }
        // A single word would make any two stories that share it wholly alike.
        return termList.title.count + termList.summary.count < 2 ? ForwardIndex.TermList() : termList
    }

    /// Takes in the terms that were met later on, and what is known of them.
    ///
    /// - Returns: the number that each of them has here.
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
        for place in words.indices {
            guard let term = term(of: words, at: place) else { continue }
            names.note(term, words[place], casing: casing)
            if !terms.contains(term) { terms.append(term) }
        }
        return terms
    }

    private mutating func term(of words: [Word], at place: Int) -> Int32? {
        switch words[place].kind {
        case .letters, .number: term(ofWord: words[place].text)
        case .character: pair(words, at: place).map { number(ofStem: $0, form: $0) }
        case .symbol: nil
        }
    }

    /// Characters without spaces between them are compared in pairs; one that stands alone, as it is.
    private func pair(_ words: [Word], at place: Int) -> String? {
        if place + 1 < words.endIndex, words[place + 1].kind == .character {
            return words[place].text + words[place + 1].text
        }
        let followsOne = place > words.startIndex && words[place - 1].kind == .character
        return followsOne ? nil : words[place].text
    }

    private mutating func term(ofWord word: String) -> Int32? {
        if let term = termOfWord[word] { return term < 0 ? nil : term }
        // A single digit or Latin letter says too little.
        let isUseful = !StopWords.contains(word) && (word.utf8.count > 1 || word.utf8.first.map { $0 >= 0x80 } == true)
        let term = isUseful ? number(ofStem: Stemmer.stem(word), form: word) : -1
        termOfWord[word] = term
        return term < 0 ? nil : term
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
