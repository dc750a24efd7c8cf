import Foundation
import NewsModel

/// Joins documents by the similarity of their words.
struct TextSimilarity {
    let documents: [Document]
    let headlines: [Headline]
    let columns: RecurringColumns
    let weights: SimilarityWeights
    /// By document: the group that it is in by titles and links alone; `nil` where nothing was told before. How rare a word
    /// is must not depend on what was told as one before, or the same night would come out otherwise.
    var copies: [Int]?

    /// Joins the groups of some documents with each other.
    func join(_ candidates: [Int], in merger: inout Merger) {
        let members = Representatives.of(candidates, among: documents, in: merger)
        let terms = Terms(self, members, groups: members.map { copies?[$0] ?? merger.root(of: $0) })
        let found = PairSearch(terms.vectors, threshold: weights.threshold).found()
        merger.note(terms.separations(of: found.separated.prefix(Self.mostSeparations), at: members))
        var linkage = AverageLinkage(terms.vectors, at: members, threshold: weights.threshold) {
            !columns.keepApart($0, $1)
        }
        linkage.join(found.pairs, in: &merger, evidence: terms.evidence)
    }

    /// Joins documents, each with what it is in one group with, to the one group of others that it is most alike.
    func join(_ later: [Int], toGroupsOf first: [Int], in merger: inout Merger) {
        let firsts = Representatives.of(first, among: documents, in: merger)
        let members = (firsts + Representatives.of(later, among: documents, in: merger)).sorted()
        let terms = Terms(self, members, groups: members.map(merger.root))
        var assignment = ClusterAssignment(
            terms.vectors, at: members, of: firsts, threshold: weights.threshold, in: merger
        ) {
            !columns.keepApart($0, $1)
        }
        assignment.join(in: &merger, evidence: terms.evidence)
    }

    /// The terms of some of the documents.
    private struct Terms {
        /// A written form of each term.
        let forms: [String]
        let vectors: TermVectors

        /// Copies of one text, which are in one of the `groups`, do not make a word common.
        init(_ similarity: TextSimilarity, _ members: [Int], groups: [Int]) {
            let (documents, weights) = (similarity.documents, similarity.weights)
            let forwardIndex = ForwardIndex(
                documents, at: members, headlines: similarity.headlines, columns: similarity.columns,
                summaryWords: weights.summaryWords)
            forms = forwardIndex.forms
            vectors = TermVectors(
                forwardIndex, members.map { documents[$0] }, groups: groups, weights: weights)
        }

        /// What stands in the one title and in the other, as a person reads it.
        func words(of contrast: Contrast) -> [String] {
            [contrast.one, contrast.other].map { tokens in
                let isText = tokens.allSatisfy { $0.traits.contains(.character) }
                return tokens.map { $0.text(forms) }.joined(separator: isText ? "" : " ")
            }
        }

        /// What keeps pairs of documents apart, given their numbers among the members.
        func separations(of pairs: some Sequence<(Int, Int)>, at members: [Int]) -> [Separation] {
            var title = LoadedTitle(of: vectors.titles)
            return pairs.compactMap { one, other in
                title.load(other)
                return vectors.contrast(other, one, sharing: title.overlap(with: one)).map {
                    Separation(
                        one: members[one], other: members[other], words: words(of: $0), isFollowUp: $0.isNextStep)
                }
            }
        }

        /// The evidence for joining two documents, named by their numbers among the members.
        func evidence(_ one: Int, _ other: Int, _ similarity: Double) -> Evidence {
            let words = vectors.shared(one, other).prefix(TextSimilarity.wordsNamed).map { forms[Int($0)] }
            return .likeWords(Array(words), similarity: similarity)
        }
    }

    /// How many pairs that were kept apart are remembered.
    private static let mostSeparations = 10_000

    /// How many of the shared words an explanation names.
    private static let wordsNamed = 6
}

/// The parameters of the similarity of words.
///
/// They were found on labelled headlines of several kinds and lie in the middle of a plateau: a tenth more or less of
/// any of them changes little.
struct SimilarityWeights: Sendable, Hashable {
    /// The power of a word's rarity.
    var rarity = 0.8
    /// What a proper name weighs beside another word.
    var name = 1.3
    /// What a word of a summary weighs beside one of a title.
    var summary = 0.6
    /// The most words of a summary that are looked at.
    var summaryWords = 36
    /// The hours between two groups within which their distance says nothing.
    var sameTime = 4.0
    /// The hours beyond these in which similarity sinks to 1 ÷ e. What counts is the time between the last document of the
    /// one group and the first of the other, so that an event may unfold over days.
    var hours = 58.0
    /// The hours that are taken to lie between a document without a date and any other.
    var unknownHours = 6.0
    /// What is left of a similarity where one of the two has no summary to speak of: fewer words are sooner alike.
    var brief = 0.93
    /// What is left of the similarity of two titles that name others.
    var twins = 0.3
    /// The least average similarity of two groups that are one story.
    var threshold = 0.217

    /// What so many hours between two documents leave of their likeness, 0…1: nothing beyond the longest span of a story.
    func closeness(_ apart: Double) -> Double {
        guard apart <= Clustering.longestSpan else { return 0 }
        return apart <= sameTime ? 1 : exp((sameTime - apart) / hours)
    }

    /// The most hours that leave this part (0…1) of a likeness; negative where none is enough.
    func reach(leaving part: Double) -> Double {
        part > 1 ? -1 : sameTime - hours * log(part)
    }

    init() {}

    /// The weights of a policy; `nil` where words do not count.
    init?(_ policy: RankingPolicy.Clustering) {
        switch policy {
        case .strict: threshold = 0.29
        case .normal: break
        case .loose: threshold = 0.17
        case .off: return nil
        }
    }
}
