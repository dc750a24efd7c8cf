import Foundation
import NewsModel

/// How much the papers that tell a story weigh together.
///
/// Each publisher counts once, with the weight of its weightiest source. The prominence is the binary logarithm of one
/// more than the sum: one paper of weight 1 gives 1, three give 2, seven give 3, and one paper of weight 3 counts as
/// much as three of weight 1.
struct Prominence {
    private let weights: [(publisher: String, weight: Double)]

    init(_ members: [Candidate]) {
        guard members.count > 1 else {
            weights = members.map { ($0.publisher, max(0, $0.traits.weight)) }
            return
        }
        let byPublisher = Dictionary(grouping: members, by: \.publisher).mapValues { members in
            members.map { max(0, $0.traits.weight) }.max() ?? 0
        }
        weights = byPublisher.map { ($0.key, $0.value) }.sorted {
            ($1.weight, $0.publisher) < ($0.weight, $1.publisher)
        }
    }

    var total: Double { weights.reduce(0) { $0 + $1.weight } }

    /// Two factors whose product is the prominence: what the weightiest paper gives alone, and what the others add.
    var influences: [Influence] {
        let best = weights.first?.weight ?? 0
        let alone = log2(1 + best)
        return [
            Influence(name: "weight", value: alone) {
                "the highest weight among its sources is \(Figures.plain(best))"
            },
            Influence(name: "coverage", value: alone > 0 ? log2(1 + total) / alone : 1) { coverage },
        ]
    }

    private var coverage: String {
        let names = weights.prefix(Self.namesShown).map(\.publisher).joined(separator: ", ")
        let more = weights.count > Self.namesShown ? " and \(weights.count - Self.namesShown) more" : ""
        let papers =
            weights.count == 1 ? "1 publisher" : "\(weights.count) publishers, together \(Figures.plain(total))"
        return "\(papers): \(names)\(more)"
    }

    private static let namesShown = 6
}
