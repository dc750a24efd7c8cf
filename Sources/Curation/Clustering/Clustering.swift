package import NewsModel

/// Finds the documents that are one story.
package enum Clustering {
    /// The longest time, in hours, between the first and the last document of one story.
    static let longestSpan = 72.0

    package struct Result: Sendable {
        /// Each document in exactly one.
        package var clusters: [CandidateCluster]
        /// How often each source gave evidence that would have moved stories of others, and was not believed.
        var attempts: [SourceID: Int]
        /// How many documents each source has that has too many to be compared with all others in words.
        var crowded: [SourceID: Int]
    }

    /// Clusters documents, the same way for every order of them.
    ///
    /// Identity comes first: the same address, then the same title within ``longestSpan``, then a link to the same
    /// article. Then similarity of words, as far as `policy` allows. With `off` only the same address counts. What a
    /// source gives as evidence moves its own documents: groups that hold documents of others are joined only where
    /// those have something in common without it (``EvidenceClustering``). Stories that were published `together` as
    /// one cluster before stay so. Texts in the `language` of the site (a BCP 47 tag) lead before others.
    package static func result(
        of documents: [Document], policy: RankingPolicy.Clustering, together: [[StoryID]] = [], language: String? = nil
    ) -> Result {
        let sorted = documents.sorted(by: Document.precedes)
        var clustering = EvidenceClustering(sorted, language: language.flatMap { Language(tag: $0) })
        clustering.join(published: indices(of: together, in: sorted))
        if let weights = SimilarityWeights(policy) { clustering.join(by: weights) }
        return clustering.result()
    }

    private static func indices(of groups: [[StoryID]], in documents: [Document]) -> [[Int]] {
        guard !groups.isEmpty else { return [] }
        let indices = Dictionary(
            documents.enumerated().map { ($1.story.id, $0) }, uniquingKeysWith: { first, _ in first })
        return groups.map { $0.compactMap { indices[$0] } }.filter { $0.count > 1 }
    }
}

/// The hours between the first and the last of some documents; empty while none of them is dated.
struct HourRange: Sendable, Hashable {
    private var first: Double
    private var last: Double

    /// The hours of one document; `nil` where unknown.
    init(_ hours: Double?) {
        first = hours ?? .infinity
        last = hours ?? -.infinity
    }

    /// Whether no more time lies between them than between documents of one story.
    var isShort: Bool { last - first <= Clustering.longestSpan }

    func joined(_ other: HourRange) -> HourRange {
        var range = self
        range.first = min(first, other.first)
        range.last = max(last, other.last)
        return range
    }
}
