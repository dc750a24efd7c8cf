import NewsModel

/// Joins groups of tellings, the most alike first, as long as they are alike enough on average over all pairs.
struct AverageLinkage {
    private let threshold: Double
    private let mayMeet: (Int, Int) -> Bool
    private var probe: Probe
    /// By the root of a group: all groups with which it reaches the threshold, and the sum of similarities over all
    /// pairs. What does not stand here is less alike, whether anybody worked it out or not.
    private var neighbours: [Neighbours]
    private var queue = PriorityQueue<Offer>()

    /// - Parameters:
    ///   - vectors: the tellings.
    ///   - threshold: the least average similarity.
    ///   - mayMeet: whether two tellings may be in one group at all.
    init(_ vectors: TermVectors, threshold: Double, mayMeet: @escaping (Int, Int) -> Bool) {
        self.threshold = threshold
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
        for pair in pairs { connect(pair, in: merger, &measured) }
        while let offer = queue.popGreatest() {
            guard let sum = neighbours[offer.one][offer.other], sum == offer.sum else { continue }
            let (mine, theirs) = (merger.members(of: offer.one), merger.members(of: offer.other))
            guard offer.isCurrent(mine, theirs) else { continue }
            guard merger.fits(offer.one, offer.other), mayMeet(mine, theirs) else {
                disconnect(offer.one, offer.other)
                continue
            }
            let (one, other) = nearest(mine, theirs)
            merger.join(one, other, by: evidence(one, other, offer.average))
            absorb(offer.one, mine, offer.other, theirs, in: merger)
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

    /// Of two groups that were joined before, such as large ones that were told last night, many pairs may be near: their
    /// average is worked out for the first of them.
    private mutating func connect(_ pair: PairSearch.Pair, in merger: Merger, _ measured: inout Set<Meeting>) {
        let (one, other) = (merger.root(of: pair.one), merger.root(of: pair.other))
        guard one != other, neighbours[one][other] == nil else { return }
        let (ones, others) = (merger.members(of: one), merger.members(of: other))
        guard ones.count > 1 || others.count > 1 else { return set(one, ones, other, others, pair.similarity) }
        guard measured.insert(Meeting(one: min(one, other), other: max(one, other))).inserted else { return }
        guard merger.fits(one, other), mayMeet(ones, others) else { return }
        set(one, ones, other, others, sum(ones, others))
    }

    /// Remembers two groups that reach the threshold, and offers to join them.
    private mutating func set(_ one: Int, _ ones: [Int], _ other: Int, _ others: [Int], _ sum: Double) {
        let offer = Offer(one, ones, other, others, sum: sum)
        guard offer.average >= threshold else { return }
        neighbours[one][other] = sum
        neighbours[other][one] = sum
        queue.insert(offer)
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
        let (ofRoot, ofGone) = (neighbours[root], neighbours[gone])
        neighbours[root] = Neighbours()
        neighbours[gone] = Neighbours()
        let both = mine + theirs
        for other in ofRoot.groups(and: ofGone) {
            neighbours[other][root] = nil
            neighbours[other][gone] = nil
            let others = merger.members(of: other)
            let known = ofRoot[other] ?? sum(mine, others)
            set(root, both, other, others, known + (ofGone[other] ?? sum(theirs, others)))
        }
    }

    private mutating func sum(_ ones: [Int], _ others: [Int]) -> Double {
        var sum = 0.0
        for one in ones {
            probe.aim(at: one)
            for other in others { sum += probe.similarity(to: other) }
        }
        return sum
    }

    private func mayMeet(_ ones: [Int], _ others: [Int]) -> Bool {
        ones.allSatisfy { one in others.allSatisfy { mayMeet(one, $0) } }
    }

    private mutating func nearest(_ ones: [Int], _ others: [Int]) -> (Int, Int) {
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

/// Two groups that could be joined.
private struct Offer: Comparable {
    var one: Int
    var other: Int
    var average: Double
    /// Over all pairs of members.
    var sum: Double
    private var members: Int

    init(_ one: Int, _ ones: [Int], _ other: Int, _ others: [Int], sum: Double) {
        self.one = min(one, other)
        self.other = max(one, other)
        self.sum = sum
        average = sum / Double(ones.count * others.count)
        members = ones.count + others.count
    }

    /// Whether neither group has grown since the offer was made.
    func isCurrent(_ ones: [Int], _ others: [Int]) -> Bool { members == ones.count + others.count }

    static func < (one: Offer, other: Offer) -> Bool {
        one.average != other.average
            ? one.average < other.average : (other.one, other.other) < (one.one, one.other)
    }
}
