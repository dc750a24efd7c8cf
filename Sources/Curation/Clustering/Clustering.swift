package import NewsModel
import Parallelism

/// Finds the tellings that are one story.
package enum Clustering {
    /// The longest time, in hours, between the first and the last telling of one story.
    package static let longestSpan = 72.0

    /// Tellings that are the same story.
    package struct Group: Sendable, Hashable {
        /// Positions in the input, the lead first.
        package var members: [Int]
        /// What holds the members together.
        package var bonds: [Bond]
    }

    /// Groups the tellings.
    ///
    /// Identity comes first: the same address, then the same title within ``longestSpan``, then a link to the same
    /// article. Then likeness in words, as far as `policy` allows. With `off` only the same address counts.
    ///
    /// - Parameters:
    ///   - tellings: in any order.
    ///   - policy: how alike stories must be.
    ///   - together: positions of tellings that were told as one story before and stay so.
    /// - Returns: the groups, each telling in exactly one: the same ones for every order of the input.
    package static func groups(
        of tellings: [Telling], policy: RankingPolicy.Clustering, together: [[Int]] = []
    ) -> [Group] {
        grouping(of: tellings, policy: policy, together: together).groups
    }

    /// The groups of some tellings, and what was not looked at to find them.
    package struct Grouping: Sendable {
        package var groups: [Group]
        /// How many tellings each source has that tells too much to be compared with all others in words.
        package var crowded: [String: Int]
    }

    /// The same, with what a reader of the report should know of how they were found.
    package static func grouping(
        of tellings: [Telling], policy: RankingPolicy.Clustering, together: [[Int]] = []
    ) -> Grouping {
        let order = order(of: tellings)
        // Most come in their order, and copies of thousands take time.
        let sorted = order.elementsEqual(tellings.indices) ? tellings : order.map { tellings[$0] }
        var place = [Int](repeating: 0, count: tellings.count)
        for (new, old) in order.enumerated() { place[old] = new }
        var merger = Merger(hours: sorted.map(\.hours))
        for group in together { merger.join(group.map { place[$0] }.sorted(), by: .toldTogether) }
        let search = ClusterSearch(sorted, weights: LikenessWeights(policy))
        search.join(in: &merger)
        let groups = merger.groups()
        return Grouping(
            groups: Parallel.map(groups.count, inPiecesOf: Parallel.pieceSize) { place in
                let members = LeadChoice.order(groups[place].members, of: sorted).map { order[$0] }
                let bonds = groups[place].bonds.map {
                    Bond(one: order[$0.one], other: order[$0.other], evidence: $0.evidence)
                }
                return Group(members: members, bonds: bonds)
            }, crowded: search.compared.crowded)
    }

    private static func order(of tellings: [Telling]) -> [Int] {
        let hours = tellings.map { $0.hours ?? .infinity }
        return tellings.indices.sorted {
            hours[$0] != hours[$1] ? hours[$0] < hours[$1] : Telling.precedes(tellings[$0], tellings[$1])
        }
    }
}
