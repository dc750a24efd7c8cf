package import NewsModel
import OrderedCollections
import Parallelism

/// Finds the documents that are one story.
package enum Clustering {
    /// The longest time, in hours, between the first and the last document of one story.
    package static let longestSpan = 72.0

    /// Documents that are the same story.
    package struct Group: Sendable, Hashable {
        /// Positions in the input, the lead first.
        package var members: [Int]
        /// What holds the members together.
        package var bonds: [Bond]
        /// Those of the members that stand under an address of another one's, who tells it, or only link to another:
        /// none of them leads.
        package var coverage: Set<Int> = []
        /// Those of them whose titles have nothing in common with what stands at that address.
        package var strangers: Set<Int> = []
    }

    /// All groups, what was not believed, and what was not looked at.
    package struct Result: Sendable {
        /// Each document in exactly one.
        package var groups: [Group]
        /// How often each source gave evidence that would have moved stories of others, by its name.
        package var attempts: [String: Int]
        /// How many documents each source has that tells too much to be compared with all others in words.
        package var crowded: [String: Int]
    }

    /// Groups the documents.
    ///
    /// Identity comes first: the same address, then the same title within ``longestSpan``, then a link to the same
    /// article. Then likeness in words, as far as `policy` allows. With `off` only the same address counts. What a
    /// source gives as evidence moves its own documents: groups that hold documents of others are joined only where those
    /// have something in common without it (``EvidenceClustering``).
    ///
    /// - Parameters:
    ///   - documents: in any order.
    ///   - policy: how alike stories must be.
    ///   - together: positions of documents that were told as one story before and stay so.
    /// - Returns: the groups, each document in exactly one: the same ones for every order of the input.
    package static func groups(
        of documents: [Document], policy: RankingPolicy.Clustering, together: [[Int]] = []
    ) -> [Group] {
        result(of: documents, policy: policy, together: together).groups
    }

    /// The same, with what a person should know of how they were found.
    package static func result(
        of documents: [Document], policy: RankingPolicy.Clustering, together: [[Int]] = []
    ) -> Result {
        let order = order(of: documents)
        // Most come in their order, and copies of thousands take time.
        let sorted = order.elementsEqual(documents.indices) ? documents : order.map { documents[$0] }
        var place = [Int](repeating: 0, count: documents.count)
        for (new, old) in order.enumerated() { place[old] = new }
        var grouping = EvidenceClustering(sorted)
        grouping.join(told: together.map { $0.map { place[$0] } })
        if let weights = SimilarityWeights(policy) { grouping.join(by: weights) }
        return grouping.result(order)
    }

    private static func order(of documents: [Document]) -> [Int] {
        let hours = documents.map { $0.hours ?? .infinity }
        return documents.indices.sorted {
            hours[$0] != hours[$1] ? hours[$0] < hours[$1] : Document.precedes(documents[$0], documents[$1])
        }
    }
}
