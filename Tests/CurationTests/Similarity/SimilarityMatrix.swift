import Foundation

@testable import Curation

/// Similarities of documents made by hand: each pair has a term of its own, so that their product is as given.
struct SimilarityMatrix {
    var count: Int
    var similarities: [[Int]: Double] = [:]
    /// By document; all of sources of their own unless given.
    var sources: [Int]?

    /// - Parameters:
    ///   - count: of documents.
    ///   - pairs: two documents, the lesser first, and their similarity. The others have none.
    ///   - sources: by document; sources of their own unless given.
    init(_ count: Int, _ pairs: [(Int, Int, Double)], sources: [Int]? = nil) {
        self.count = count
        self.sources = sources
        for (one, other, similarity) in pairs { similarities[[one, other]] = similarity }
    }

    var vectors: TermVectors {
        let pairs = similarities.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        var vectors = [[TermVectors.Entry]](repeating: [], count: count)
        for (term, pair) in pairs.enumerated() {
            let weight = Float((similarities[pair] ?? 0).squareRoot())
            for document in pair { vectors[document].append(.init(term: Int32(term), weight: weight)) }
        }
        return TermVectors(
            vectors, frequency: Array(repeating: 2, count: pairs.count),
            isName: Array(repeating: false, count: pairs.count), showsNames: Array(repeating: false, count: count),
            hours: Array(repeating: 0, count: count), sources: sources ?? Array(0..<count), weights: SimilarityWeights()
        )
    }

    /// Those that reach a threshold.
    func pairs(_ threshold: Double) -> [PairSearch.Pair] {
        similarities.filter { $0.value >= threshold }.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }
            .map { PairSearch.Pair(one: $0.key[0], other: $0.key[1], similarity: $0.value) }
    }
}
