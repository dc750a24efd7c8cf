import NewsModel

/// Joins tellings that are alike in words.
struct Likeness {
    private let tellings: [Telling]
    private let headlines: [Headline]
    private let columns: Columns
    private let weights: LikenessWeights

    init(
        _ tellings: [Telling], headlines: [Headline], columns: Columns, weights: LikenessWeights
    ) {
        self.tellings = tellings
        self.headlines = headlines
        self.columns = columns
        self.weights = weights
    }

    /// Joins the groups of some tellings with each other.
    func join(_ places: [Int], in merger: inout Merger) {
        let members = Spokesmen.of(places, among: tellings, in: merger)
        let terms = Terms(self, members, in: merger)
        let pairs = PairSearch(terms.vectors, threshold: weights.threshold).pairs()
        var linkage = AverageLinkage(terms.vectors, at: members, threshold: weights.threshold) {
            !columns.keepApart($0, $1)
        }
        linkage.join(pairs, in: &merger, evidence: terms.evidence)
    }

    /// Joins tellings, each with what it is in one group with, to the one group of others that it is most alike.
    func join(_ later: [Int], toGroupsOf first: [Int], in merger: inout Merger) {
        let firsts = Spokesmen.of(first, among: tellings, in: merger)
        let members = (firsts + Spokesmen.of(later, among: tellings, in: merger)).sorted()
        let terms = Terms(self, members, in: merger)
        var accession = Accession(terms.vectors, at: members, of: firsts, threshold: weights.threshold, in: merger) {
            !columns.keepApart($0, $1)
        }
        accession.join(in: &merger, evidence: terms.evidence)
    }

    /// What some of the tellings say.
    private struct Terms {
        let lexicon: Lexicon
        let vectors: TermVectors

        init(_ likeness: Likeness, _ members: [Int], in merger: Merger) {
            let (tellings, weights) = (likeness.tellings, likeness.weights)
            lexicon = Lexicon(
                tellings, at: members, headlines: likeness.headlines, columns: likeness.columns,
                summaryWords: weights.summaryWords)
            vectors = TermVectors(
                lexicon, members.map { tellings[$0] }, groups: members.map(merger.root), weights: weights)
        }

        /// What two tellings were joined by, named by their numbers among the members.
        func evidence(_ one: Int, _ other: Int, _ similarity: Double) -> Evidence {
            let words = vectors.shared(one, other).prefix(Likeness.wordsNamed).map { lexicon.forms[Int($0)] }
            return .likeWords(Array(words), similarity: similarity)
        }
    }

    /// How many of the shared words an explanation names.
    private static let wordsNamed = 6
}
