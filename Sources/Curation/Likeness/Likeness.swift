import NewsModel

/// Joins tellings that are alike in words.
enum Likeness {
    static func join(
        _ tellings: [Telling], headlines: [Headline], columns: Columns, weights: LikenessWeights,
        in merger: inout Merger
    ) {
        let lexicon = Lexicon(
            tellings, headlines: headlines, columns: columns, summaryWords: weights.summaryWords)
        let groups = merger
        let vectors = TermVectors(lexicon, tellings, groupOf: groups.root, weights: weights)
        let pairs = PairSearch(vectors, threshold: weights.threshold).pairs()
        var linkage = AverageLinkage(vectors, threshold: weights.threshold) { !columns.keepApart($0, $1) }
        linkage.join(pairs, in: &merger) { one, other, similarity in
            let words = vectors.shared(one, other).prefix(wordsNamed).map { lexicon.forms[Int($0)] }
            return .likeWords(Array(words), similarity: similarity)
        }
    }

    /// How many of the shared words an explanation names.
    private static let wordsNamed = 6
}
