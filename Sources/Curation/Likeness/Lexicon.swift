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
    let forms: [String]
    let names: NameSense

    /// Pieces of the night are read side by side, each with numbers of its own; the terms are then numbered as if one
    /// telling had been read after the other.
    ///
    /// - Parameters:
    ///   - tellings: of all sources.
    ///   - members: the places of those that are read, in their fixed order, which the numbers of the terms follow.
    ///   - headlines: of the tellings.
    ///   - columns: knows the titles that say nothing of what is told.
    ///   - summaryWords: the most words of a summary that are looked at.
    ///   - pieceSize: how many tellings are read with the same numbers.
    init(
        _ tellings: [Telling], at members: [Int], headlines: [Headline], columns: Columns, summaryWords: Int,
        pieceSize: Int = 1024
    ) {
        let pieces = Parallel.pieces(of: members.count, size: pieceSize) { places in
            var vocabulary = Vocabulary()
            let documents = members[places].map { place in
                vocabulary.document(
                    title: columns.isColumn(place) ? nil : headlines[place].words,
                    summary: tellings[place].words.takeOpening(atMost: summaryWords))
            }
            return (vocabulary, documents)
        }
        var all = Vocabulary()
        documents.reserveCapacity(members.count)
        for (vocabulary, documents) in pieces {
            let numbers = all.take(vocabulary)
            self.documents += documents.lazy.map { $0.renumbered(numbers) }
        }
        forms = all.forms
        names = all.names
    }

    var count: Int { forms.count }
}

extension Lexicon.Document {
    fileprivate func renumbered(_ numbers: [Int32]) -> Self {
        Self(
            title: title.map { numbers[Int($0)] }, summary: summary.map { numbers[Int($0)] },
            titleShowsNames: titleShowsNames)
    }
}
