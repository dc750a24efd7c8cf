import NewsModel

/// Joins documents that are alike in words.
struct TextSimilarity {
    private let documents: [Document]
    private let headlines: [Headline]
    private let columns: RecurringColumns
    private let weights: SimilarityWeights

    init(
        _ documents: [Document], headlines: [Headline], columns: RecurringColumns, weights: SimilarityWeights
    ) {
        self.documents = documents
        self.headlines = headlines
        self.columns = columns
        self.weights = weights
    }

    /// Joins the groups of some documents with each other.
    func join(_ places: [Int], in merger: inout Merger) {
        let members = Representatives.of(places, among: documents, in: merger)
        let terms = Terms(self, members, in: merger)
        let pairs = PairSearch(terms.vectors, threshold: weights.threshold).pairs()
        var linkage = AverageLinkage(terms.vectors, at: members, threshold: weights.threshold) {
            !columns.keepApart($0, $1)
        }
        linkage.join(pairs, in: &merger, evidence: terms.evidence)
    }

    /// Joins documents, each with what it is in one group with, to the one group of others that it is most alike.
    func join(_ later: [Int], toGroupsOf first: [Int], in merger: inout Merger) {
        let firsts = Representatives.of(first, among: documents, in: merger)
        let members = (firsts + Representatives.of(later, among: documents, in: merger)).sorted()
        let terms = Terms(self, members, in: merger)
        var assignment = ClusterAssignment(
            terms.vectors, at: members, of: firsts, threshold: weights.threshold, in: merger
        ) {
            !columns.keepApart($0, $1)
        }
        assignment.join(in: &merger, evidence: terms.evidence)
    }

    /// What some of the documents say.
    private struct Terms {
        let forwardIndex: ForwardIndex
        let vectors: TermVectors

        init(_ likeness: TextSimilarity, _ members: [Int], in merger: Merger) {
            let (documents, weights) = (likeness.documents, likeness.weights)
            forwardIndex = ForwardIndex(
                documents, at: members, headlines: likeness.headlines, columns: likeness.columns,
                summaryWords: weights.summaryWords)
            vectors = TermVectors(
                forwardIndex, members.map { documents[$0] }, groups: members.map(merger.root), weights: weights)
        }

        /// What two documents were joined by, named by their numbers among the members.
        func evidence(_ one: Int, _ other: Int, _ similarity: Double) -> Evidence {
            let words = vectors.shared(one, other).prefix(TextSimilarity.wordsNamed).map { forwardIndex.forms[Int($0)] }
            return .likeWords(Array(words), similarity: similarity)
        }
    }

    /// How many of the shared words an explanation names.
    private static let wordsNamed = 6
}
