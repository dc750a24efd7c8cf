import NewsModel

/// Joins tellings that are alike in words.
enum Likeness {
    /// - Parameters:
    ///   - compared: the tellings.
    ///   - silent: the places of those that join a group later, whatever they say.
    ///   - weights: how likeness is measured.
    ///   - merger: holds the groups so far.
    static func join(
        _ compared: Comparison, silent: Set<Int> = [], weights: LikenessWeights, in merger: inout Merger
    ) {
        let (tellings, columns) = (compared.tellings, compared.columns)
        let lexicon = Lexicon(
            tellings, headlines: compared.headlines, columns: columns, silent: silent,
            summaryWords: weights.summaryWords)
        let groups = merger
        let vectors = TermVectors(lexicon, tellings, groupOf: groups.root, weights: weights)
        let pairs = PairSearch(vectors, threshold: weights.threshold).pairs()
        var linkage = AverageLinkage(vectors, sources: compared.sources, threshold: weights.threshold) {
            !columns.keepApart($0, $1)
        }
        linkage.join(pairs, in: &merger) { one, other, similarity in
            let words = vectors.shared(one, other).prefix(wordsNamed).map { lexicon.forms[Int($0)] }
            return .likeWords(Array(words), similarity: similarity)
        }
    }

    /// How many of the shared words an explanation names.
    private static let wordsNamed = 6
}
