import HeapModule
import NewsModel

/// Agglomerative clustering with average linkage: joins the two most similar groups of documents as long as their average
/// similarity over all pairs reaches a threshold.
///
/// Documents are named by their numbers among those that are compared, groups by the least of them, their root.
struct AverageLinkage {
    private let threshold: Double
    private let areCompatible: ([Int], [Int]) -> Bool
    /// By the number of a compared document: its index among all.
    private let members: [Int]
    private let vectors: TermVectors
    private var dense: DenseVector
    /// By the root of a group: the hours between which its members lie.
    private var hours: [HourGap.Range]
    /// By the root of a group: its members, as far as they are compared.
    private var groups: [[Int]] = []
    /// By the root of a group: the groups with which it reaches the threshold. What does not stand here is less similar,
    /// computed or not.
    private var neighbours: [Neighbours]
    /// By the root of a group: its merge with the nearest of its neighbours, which stands in the queue.
    private var best: [CandidateMerge?]
    /// What was the best of a group once may still stand here.
    private var queue = Heap<CandidateMerge>()
    private var shares: SourceShares
    private(set) var budget: WorkBudget

    /// Links compared documents, whose indices among all are the `members`, in order. The `budget` says how many
    /// similarities may be computed that the pairs do not give.
    init(
        _ vectors: TermVectors, at members: [Int], threshold: Double, budget: WorkBudget? = nil,
        areCompatible: @escaping ([Int], [Int]) -> Bool
    ) {
        self.threshold = threshold
        self.areCompatible = areCompatible
        self.members = members
        self.budget = budget ?? WorkBudget(documents: vectors.count)
        self.vectors = vectors
        dense = DenseVector(vectors)
        shares = SourceShares(of: vectors.sources)
        hours = (0..<vectors.count).map { vectors.time(of: $0) }
        neighbours = Array(repeating: Neighbours(), count: vectors.count)
        best = Array(repeating: nil, count: vectors.count)
    }

    /// Joins by all `pairs` that reach the threshold: two groups can only reach it on average if a pair between them
    /// does. `evidence` is what to note of two groups that were joined, given their nearest pair.
    mutating func join(
        _ pairs: [PairSearch.Pair], in merger: inout Merger, evidence: (Int, Int, Double) -> Evidence
    ) {
        let roots = gather(in: merger)
        reserve(for: pairs, roots)
        var measured: Set<GroupPair> = []
        for pair in pairs { connect(pair, roots, in: merger, &measured) }
        queue = Heap(neighbours.indices.compactMap { chooseBest(of: $0) })
        while let merge = queue.popMax() {
            guard best[merge.owner] == merge else { continue }
            let (one, other) = (merge.one, merge.greater)
            guard mayJoin(one, other, in: merger), let (first, second) = nearestOfAlike(one, other) else {
                disconnect(one, other)
                continue
            }
            merger.join(members[first], members[second], by: evidence(first, second, merge.average))
            absorb(one, other)
        }
    }

    /// Finds the best merge of a group anew.
    @discardableResult
    private mutating func chooseBest(of group: Int) -> CandidateMerge? {
        best[group] = neighbours[group].nearest.map { CandidateMerge(of: group, with: $0.group, average: $0.average) }
        return best[group]
    }

    /// Finds the best merge of a group anew, and queues it.
    private mutating func queueBest(of group: Int) {
        if let merge = chooseBest(of: group) { queue.insert(merge) }
    }

    /// Puts the members of each group together; the root of each document's group.
    private mutating func gather(in merger: Merger) -> [Int] {
        groups = Array(repeating: [], count: members.count)
        var rootOf: [Int: Int] = [:]
        return members.indices.map { document in
            let group = merger.root(of: members[document])
            let isAlone = merger.count(of: group) == 1
            let root = isAlone ? document : rootOf[group, default: document]
            if !isAlone { rootOf[group] = root }
            groups[root].append(document)
            if root != document { hours[root].take(hours[document]) }
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
    private struct GroupPair: Hashable {
        var one: Int
        var other: Int
    }

    /// Notes two groups as neighbours if they reach the threshold.
    ///
    /// Of two groups that were joined before, such as large ones of an earlier edition, many pairs may be near: their
    /// average is computed for the first of them.
    private mutating func connect(
        _ pair: PairSearch.Pair, _ roots: [Int], in merger: Merger, _ measured: inout Set<GroupPair>
    ) {
        let (one, other) = (min(roots[pair.one], roots[pair.other]), max(roots[pair.one], roots[pair.other]))
        guard one != other else { return }
        let closeness = vectors.closeness(pair.one, pair.other)
        var sum = closeness > 0 ? pair.similarity / closeness : 0
        if groups[one].count > 1 || groups[other].count > 1 {
            guard measured.insert(GroupPair(one: one, other: other)).inserted, mayJoin(one, other, in: merger),
                let all = self.sum(groups[one], groups[other])
            else { return }
            sum = all
        }
        let nearness = nearness(one, other, sum: sum)
        guard nearness.average >= threshold else { return }
        neighbours[one][other] = nearness
        neighbours[other][one] = nearness
    }

    /// How near two groups are, given the sum of the likenesses over all pairs of members.
    private func nearness(_ one: Int, _ other: Int, sum: Double) -> Neighbours.Nearness {
        let pairs = Double(groups[one].count * groups[other].count)
        return Neighbours.Nearness(sum: sum, average: sum * closeness(one, other) / pairs)
    }

    private func mayJoin(_ one: Int, _ other: Int, in merger: Merger) -> Bool {
        let (mine, theirs) = (groups[one].map { members[$0] }, groups[other].map { members[$0] })
        guard let first = mine.first, let second = theirs.first else { return false }
        return merger.fits(merger.root(of: first), merger.root(of: second)) && areCompatible(mine, theirs)
    }

    /// The nearest pair of two groups; `nil` where they are no longer similar when the documents of any one source are left
    /// out: no source may join stories that have nothing in common but its own documents.
    private mutating func nearestOfAlike(_ one: Int, _ other: Int) -> (Int, Int)? {
        let (ones, others) = (groups[one], groups[other])
        let least = Self.leastWithout * threshold / closeness(one, other)
        guard ones.count > 1 || others.count > 1 else { return (ones[0], others[0]) }
        guard budget.allows(ones.count * others.count) else { return nil }
        var (all, nearest, greatest) = (0.0, (ones[0], others[0]), -1.0)
        shares.reset()
        for one in ones {
            dense.load(one)
            for other in others {
                let similarity = dense.likeness(to: other)
                all += similarity
                shares.add(similarity, of: vectors.sources[one], vectors.sources[other])
                if similarity > greatest { (nearest, greatest) = ((one, other), similarity) }
            }
        }
        let areAlike = shares.allSatisfy { sum, count in
            let pairs = ones.count * others.count - count
            return pairs == 0 || all - sum >= least * Double(pairs)
        }
        return areAlike ? nearest : nil
    }

    /// What the time between the last member of the one group and the first of the other leaves of their likeness: tellings
    /// of an unfolding event follow each other for days, each soon after another.
    private func closeness(_ one: Int, _ other: Int) -> Double {
        hours[one].gap(to: hours[other]).map(vectors.weights.closeness) ?? vectors.closenessIfUnknown
    }

    /// The part of the threshold that must be reached without any one source.
    private static let leastWithout = 0.8

    private mutating func disconnect(_ one: Int, _ other: Int) {
        for (group, neighbour) in [(one, other), (other, one)] {
            neighbours[group][neighbour] = nil
            if best[group]?.neighbour == neighbour { queueBest(of: group) }
        }
    }

    /// Moves the members and the neighbours of the group that is gone to the one that is left.
    ///
    /// A group that neither of the two is near cannot be near both together, since an average lies between its parts.
    private mutating func absorb(_ root: Int, _ gone: Int) {
        (neighbours[root][gone], neighbours[gone][root]) = (nil, nil)
        let near = neighbours[root].groups(and: neighbours[gone])
        let ofRoot = sums(of: groups[root], with: near) { $0.mine }
        let ofGone = sums(of: groups[gone], with: near) { $0.theirs }
        groups[root] += groups[gone]
        groups[gone] = []
        hours[root].take(hours[gone])
        neighbours[root] = Neighbours()
        neighbours[gone] = Neighbours()
        neighbours[root].reserveCapacity(min(near.count, Self.mostNeighbours))
        let found = near.indices.map { nearness(root, near[$0].group, sum: ofRoot[$0] + ofGone[$0]) }
        let isNear = nearest(of: found)
        for (index, other) in near.lazy.map(\.group).enumerated() {
            let nearness = isNear[index] ? found[index] : nil
            neighbours[other].join(root, gone, nearness)
            neighbours[root][other] = nearness
            update(best: other, after: root, gone, nearness)
        }
        best[gone] = nil
        queueBest(of: root)
    }

    /// Sees to the best merge of a group of which two neighbours have become one.
    private mutating func update(best group: Int, after root: Int, _ gone: Int, _ nearness: Neighbours.Nearness?) {
        if let merge = best[group], merge.neighbour != root, merge.neighbour != gone {
            guard let nearness else { return }
            let other = CandidateMerge(of: group, with: root, average: nearness.average)
            guard merge < other else { return }
        }
        queueBest(of: group)
    }

    /// Which of the groups near one reach the threshold, and are among the best of those that do.
    private func nearest(of found: [Neighbours.Nearness]) -> [Bool] {
        var near = found.indices.filter { found[$0].average >= threshold }
        if near.count > Self.mostNeighbours {
            near.sort { (found[$1].average, $0) < (found[$0].average, $1) }
            near.removeSubrange(Self.mostNeighbours...)
        }
        var isNear = [Bool](repeating: false, count: found.count)
        for index in near { isNear[index] = true }
        return isNear
    }

    /// The most groups that a grown one stays near: what is like hundreds of others is joined with the nearest of them.
    private static let mostNeighbours = 32

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
            for (index, others) in zip(missing, others) {
                for other in others { sums[index] += dense.likeness(to: other) }
            }
        }
        return sums
    }

    private mutating func sum(_ ones: [Int], _ others: [Int]) -> Double? {
        guard budget.allows(ones.count * others.count) else { return nil }
        var sum = 0.0
        for one in ones {
            dense.load(one)
            for other in others { sum += dense.likeness(to: other) }
        }
        return sum
    }
}
