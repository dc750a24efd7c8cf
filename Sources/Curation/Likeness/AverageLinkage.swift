import NewsModel

/// Joins groups of tellings, the most alike first, as long as they are alike enough on average over all pairs.
struct AverageLinkage {
    private let threshold: Double
    private let mayMeet: (Int, Int) -> Bool
    private let sources: [Int]
    private var probe: Probe
    /// By the root of a group: all groups with which it reaches the threshold, and the sum of similarities over all
    /// pairs. What does not stand here is less alike, whether anybody worked it out or not.
    private var neighbours: [Neighbours]
    private var queue = PriorityQueue<Offer>()

    /// - Parameters:
    ///   - vectors: the tellings.
    ///   - sources: of the tellings.
    ///   - threshold: the least average similarity.
    ///   - mayMeet: whether two tellings may be in one group at all.
    init(
        _ vectors: TermVectors, sources: [Int], threshold: Double, mayMeet: @escaping (Int, Int) -> Bool
    ) {
        self.threshold = threshold
        self.sources = sources
        self.mayMeet = mayMeet
        probe = Probe(vectors)
        neighbours = Array(repeating: Neighbours(), count: vectors.count)
    }

    /// - Parameters:
    ///   - pairs: all that reach the threshold. Two groups can only reach it on average if a pair between them does.
    ///   - merger: holds the groups so far.
    ///   - evidence: what to note of two groups that were joined, given their nearest pair.
    mutating func join(
        _ pairs: [PairSearch.Pair], in merger: inout Merger, evidence: (Int, Int, Double) -> Evidence
    ) {
        reserve(for: pairs)
        var measured: Set<Meeting> = []
        queue = PriorityQueue(pairs.compactMap { connect($0, in: merger, &measured) })
        while let offer = queue.popGreatest() {
            let (one, other) = (Int(offer.one), Int(offer.other))
            guard offer.isCurrent(merger), neighbours[one][other] != nil else { continue }
            let (mine, theirs) = (merger.members(of: one), merger.members(of: other))
            guard merger.fits(one, other), mayMeet(mine, theirs), areAlikeWithoutAnySource(mine, theirs) else {
                disconnect(one, other)
                continue
            }
            let (first, second) = nearest(mine, theirs)
            merger.join(first, second, by: evidence(first, second, offer.average))
            absorb(one, mine, other, theirs, in: merger)
        }
    }

    private mutating func reserve(for pairs: [PairSearch.Pair]) {
        var counts = [Int](repeating: 0, count: neighbours.count)
        for pair in pairs {
            counts[pair.one] += 1
            counts[pair.other] += 1
        }
        for (place, count) in counts.enumerated() where count > 0 { neighbours[place].reserveCapacity(count) }
    }

    /// Two groups, by their roots.
    private struct Meeting: Hashable {
        var one: Int
        var other: Int
    }

    /// Remembers two groups that reach the threshold; returns the offer to join them.
    ///
    /// Of two groups that were joined before, such as large ones that were told last night, many pairs may be near: their
    /// average is worked out for the first of them.
    private mutating func connect(
        _ pair: PairSearch.Pair, in merger: Merger, _ measured: inout Set<Meeting>
    ) -> Offer? {
        let roots = (merger.root(of: pair.one), merger.root(of: pair.other))
        let (one, other) = (min(roots.0, roots.1), max(roots.0, roots.1))
        guard one != other else { return nil }
        var sum = pair.similarity
        if merger.count(of: one) > 1 || merger.count(of: other) > 1 {
            let (ones, others) = (merger.members(of: one), merger.members(of: other))
            guard measured.insert(Meeting(one: one, other: other)).inserted, merger.fits(one, other),
                mayMeet(ones, others)
            else { return nil }
            sum = self.sum(ones, others)
        }
        let offer = Offer(one, other, sum: sum, in: merger)
        guard offer.average >= threshold else { return nil }
        neighbours[one][other] = sum
        neighbours[other][one] = sum
        return offer
    }

    private mutating func disconnect(_ one: Int, _ other: Int) {
        neighbours[one][other] = nil
        neighbours[other][one] = nil
    }

    /// Gives the neighbours of the group that is gone to the one that is left.
    ///
    /// A group that neither of the two is near cannot be near both together, since an average lies between its parts.
    private mutating func absorb(_ root: Int, _ mine: [Int], _ gone: Int, _ theirs: [Int], in merger: Merger) {
        disconnect(root, gone)
        let near = neighbours[root].groups(and: neighbours[gone])
        let ofRoot = sums(of: mine, with: near, in: merger) { $0.mine }
        let ofGone = sums(of: theirs, with: near, in: merger) { $0.theirs }
        neighbours[root] = Neighbours()
        neighbours[gone] = Neighbours()
        neighbours[root].reserveCapacity(near.count)
        for (place, other) in near.lazy.map(\.group).enumerated() {
            let sum = ofRoot[place] + ofGone[place]
            let offer = Offer(root, other, sum: sum, in: merger)
            let isNear = offer.average >= threshold
            neighbours[other].join(root, gone, sum: isNear ? sum : nil)
            guard isNear else { continue }
            neighbours[root][other] = sum
            queue.insert(offer)
        }
    }

    /// The sums of one of the two groups with all that are near, worked out where they are not known.
    private mutating func sums(
        of members: [Int], with near: [Neighbours.Shared], in merger: Merger, known: (Neighbours.Shared) -> Double?
    ) -> [Double] {
        var sums = near.map { known($0) ?? 0 }
        let missing = near.indices.filter { known(near[$0]) == nil }
        guard !missing.isEmpty else { return sums }
        let others = missing.map { merger.members(of: near[$0].group) }
        for member in members {
            probe.aim(at: member)
            for (place, others) in zip(missing, others) {
                for other in others { sums[place] += probe.similarity(to: other) }
            }
        }
        return sums
    }

    private mutating func sum(_ ones: [Int], _ others: [Int]) -> Double {
        var sum = 0.0
        for one in ones {
            probe.aim(at: one)
            for other in others { sum += probe.similarity(to: other) }
        }
        return sum
    }

    /// Whether what is left of both groups is still alike where any one source has said nothing: no source may weld
    /// stories that have nothing in common but what it says of them.
    private mutating func areAlikeWithoutAnySource(_ ones: [Int], _ others: [Int]) -> Bool {
        guard ones.count > 1 || others.count > 1 else { return true }
        var all = 0.0
        var ofSource: [Int: (sum: Double, pairs: Int)] = [:]
        for one in ones {
            probe.aim(at: one)
            for other in others {
                let similarity = probe.similarity(to: other)
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
    private static let leastWithout = 0.5

    private func mayMeet(_ ones: [Int], _ others: [Int]) -> Bool {
        ones.allSatisfy { one in others.allSatisfy { mayMeet(one, $0) } }
    }

    private mutating func nearest(_ ones: [Int], _ others: [Int]) -> (Int, Int) {
        guard ones.count > 1 || others.count > 1 else { return (ones[0], others[0]) }
        var best = (pair: (ones[0], others[0]), similarity: -1.0)
        for one in ones {
            probe.aim(at: one)
            for other in others {
                let similarity = probe.similarity(to: other)
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
    ///   - merger: knows how many members they have.
    init(_ one: Int, _ other: Int, sum: Double, in merger: Merger) {
        let (ones, others) = (merger.count(of: one), merger.count(of: other))
        self.one = Int32(min(one, other))
        self.other = Int32(max(one, other))
        average = sum / Double(ones * others)
        members = Int32(ones + others)
    }

    /// Whether neither group has grown since the offer was made, if both are there still.
    func isCurrent(_ merger: Merger) -> Bool {
        members == Int32(merger.count(of: Int(one)) + merger.count(of: Int(other)))
    }

    static func < (one: Offer, other: Offer) -> Bool {
        one.average != other.average
            ? one.average < other.average : (other.one, other.other) < (one.one, one.other)
    }
}
