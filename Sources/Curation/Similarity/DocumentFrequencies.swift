/// Counts in how many groups of documents each term stands.
enum DocumentFrequencies {
    /// The most groups of one source that make a term common, so that none makes the rare words of others so.
    static let mostOfSource = 16

    /// - Parameters:
    ///   - forwardIndex: the terms of the documents.
    ///   - groups: the group of each document.
    ///   - sources: the source of each, by number.
    /// - Returns: the count of each term, and how many groups there are.
    static func of(_ forwardIndex: ForwardIndex, groups: [Int], sources: [Int]) -> (frequencies: [Int32], groups: Int) {
        var counts = [Int32](repeating: 0, count: forwardIndex.count)
        var lastGroup = [Int](repeating: -1, count: forwardIndex.count)
        var tallies = [Tally](repeating: Tally(), count: forwardIndex.count)
        var (groupCount, previous) = (0, -1)
        for (source, group, place) in inOrder(groups, sources) {
            if group != previous { groupCount += 1 }
            previous = group
            for terms in [forwardIndex.termLists[place].title, forwardIndex.termLists[place].summary] {
                for term in terms.lazy.map(Int.init) where lastGroup[term] != group {
                    lastGroup[term] = group
                    if tallies[term].admits(source) { counts[term] += 1 }
                }
            }
        }
        return (counts, groupCount)
    }

    /// How often a term was counted of the source that it was met in last.
    private struct Tally {
        var source: Int32 = -1
        var count: Int32 = 0

        mutating func admits(_ other: Int) -> Bool {
            if source != Int32(other) { (source, count) = (Int32(other), 0) }
            count += 1
            return count <= mostOfSource
        }
    }

    /// The documents by the source of the first one of their group, then by group.
    private static func inOrder(_ groups: [Int], _ sources: [Int]) -> [(source: Int, group: Int, place: Int)] {
        var owners: [Int: Int] = [:]
        owners.reserveCapacity(groups.count)
        return groups.indices.map { place in
            let owner = owners[groups[place]] ?? sources[place]
            owners[groups[place]] = owner
            return (owner, groups[place], place)
        }.sorted { $0 < $1 }
    }
}
