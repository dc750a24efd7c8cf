import Parallelism

/// The terms of a night's tellings, each with a number.
struct Lexicon {
    /// What a telling says, as numbers of terms, each once.
    struct Document {
        var title: [Int32] = []
        var summary: [Int32] = []
        /// Whether a capital in the title marks a name.
        var titleShowsNames = false
    }

    private(set) var documents: [Document] = []
    /// A written form of each term, for explanations.
    private(set) var forms: [String] = []
    private(set) var names = NameSense()

    /// Words that are no terms stand here with −1.
    private var termOfWord: [String: Int32] = [:]
    private var termOfStem: [String: Int32] = [:]

    /// - Parameters:
    ///   - tellings: in their fixed order, which the numbers of the terms follow.
    ///   - headlines: of the tellings.
    ///   - columns: knows the titles that say nothing of what is told.
    ///   - summaryWords: the most words of a summary that are looked at.
    init(_ tellings: [Telling], headlines: [Headline], columns: Columns, summaryWords: Int) {
        documents.reserveCapacity(tellings.count)
        for start in stride(from: 0, to: tellings.count, by: Self.blockSize) {
            let block = start..<min(start + Self.blockSize, tellings.count)
            // Words take up much more than the text: they are had for a part of the night at a time.
            let summaries = Parallel.map(block.count, inPiecesOf: Self.pieceSize) { place in
                Words.of(tellings[start + place].summary, atMost: summaryWords)
            }
            for place in block {
                let title = columns.isColumn(place) ? nil : headlines[place].words[...]
                documents.append(document(title: title, summary: summaries[place - start][...]))
            }
        }
    }

    private mutating func document(title: ArraySlice<Word>?, summary: ArraySlice<Word>) -> Document {
        var document = Document()
        if let title {
            let casing = Casing(of: title)
            document.titleShowsNames = casing == .sentence
            document.title = terms(of: title, casing: casing)
        }
        if !summary.isEmpty { document.summary = terms(of: summary, casing: Casing(of: summary)) }
        // A single word would make any two stories that share it wholly alike.
        return document.title.count + document.summary.count < 2 ? Document() : document
    }

    var count: Int { forms.count }

    private static let pieceSize = 256
    private static let blockSize = 2048

    private mutating func terms(of words: ArraySlice<Word>, casing: Casing) -> [Int32] {
        var terms: [Int32] = []
        terms.reserveCapacity(words.count)
        for place in words.indices {
            guard let term = term(of: words, at: place) else { continue }
            names.note(term, words[place], casing: casing)
            if !terms.contains(term) { terms.append(term) }
        }
        return terms
    }

    private mutating func term(of words: ArraySlice<Word>, at place: Int) -> Int32? {
        switch words[place].kind {
        case .letters, .number: term(ofWord: words[place].text)
        case .character: pair(words, at: place).map { number(ofStem: $0, form: $0) }
        case .symbol: nil
        }
    }

    /// Characters without spaces between them are compared in pairs; one that stands alone, as it is.
    private func pair(_ words: ArraySlice<Word>, at place: Int) -> String? {
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
        forms.append(form)
        names.add(stem: stem)
        return term
    }
}
