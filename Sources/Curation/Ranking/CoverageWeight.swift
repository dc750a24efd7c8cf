import Foundation
import NewsModel

/// How much the publishers that tell a story weigh together.
///
/// The sum counts each independent publisher (``IndependentPublishers``) with the weight of its weightiest source. The
/// factor is the binary logarithm of one more than the sum: one paper of weight 1 gives 1, three give 2, seven give 3,
/// and one paper of weight 3 counts as much as three of weight 1.
struct CoverageWeight {
    private let publishers: [IndependentPublishers.Publisher]

    init(_ members: [Candidate]) {
        publishers = IndependentPublishers.of(members)
    }

    var total: Double { publishers.reduce(0) { $0 + $1.weight } }

    /// Two factors whose product is the weight of the coverage: what the weightiest paper gives alone, and what the
    /// others add.
    var factors: [ScoreFactor] {
        let best = publishers.first?.weight ?? 0
        let alone = log2(1 + best)
        return [
            ScoreFactor(name: "weight", value: alone) {
                "the highest weight among its sources is \(Figures.plain(best))"
            },
            ScoreFactor(name: "coverage", value: alone > 0 ? log2(1 + total) / alone : 1) { coverage },
        ]
    }

    private var coverage: String {
        let names = publishers.prefix(Self.namesShown).map(\.name).joined(separator: ", ")
        let more = publishers.count > Self.namesShown ? " and \(publishers.count - Self.namesShown) more" : ""
        let papers =
            publishers.count == 1 ? "1 publisher" : "\(publishers.count) publishers, together \(Figures.plain(total))"
        return "\(papers): \(names)\(more)"
    }

    private static let namesShown = 6
}
