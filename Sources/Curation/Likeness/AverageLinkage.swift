/// Joins groups of tellings, the most alike first, as long as they are alike enough on average over all pairs.
struct AverageLinkage {
    private let vectors: TermVectors
    private let threshold: Double
    private let mayMeet: (Int, Int) -> Bool
    /// By the root of a group: the groups that it may be joined with, and the sums of similarities over all pairs.
    private var neighbours: [Int: [Int: Double]] = [:]
    private var queue = PriorityQueue<Offer>()

    /// - Parameters:
    ///   - vectors: the tellings.
    ///   - threshold: the least average similarity.
    ///   - mayMeet: whether two tellings may be in one group at all.
    init(_ vectors: TermVectors, threshold: Double, mayMeet: @escaping (Int, Int) -> Bool) {
        self.vectors = vectors
        self.threshold = threshold
        self.mayMeet = mayMeet
    }

    /// - Parameters:
    ///   - pairs: all that reach the threshold. Two groups can only reach it on average if a pair between them does.
    ///   - merger: holds the groups so far.
    ///   - evidence: what to note of two groups that were joined, given their nearest pair.
    mutating func join(
        _ pairs: [PairSearch.Pair], in merger: inout Merger, evidence: (Int, Int, Double) -> Bond.Evidence
    ) {
        for pair in pairs { connect(pair, in: merger) }
        while let offer = queue.popGreatest() {
            guard let sum = neighbours[offer.one]?[offer.other], offer.isCurrent(sum, merger) else { continue }
            guard merger.fits(offer.one, offer.other), mayMeet(offer.one, offer.other, in: merger) else {
                disconnect(offer.one, offer.other)
                continue
            }
            let (mine, theirs) = (merger.members(of: offer.one), merger.members(of: offer.other))
            let (one, other) = nearest(mine, theirs)
            merger.join(one, other, by: evidence(one, other, offer.average))
            absorb(offer.one, mine, offer.other, theirs, in: merger)
        }
    }

    private mutating func connect(_ pair: PairSearch.Pair, in merger: Merger) {
        let (one, other) = (merger.root(of: pair.one), merger.root(of: pair.other))
        guard one != other, neighbours[one]?[other] == nil else { return }
        let (ones, others) = (merger.members(of: one), merger.members(of: other))
        set(one, other, ones.count + others.count == 2 ? pair.similarity : sum(ones, others), in: merger)
    }

    private mutating func set(_ one: Int, _ other: Int, _ sum: Double, in merger: Merger) {
        neighbours[one, default: [:]][other] = sum
        neighbours[other, default: [:]][one] = sum
        let offer = Offer(min(one, other), max(one, other), sum: sum, merger)
        if offer.average >= threshold { queue.insert(offer) }
    }

    private mutating func disconnect(_ one: Int, _ other: Int) {
        neighbours[one]?[other] = nil
        neighbours[other]?[one] = nil
    }

    /// Gives the neighbours of the group that is gone to the one that is left. Sums add up, so that the similarity of
    /// no two tellings is worked out twice.
    private mutating func absorb(_ root: Int, _ mine: [Int], _ gone: Int, _ theirs: [Int], in merger: Merger) {
        disconnect(root, gone)
        let ofRoot = neighbours[root] ?? [:]
        let ofGone = neighbours.removeValue(forKey: gone) ?? [:]
        for other in Set(ofRoot.keys).union(ofGone.keys).sorted() {
            neighbours[other]?[gone] = nil
            let others = merger.members(of: other)
            let sums = (ofRoot[other] ?? sum(mine, others), ofGone[other] ?? sum(theirs, others))
            set(root, other, sums.0 + sums.1, in: merger)
        }
    }

    private func sum(_ ones: [Int], _ others: [Int]) -> Double {
        var sum = 0.0
        for one in ones {
            for other in others { sum += vectors.similarity(one, other) }
        }
        return sum
    }

    private func mayMeet(_ one: Int, _ other: Int, in merger: Merger) -> Bool {
        let others = merger.members(of: other)
        return merger.members(of: one).allSatisfy { one in others.allSatisfy { mayMeet(one, $0) } }
    }

    private func nearest(_ ones: [Int], _ others: [Int]) -> (Int, Int) {
        var best = (pair: (ones[0], others[0]), similarity: -1.0)
        for one in ones {
            for other in others {
                let similarity = vectors.similarity(one, other)
                if similarity > best.similarity { best = ((one, other), similarity) }
            }
        }
        return best.pair
    }
}

/// Two groups that could be joined.
private struct Offer: Comparable {
    var average: Double
    var one: Int
    var other: Int
    /// How many members both had when the offer was made.
    private var members: Int

    init(_ one: Int, _ other: Int, sum: Double, _ merger: Merger) {
        let (left, right) = (merger.members(of: one).count, merger.members(of: other).count)
        average = sum / Double(left * right)
        self.one = one
        self.other = other
        members = left + right
    }

    func isCurrent(_ sum: Double, _ merger: Merger) -> Bool {
        let (left, right) = (merger.members(of: one).count, merger.members(of: other).count)
        return members == left + right && average == sum / Double(left * right)
    }

    static func < (one: Offer, other: Offer) -> Bool {
        one.average != other.average
            ? one.average < other.average : (other.one, other.other) < (one.one, one.other)
    }
}
