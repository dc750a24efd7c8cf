import Foundation

/// The words that a story is about, weighed, to tell how near two stories' topics are.
struct TopicVector: Sendable {
    private let weights: [String: Double]
    private let length: Double

    /// - Parameters:
    ///   - words: of a title, folded.
    ///   - rarity: of a word among all titles; what stands in every second one counts for nothing.
    init(_ words: [String], rarity: (String) -> Double) {
        var weights: [String: Double] = [:]
        for word in words { weights[word] = rarity(word) }
        self.weights = weights
        length = weights.keys.sorted().reduce(0) { $0 + (weights[$1] ?? 0) * (weights[$1] ?? 0) }.squareRoot()
    }

    /// The cosine of the two, 0…1.
    func similarity(to other: TopicVector) -> Double {
        guard length > 0, other.length > 0 else { return 0 }
        let (small, large) = weights.count <= other.weights.count ? (self, other) : (other, self)
        let products = small.weights.compactMap { word, weight in large.weights[word].map { $0 * weight } }
        // Sorted, so that the sum does not depend on the order of a dictionary.
        return products.sorted().reduce(0, +) / (length * other.length)
    }
}
