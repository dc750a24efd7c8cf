import Parallelism

/// The forward index: the terms of each document, as numbers.
struct ForwardIndex {
    /// The terms of one document, as numbers, each once.
    struct TermList {
        var title: [Int32] = []
        var summary: [Int32] = []
        /// The parts of compound words of both.
        var parts: [Int32] = []
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
        let spellings = TermSpellings(all)
        spellings.unite(&termLists)
        Acronyms(all, spellings, termLists).resolve(&termLists)
        CompoundWords(all, spellings).split(&termLists)
        forms = all.forms
        names = all.names
    }

    var count: Int { forms.count }
}

extension ForwardIndex.TermList {
    /// The same where terms have other numbers.
    func renumbered(_ numbers: [Int32]) -> Self {
        var list = self
        list.title = title.map { numbers[Int($0)] }
        list.summary = summary.map { numbers[Int($0)] }
        list.tokens = tokens.map { $0.renumbered(numbers) }
        return list
    }

    /// The same with several terms made one; each stands once.
    func merged(_ numbers: [Int32]) -> Self {
        var merged = renumbered(numbers)
        merged.removeRepetitions()
        return merged
    }

    /// Leaves each term once in each text.
    mutating func removeRepetitions() {
        var seen: Set<Int32> = []
        title.removeAll { !seen.insert($0).inserted }
        seen = []
        summary.removeAll { !seen.insert($0).inserted }
    }
}
