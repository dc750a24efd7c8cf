import NewsModel

/// Gives drafts their places: the best first, within the caps, with variety.
struct Selection {
    /// A draft that has a place.
    struct Placed {
        var draft: Draft
        var section: String
        /// The score of the draft, lowered for what it repeats.
        var score: Double
    }

    private(set) var placed: [Placed] = []
    private(set) var leftOut: [Edition.LeftOut] = []

    private let sectioning: Sectioning
    private var caps: Caps
    private var variety = Variety()

    /// - Parameters:
    ///   - drafts: in any order; those that are pinned all get a place.
    ///   - policy: the caps, against which pinned drafts count from the start.
    ///   - sectioning: knows the section of each story.
    init(of drafts: [Draft], policy: EditionPolicy, sectioning: Sectioning) {
        self.sectioning = sectioning
        caps = Caps(policy)
        for draft in drafts where draft.isPinned {
            if let lead = draft.members.first { caps.count(lead, section: section(of: lead)) }
        }
        place(drafts)
    }

    /// Greedily, from a queue ordered by what each draft could reach at most: variety only ever lowers a score, so a
    /// draft that still beats the next one's bound when it is measured anew is the best.
    private mutating func place(_ drafts: [Draft]) {
        var queue = PriorityQueue(drafts.map { Bid(draft: $0, bound: $0.standing.score) })
        while var bid = queue.popGreatest() {
            guard let (draft, section) = seat(for: bid.draft) else { continue }
            let score = bid.draft.standing.score * factor(draft, section: section)
            if score < bid.bound {
                bid.bound = score
                queue.insert(bid)
                continue
            }
            settle(draft, section: section, score: score)
        }
    }

    /// The draft led by the first member that the caps admit, and its section; `nil` once it is noted as left out.
    private mutating func seat(for draft: Draft) -> (Draft, String)? {
        if draft.isPinned, let lead = draft.members.first { return (draft, section(of: lead)) }
        for (place, candidate) in draft.members.enumerated() {
            let section = section(of: candidate)
            if caps.reached(by: candidate, section: section) == nil { return (draft.led(by: place), section) }
        }
        if let lead = draft.members.first, let reached = caps.reached(by: lead, section: section(of: lead)) {
            leftOut += draft.leftOut(reached.reason, detail: reached.detail)
        }
        return nil
    }

    private mutating func settle(_ draft: Draft, section: String, score: Double) {
        guard let lead = draft.members.first else { return }
        if !draft.isPinned { caps.count(lead, section: section) }
        variety.note(section: section, publisher: lead.publisher, topic: draft.topic)
        placed.append(Placed(draft: draft, section: section, score: score))
    }

    private func factor(_ draft: Draft, section: String) -> Double {
        guard let lead = draft.members.first else { return 1 }
        return variety.factor(section: section, publisher: lead.publisher, topic: draft.topic)
    }

    private func section(of candidate: Candidate) -> String {
        sectioning.section(of: candidate.story, traits: candidate.traits)
    }
}

/// A draft with the most that its score can still be.
private struct Bid: Comparable {
    var draft: Draft
    var bound: Double

    /// Two bids for the same lead are the same bid.
    static func == (one: Bid, other: Bid) -> Bool {
        !(one < other) && !(other < one)
    }

    static func < (one: Bid, other: Bid) -> Bool {
        one.bound != other.bound ? one.bound < other.bound : other.draft.precedesInTie(one.draft)
    }
}
