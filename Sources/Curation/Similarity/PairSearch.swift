import Foundation
import Parallelism

/// Candidate pair generation: finds all pairs of documents that are similar enough, through an inverted index.
///
/// A document asks the index for its rarest terms first. Vectors have length 1, so what the terms that are left could
/// add to any cosine is bounded by their length, and the further away in time a document is, the higher a cosine it
/// needs: for its common terms, whose postings are long, a document only looks at its near past.
struct PairSearch {
    /// Two documents, the earlier first, and their similarity.
    struct Pair: Sendable {
        private let numbers: (Int32, Int32)
        let similarity: Double

        init(one: Int, other: Int, similarity: Double) {
            numbers = (Int32(one), Int32(other))
            self.similarity = similarity
        }

        var one: Int { Int(numbers.0) }
        var other: Int { Int(numbers.1) }
    }

    let vectors: TermVectors
    let postings: InvertedIndex
    let common: ResidualNorms
    let threshold: Float
    let limits: PairLimits
    /// The least cosine of two documents so many whole hours apart, as far as two can be alike at all.
    let needed: [Float]

    init(_ vectors: TermVectors, threshold: Double, limits: PairLimits = .standard) {
        self.vectors = vectors
        self.limits = limits
        self.threshold = Float(threshold)
        postings = InvertedIndex(vectors)
        common = ResidualNorms(vectors)
        let needed = (0..<TermVectors.hoursCompared).map { hours in
            threshold / vectors.weights.closeness(max(0, Double(hours) - vectors.mostHoursNearer))
        }
        self.needed = needed.prefix { $0 <= 1 + Double(Self.slack) }.map { Float($0) }
    }

    /// Every pair whose similarity reaches the threshold: exactly those, though not every pair is looked at.
    ///
    /// Where a document is like more others than the limits let through, the nearest of each source are found: more would
    /// make no other groups, but cost the square of the documents.
    func pairs() -> [Pair] { found().pairs }

    /// The pairs, and those that would be some if nothing kept their titles apart.
    func found() -> (pairs: [Pair], separated: [(Int, Int)]) {
        let pieces = Parallel.pieces(of: vectors.count, size: Self.pieceSize) { documents in
            var query = PairQuery(self)
            let pairs = documents.flatMap { query.pairs(of: $0) }
            return (pairs: pairs, separated: query.separated)
        }
        return (pieces.flatMap(\.pairs), pieces.flatMap(\.separated))
    }

    private static let pieceSize = 256

    /// Rounding must not pass over a pair that stands on the threshold.
    static let slack: Float = 1e-4

    /// Which part of what is needed may be left to terms that are not asked for. With less of it postings are followed
    /// further, with more of it more pairs must be measured in full.
    private static let leftToOthers: Float = 0.95

    /// The most hours over which terms of this length can still make two documents alike; negative for no time at all.
    func reach(ofLength length: Float) -> Double {
        vectors.weights.reach(leaving: Double(threshold * Self.leftToOthers / length)) + vectors.mostHoursNearer
    }
}
