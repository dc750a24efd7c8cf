import Parallelism

/// The terms of a night's documents, each with a number.
struct ForwardIndex {
    /// What a document says, as numbers of terms, each once.
    struct TermList {
        var title: [Int32] = []
        var summary: [Int32] = []
        /// Whether a capital in the title marks a name.
        var titleShowsNames = false
    }

    private(set) var termLists: [TermList] = []
    /// A written form of each term, for explanations.
    let forms: [String]
    let names: ProperNames

    /// Pieces of the night are read side by side, each with numbers of its own; the terms are then numbered as if one
    /// document had been read after the other.
    ///
    /// - Parameters:
    ///   - documents: of all sources.
    ///   - members: the places of those that are read, in their fixed order, which the numbers of the terms follow.
    ///   - headlines: of the documents.
    ///   - columns: knows the titles that say nothing of what is told.
    ///   - summaryWords: the most words of a summary that are looked at.
    ///   - pieceSize: how many documents are read with the same numbers.
    init(
        _ documents: [Document], at members: [Int], headlines: [Headline], columns: RecurringColumns, summaryWords: Int,
        pieceSize: Int = 1024
    ) {
        let pieces = Parallel.pieces(of: members.count, size: pieceSize) { places in
            var vocabulary = Vocabulary()
            let termLists = members[places].map { place in
                vocabulary.termList(
                    title: columns.isColumn(place) ? nil : headlines[place].words,
                    summary: documents[place].words.takeOpening(atMost: summaryWords))
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
            titleShowsNames: titleShowsNames)
    }
}
