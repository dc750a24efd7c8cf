import NewsModel

/// Gives drafts their places: the best first, within the caps, with variety.
struct Selection {
    /// A draft that has a place.
    struct Placed {
        var draft: RankedCluster
        var section: String
        /// The score of the draft, lowered for what it repeats.
        var score: Double
        var repetition: Variety.Repetition
    }

    private(set) var placed: [Placed] = []
    private(set) var rejections: [Rejection] = []

    /// By the rank of each where scores are equal.
    private var contenders: [Contender]
    private let sectioning: Sectioning
    private let topics: Topics
    private var caps: Caps
    private var variety = Variety()

    /// - Parameters:
    ///   - drafts: in any order; those that are pinned all get a place.
    ///   - policy: the caps, against which pinned drafts count from the start.
    ///   - sectioning: knows the section of each story.
    ///   - topics: of all their titles.
    init(of drafts: [RankedCluster], policy: EditionPolicy, sectioning: Sectioning, topics: Topics) {
        caps = Caps(policy)
        contenders = Contender.all(of: drafts)
        self.sectioning = sectioning
        self.topics = topics
        for rank in contenders.indices where contenders[rank].draft.isPinned {
            caps.count(contenders[rank].draft.members[0], section: section(of: rank, ledBy: 0))
        }
        place()
    }

    /// Greedily, from a queue ordered by what each draft could reach at most: variety only ever lowers a score, so a
    /// draft that still beats the next one's bound when it is measured anew is the best.
    private mutating func place() {
        var queue = PriorityQueue(contenders.indices.map { Bid(rank: $0, bound: contenders[$0].draft.score) })
        while var bid = queue.popGreatest() {
            guard let seat = seat(for: bid.rank) else { continue }
            let repetition = repetition(of: bid.rank, at: seat)
            let score = contenders[bid.rank].draft.score * repetition.factor
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
        let draft = contenders[rank].draft
        if draft.isPinned { return 0 }
        var first: Caps.Reached?
        for place in draft.members.indices where draft.mayBeLed(by: place) {
            guard let reached = reached(by: rank, at: place) else { return place }
            first = first ?? reached
        }
        if let first {
            rejections += draft.rejections(first.reason, detail: first.detail)
        } else {
            // Only who owns its address could lead it, and does not want to be read tonight.
            rejections += draft.rejections(.repeated, detail: "0", cause: draft.members[0].story.source)
        }
        return nil
    }

    private mutating func reached(by rank: Int, at place: Int) -> Caps.Reached? {
        if let reached = caps.reached(by: contenders[rank].draft.members[place]) { return reached }
        return caps.reached(in: section(of: rank, ledBy: place))
    }

    private mutating func section(of rank: Int, ledBy place: Int) -> String {
        if let known = contenders[rank].sections[place] { return known }
        let lead = contenders[rank].draft.members[place]
        let section = sectioning.section(of: lead.story, traits: lead.traits)
        contenders[rank].sections[place] = section
        return section
    }

    private mutating func topic(of rank: Int) -> TopicVector {
        if let known = contenders[rank].topic { return known }
        let topic = topics.vector(of: contenders[rank].draft.members[0].story.title)
        contenders[rank].topic = topic
        return topic
    }

    private mutating func repetition(of rank: Int, at seat: Int) -> Variety.Repetition {
        let (section, topic) = (section(of: rank, ledBy: seat), topic(of: rank))
        return variety.repetition(
            section: section, owners: contenders[rank].draft.members[seat].owners, topic: topic,
            glance: &contenders[rank].glance)
    }

    private mutating func settle(_ rank: Int, at seat: Int, score: Double, repetition: Variety.Repetition) {
        let (draft, section) = (contenders[rank].draft.led(by: seat), section(of: rank, ledBy: seat))
        let lead = draft.members[0]
        if !draft.isPinned { caps.count(lead, section: section) }
        variety.note(
            section: section, owners: lead.owners, topic: topic(of: rank), title: lead.story.title)
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
