import NewsModel

/// Joins groups of documents, the most alike first, as long as they are alike enough on average over all pairs.
///
/// Documents are named by their numbers among those that are compared, groups by the least of them.
struct AverageLinkage {
    private let threshold: Double
    private let mayMeet: ([Int], [Int]) -> Bool
    private let places: [Int]
    /// Of the documents, by number.
    private let sources: [Int]
    private var dense: DenseVector
    /// By the root of a group: its members, as far as they are compared.
    private var groups: [[Int]] = []
    /// By the root of a group: the groups with which it reaches the threshold, and the sum of similarities over all
    /// pairs. What does not stand here is less alike, whether anybody worked it out or not.
    private var neighbours: [Neighbours]
    private var queue = PriorityQueue<Offer>()
    private(set) var budget: WorkBudget

    /// - Parameters:
    ///   - vectors: the documents that are compared.
    ///   - places: of these documents among all, in order.
    ///   - threshold: the least average similarity.
    ///   - budget: how many similarities may be worked out that the pairs do not give.
    ///   - mayMeet: whether documents may be in one group with others at all, by their places.
    init(
        _ vectors: TermVectors, at places: [Int], threshold: Double, budget: WorkBudget? = nil,
        mayMeet: @escaping ([Int], [Int]) -> Bool
    ) {
        self.threshold = threshold
        self.mayMeet = mayMeet
        self.places = places
        sources = vectors.sources
        self.budget = budget ?? WorkBudget(documents: vectors.count)
        dense = DenseVector(vectors)
        neighbours = Array(repeating: Neighbours(), count: vectors.count)
    }

    /// - Parameters:
    ///   - pairs: all that reach the threshold. Two groups can only reach it on average if a pair between them does.
    ///   - merger: holds the groups so far.
    ///   - evidence: what to note of two groups that were joined, given their nearest pair.
    mutating func join(
        _ pairs: [PairSearch.Pair], in merger: inout Merger, evidence: (Int, Int, Double) -> Evidence
    ) {
        let roots = gather(in: merger)
        reserve(for: pairs, roots)
        var measured: Set<CandidateCluster> = []
        queue = PriorityQueue(pairs.compactMap { connect($0, roots, in: merger, &measured) })
        while let offer = queue.popGreatest() {
            let (one, other) = (Int(offer.one), Int(offer.other))
            guard offer.isCurrent(groups), neighbours[one][other] != nil else { continue }
            guard mayJoin(one, other, in: merger), areAlikeWithoutAnySource(groups[one], groups[other]) else {
                disconnect(one, other)
                continue
            }
            let (first, second) = nearest(groups[one], groups[other])
            merger.join(places[first], places[second], by: evidence(first, second, offer.average))
            absorb(one, other)
        }
    }

    /// Puts the members of each group together; the root of each document's group.
    private mutating func gather(in merger: Merger) -> [Int] {
        groups = Array(repeating: [], count: places.count)
        var rootOf: [Int: Int] = [:]
        return places.indices.map { document in
            let group = merger.root(of: places[document])
            let isAlone = merger.count(of: group) == 1
            let root = isAlone ? document : rootOf[group, default: document]
            if !isAlone { rootOf[group] = root }
            groups[root].append(document)
            return root
        }
    }

    private mutating func reserve(for pairs: [PairSearch.Pair], _ roots: [Int]) {
        var counts = [Int](repeating: 0, count: neighbours.count)
        for pair in pairs {
            counts[roots[pair.one]] += 1
            counts[roots[pair.other]] += 1
        }
        for (root, count) in counts.enumerated() where count > 0 { neighbours[root].reserveCapacity(count) }
    }

    /// Two groups, by their roots.
    private struct CandidateCluster: Hashable {
        var one: Int
        var other: Int
    }

    /// Remembers two groups that reach the threshold; returns the offer to join them.
    ///
    /// Of two groups that were joined before, such as large ones that were told last night, many pairs may be near: their
    /// average is worked out for the first of them.
    private mutating func connect(
        _ pair: PairSearch.Pair, _ roots: [Int], in merger: Merger, _ measured: inout Set<CandidateCluster>
    ) -> Offer? {
        let (one, other) = (min(roots[pair.one], roots[pair.other]), max(roots[pair.one], roots[pair.other]))
        guard one != other else { return nil }
        var sum = pair.similarity
        if groups[one].count > 1 || groups[other].count > 1 {
            guard measured.insert(CandidateCluster(one: one, other: other)).inserted, mayJoin(one, other, in: merger),
                let all = self.sum(groups[one], groups[other])
            else { return nil }
            sum = all
        }
        let offer = Offer(one, other, sum: sum, in: groups)
        guard offer.average >= threshold else { return nil }
        neighbours[one][other] = sum
        neighbours[other][one] = sum
        return offer
    }

    private func mayJoin(_ one: Int, _ other: Int, in merger: Merger) -> Bool {
        let (mine, theirs) = (groups[one].map { places[$0] }, groups[other].map { places[$0] })
        guard let first = mine.first, let second = theirs.first else { return false }
        return merger.fits(merger.root(of: first), merger.root(of: second)) && mayMeet(mine, theirs)
    }

    /// Whether what is left of both groups is still alike where any one source has said nothing: no source may weld
    /// stories that have nothing in common but what it says of them.
    private mutating func areAlikeWithoutAnySource(_ ones: [Int], _ others: [Int]) -> Bool {
        guard ones.count > 1 || others.count > 1 else { return true }
        guard budget.allows(ones.count * others.count) else { return false }
        var all = 0.0
        var ofSource: [Int: (sum: Double, pairs: Int)] = [:]
        for one in ones {
            dense.load(one)
            for other in others {
                let similarity = dense.similarity(to: other)
                all += similarity
                for source in Set([sources[one], sources[other]]) {
                    ofSource[source, default: (0, 0)].sum += similarity
                    ofSource[source, default: (0, 0)].pairs += 1
                }
            }
        }
        return ofSource.values.allSatisfy { share in
            let pairs = ones.count * others.count - share.pairs
            return pairs == 0 || all - share.sum >= Self.leastWithout * threshold * Double(pairs)
        }
    }

    /// The part of the threshold that must be left without any one source.
    private static let leastWithout = 0.8

    private mutating func disconnect(_ one: Int, _ other: Int) {
        neighbours[one][other] = nil
        neighbours[other][one] = nil
    }

    /// Gives the members and the neighbours of the group that is gone to the one that is left.
    ///
    /// A group that neither of the two is near cannot be near both together, since an average lies between its parts.
    private mutating func absorb(_ root: Int, _ gone: Int) {
        disconnect(root, gone)
        let near = neighbours[root].groups(and: neighbours[gone])
        let ofRoot = sums(of: groups[root], with: near) { $0.mine }
        let ofGone = sums(of: groups[gone], with: near) { $0.theirs }
        groups[root] += groups[gone]
        groups[gone] = []
        neighbours[root] = Neighbours()
        neighbours[gone] = Neighbours()
        neighbours[root].reserveCapacity(min(near.count, Self.mostNeighbours))
        let sums = zip(ofRoot, ofGone).map { $0 + $1 }
        let offers = near.indices.map { Offer(root, near[$0].group, sum: sums[$0], in: groups) }
        let isNear = nearest(of: offers)
        for (place, other) in near.lazy.map(\.group).enumerated() {
            neighbours[other].join(root, gone, sum: isNear(offers[place]) ? sums[place] : nil)
            guard isNear(offers[place]) else { continue }
            neighbours[root][other] = sums[place]
            queue.insert(offers[place])
        }
    }

    /// Whether an offer reaches the threshold, and is among the best of those that do.
    private func nearest(of offers: [Offer]) -> (Offer) -> Bool {
        let near = offers.filter { $0.average >= threshold }
        guard near.count > Self.mostNeighbours else { return { [threshold] in $0.average >= threshold } }
        let last = near.sorted(by: >)[Self.mostNeighbours - 1]
        return { $0 >= last }
    }

    /// The most groups that a grown one stays near: what is like hundreds of others is joined with the nearest of them.
    private static let mostNeighbours = 96

    /// The sums of one of the two groups with all that are near, worked out where they are not known.
    private mutating func sums(
        of members: [Int], with near: [Neighbours.Shared], known: (Neighbours.Shared) -> Double?
    ) -> [Double] {
        var sums = near.map { known($0) ?? 0 }
        let missing = near.indices.filter { known(near[$0]) == nil }
        let others = missing.map { groups[near[$0].group] }
        // What is not worked out counts as nothing alike, so that groups stay apart rather than are joined.
        guard !missing.isEmpty, budget.allows(members.count * others.reduce(0) { $0 + $1.count }) else { return sums }
        for member in members {
            dense.load(member)
            for (place, others) in zip(missing, others) {
                for other in others { sums[place] += dense.similarity(to: other) }
            }
        }
        return sums
    }

    private mutating func sum(_ ones: [Int], _ others: [Int]) -> Double? {
        guard budget.allows(ones.count * others.count) else { return nil }
        var sum = 0.0
        for one in ones {
            dense.load(one)
            for other in others { sum += dense.similarity(to: other) }
        }
        return sum
    }

    private mutating func nearest(_ ones: [Int], _ others: [Int]) -> (Int, Int) {
        guard ones.count > 1 || others.count > 1, budget.allows(ones.count * others.count) else {
            return (ones[0], others[0])
        }
        var best = (pair: (ones[0], others[0]), similarity: -1.0)
        for one in ones {
            dense.load(one)
            for other in others {
                let similarity = dense.similarity(to: other)
                if similarity > best.similarity { best = ((one, other), similarity) }
            }
        }
        return best.pair
    }
}

/// Two groups that could be joined, by their roots.
private struct Offer: Comparable {
    let average: Double
    let one: Int32
    let other: Int32
    private let members: Int32

    /// - Parameters:
    ///   - one: the root of a group.
    ///   - other: the root of another.
    ///   - sum: of the similarities over all pairs of members.
    ///   - groups: the members of each, by its root.
    init(_ one: Int, _ other: Int, sum: Double, in groups: [[Int]]) {
        let (ones, others) = (groups[one].count, groups[other].count)
        self.one = Int32(min(one, other))
        self.other = Int32(max(one, other))
        average = sum / Double(ones * others)
        members = Int32(ones + others)
    }

    /// Whether neither group has grown since the offer was made, if both are there still.
    func isCurrent(_ groups: [[Int]]) -> Bool {
        members == Int32(groups[Int(one)].count + groups[Int(other)].count)
    }

    static func < (one: Offer, other: Offer) -> Bool {
        one.average != other.average
            ? one.average < other.average : (other.one, other.other) < (one.one, one.other)
    }
}
