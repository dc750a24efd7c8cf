import NewsModel

/// Assigns further documents to groups that are complete, each to the one that it is most similar to on average.
struct ClusterAssignment {
    private let vectors: TermVectors
    private let threshold: Double
    private let areCompatible: ([Int], [Int]) -> Bool
    private let members: [Int]
    private let postings: InvertedIndex
    private var dense: DenseVector
    /// The members of each complete group, and by document the number of its group.
    private var groups: [[Int]] = []
    private var groupOf: [Int?]
    /// By the root of a group: its number, where it is complete.
    private var numbers: [Int: Int] = [:]
    private var sums: [Float]

    /// Assigns to the complete groups, those of `firsts`, the other ones of the compared documents. Their indices among
    /// all are the `members`, in order.
    init(
        _ vectors: TermVectors, at members: [Int], of firsts: [Int], threshold: Double, in merger: Merger,
        areCompatible: @escaping ([Int], [Int]) -> Bool
    ) {
        self.vectors = vectors
        self.threshold = threshold
        self.areCompatible = areCompatible
        self.members = members
        dense = DenseVector(vectors)
        sums = Array(repeating: 0, count: vectors.count)
        let isFirst = Set(firsts)
        groupOf = Array(repeating: nil, count: members.count)
        for document in members.indices where isFirst.contains(members[document]) {
            let root = merger.root(of: members[document])
            let number = numbers[root] ?? groups.count
            if number == groups.count { groups.append([]) }
            numbers[root] = number
            groups[number].append(document)
            groupOf[document] = number
        }
        postings = InvertedIndex(vectors) { [groupOf] in groupOf[$0] != nil }
    }

    mutating func join(in merger: inout Merger, evidence: (Int, Int, Double) -> Evidence) {
        for document in members.indices where groupOf[document] == nil {
            let root = merger.root(of: members[document])
            guard numbers[root] == nil, let match = match(for: document, in: merger),
                merger.join(
                    members[match.nearest], members[document],
                    by: evidence(match.nearest, document, match.average))
            else { continue }
            numbers[merger.root(of: members[document])] = match.group
        }
    }

    private struct Match {
        var group: Int
        var nearest: Int
        var average: Double
    }

    /// The group that a document is most alike, the first of several.
    private mutating func match(for document: Int, in merger: Merger) -> Match? {
        let likely = likely(for: document)
        guard !likely.isEmpty else { return nil }
        dense.load(document)
        var best: Match?
        for (number, nearest) in nearestGroups(likely) {
            let group = groups[number]
            var average = 0.0
            for member in group { average += dense.similarity(to: member) / Double(group.count) }
            guard average >= threshold, average > best?.average ?? 0,
                merger.fits(merger.root(of: members[group[0]]), merger.root(of: members[document])),
                areCompatible(group.map { members[$0] }, [members[document]])
            else { continue }
            best = Match(group: number, nearest: nearest, average: average)
        }
        return best
    }

    /// The documents in complete groups whose words alone are similar enough.
    private mutating func likely(for document: Int) -> [Int] {
        var met: [Int] = []
        for entry in vectors.entries[vectors.range(document)] {
            for posting in postings.of(entry.term).suffix(PairLimits.standard.postings) {
                let other = Int(posting.document)
                if sums[other] == 0 { met.append(other) }
                sums[other] += posting.weight * entry.weight
            }
        }
        defer { for other in met { sums[other] = 0 } }
        return met.filter { sums[$0] >= Float(threshold) - PairSearch.slack }.sorted()
    }

    /// The groups of the documents that are most alike, each with the nearest of these, the nearest first.
    private mutating func nearestGroups(_ likely: [Int]) -> [(group: Int, nearest: Int)] {
        let ranked = likely.map { (similarity: dense.similarity(to: $0), document: $0) }
            .sorted { ($1.similarity, $0.document) < ($0.similarity, $1.document) }
        var seen: Set<Int> = []
        var nearest: [(group: Int, nearest: Int)] = []
        for (_, document) in ranked {
            guard nearest.count < Self.mostGroups else { break }
            guard let group = groupOf[document], seen.insert(group).inserted else { continue }
            nearest.append((group, document))
        }
        return nearest
    }

    /// How many groups a document is compared with as a whole.
    private static let mostGroups = 16
}
