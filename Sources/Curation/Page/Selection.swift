import NewsModel

/// Gives drafts their places: the best first, within the caps, with variety.
struct Selection {
    /// A draft that has a place.
    struct Placed {
        var draft: Draft
        var section: String
        /// The score of the draft, lowered for what it repeats.
        var score: Double
        var repetition: Variety.Repetition
    }

    private(set) var placed: [Placed] = []
    private(set) var leftOut: [Edition.LeftOut] = []

    private var contenders: [Contender]
    private var caps: Caps
    private var variety = Variety()

    /// - Parameters:
    ///   - drafts: in any order; those that are pinned all get a place.
    ///   - policy: the caps, against which pinned drafts count from the start.
    ///   - sectioning: knows the section of each story.
    init(of drafts: [Draft], policy: EditionPolicy, sectioning: Sectioning) {
        caps = Caps(policy)
        contenders = Contender.all(of: drafts, sectioning: sectioning)
        for contender in contenders where contender.draft.isPinned {
            caps.count(contender.draft.members[0], section: contender.sections[0])
        }
        place()
    }

    /// Greedily, from a queue ordered by what each draft could reach at most: variety only ever lowers a score, so a
    /// draft that still beats the next one's bound when it is measured anew is the best.
    private mutating func place() {
        var queue = PriorityQueue(contenders.map { Bid(rank: $0.rankInTie, bound: $0.draft.standing.score) })
        while var bid = queue.popGreatest() {
            guard let seat = seat(for: bid.rank) else { continue }
            let repetition = repetition(of: bid.rank, at: seat)
            let score = contenders[bid.rank].draft.standing.score * repetition.factor
            if score < bid.bound {
                bid.bound = score
                queue.insert(bid)
                continue
            }
            settle(bid.rank, at: seat, score: score, repetition: repetition)
        }
    }

    /// The first member that the caps admit as a lead; `nil` once the draft is noted as left out.
    private mutating func seat(for rank: Int) -> Int? {
        let (draft, sections) = (contenders[rank].draft, contenders[rank].sections)
        if draft.isPinned { return 0 }
        var first: Caps.Reached?
        for (place, candidate) in draft.members.enumerated() {
            guard let reached = caps.reached(by: candidate, section: sections[place]) else { return place }
            first = first ?? reached
        }
        if let first { leftOut += draft.leftOut(first.reason, detail: first.detail) }
        return nil
    }

    private mutating func repetition(of rank: Int, at seat: Int) -> Variety.Repetition {
        let (draft, section) = (contenders[rank].draft, contenders[rank].sections[seat])
        return variety.repetition(
            section: section, publisher: draft.members[seat].publisher, topic: draft.topic,
            glance: &contenders[rank].glance)
    }

    private mutating func settle(_ rank: Int, at seat: Int, score: Double, repetition: Variety.Repetition) {
        let (draft, section) = (contenders[rank].draft.led(by: seat), contenders[rank].sections[seat])
        let lead = draft.members[0]
        if !draft.isPinned { caps.count(lead, section: section) }
        variety.note(section: section, publisher: lead.publisher, topic: draft.topic, title: lead.story.title)
        placed.append(Placed(draft: draft, section: section, score: score, repetition: repetition))
    }
}

/// A contender, by its rank in ties, with the most that its score can still be.
private struct Bid: Comparable {
    let rank: Int
    var bound: Double

    static func < (one: Bid, other: Bid) -> Bool {
        one.bound != other.bound ? one.bound < other.bound : one.rank > other.rank
    }
}
