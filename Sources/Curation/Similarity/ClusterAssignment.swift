import NewsModel

/// Joins documents to groups that stand already, each to the one that it is most alike on average.
struct ClusterAssignment {
    private let vectors: TermVectors
    private let threshold: Double
    private let mayMeet: ([Int], [Int]) -> Bool
    private let places: [Int]
    private let postings: InvertedIndex
    private var dense: DenseVector
    /// The members of each group that stands, and by document the number of its group.
    private var groups: [[Int]] = []
    private var groupOf: [Int?]
    /// By the root of a group: the number of the one that stands.
    private var standing: [Int: Int] = [:]
    private var sums: [Float]

    /// - Parameters:
    ///   - vectors: what is compared.
    ///   - places: of these documents among all, in order.
    ///   - firsts: the places of those whose groups stand.
    ///   - threshold: the least average similarity.
    ///   - merger: holds the groups so far.
    ///   - mayMeet: whether documents may be in one group with others at all, by their places.
    init(
        _ vectors: TermVectors, at places: [Int], of firsts: [Int], threshold: Double, in merger: Merger,
        mayMeet: @escaping ([Int], [Int]) -> Bool
    ) {
        self.vectors = vectors
        self.threshold = threshold
        self.mayMeet = mayMeet
        self.places = places
        dense = DenseVector(vectors)
        sums = Array(repeating: 0, count: vectors.count)
        let isFirst = Set(firsts)
        groupOf = Array(repeating: nil, count: places.count)
        for document in places.indices where isFirst.contains(places[document]) {
            let root = merger.root(of: places[document])
            let number = standing[root] ?? groups.count
            if number == groups.count { groups.append([]) }
            standing[root] = number
            groups[number].append(document)
            groupOf[document] = number
        }
        postings = InvertedIndex(vectors) { [groupOf] in groupOf[$0] != nil }
    }

    mutating func join(in merger: inout Merger, evidence: (Int, Int, Double) -> Evidence) {
        for document in places.indices where groupOf[document] == nil {
            let root = merger.root(of: places[document])
            guard standing[root] == nil, let match = match(for: document, in: merger),
                merger.join(
                    places[match.nearest], places[document],
                    by: evidence(match.nearest, document, match.average))
            else { continue }
            standing[merger.root(of: places[document])] = match.group
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
        for (number, members) in nearestGroups(likely) {
            let group = groups[number]
            let average = group.reduce(0) { $0 + dense.similarity(to: $1) } / Double(group.count)
            guard average >= threshold, average > best?.average ?? 0,
                merger.fits(merger.root(of: places[group[0]]), merger.root(of: places[document])),
                mayMeet(group.map { places[$0] }, [places[document]])
            else { continue }
            best = Match(group: number, nearest: members, average: average)
        }
        return best
    }

    /// The documents in groups that stand whose words alone are alike enough.
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
    private func nearestGroups(_ likely: [Int]) -> [(group: Int, nearest: Int)] {
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
