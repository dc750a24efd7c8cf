import NewsModel

/// The documents of one story that met: tonight's, those that came too late for an earlier edition, and those that an
/// earlier edition told.
struct CandidateCluster {
    /// In the order of their claim to lead.
    let fresh: [Candidate]
    let late: [Candidate]
    let told: [Candidate]
    /// What holds them together.
    let ties: [Tie]
    /// Those that stand under an address of another one's, or only link to it.
    let coverage: Set<StoryID>
    /// Those of them that tell something else there: they are shown, and count for nothing.
    let strangers: Set<StoryID>
    private let order: [Candidate]

    /// More ties of one story are told to nobody.
    private static let mostTies = 200

    /// - Parameters:
    ///   - group: of places among `all`.
    ///   - all: tonight's candidates, then the latecomers, then what was told.
    ///   - fresh: how many are tonight's.
    ///   - late: how many latecomers follow them.
    init(_ group: Clustering.Group, of all: [Candidate], fresh: Int, late: Int) {
        func members(_ places: Range<Int>) -> [Candidate] {
            group.members.filter(places.contains).map { all[$0] }
        }
        order = group.members.map { all[$0] }
        let isFresh = group.members.allSatisfy { $0 < fresh }
        self.fresh = isFresh ? order : members(0..<fresh)
        self.late = isFresh ? [] : members(fresh..<(fresh + late))
        told = isFresh ? [] : members((fresh + late)..<all.count)
        ties = group.bonds.prefix(Self.mostTies).map {
            Tie(one: all[$0.one], other: all[$0.other], evidence: $0.evidence)
        }
        coverage = Set(group.coverage.map { all[$0].story.id })
        strangers = Set(group.strangers.map { all[$0].story.id })
    }

    /// Some of tonight's documents and some of the latecomers, in the order of their claim to lead.
    func inOrder(_ fresh: [Candidate], _ late: [Candidate]) -> [Candidate] {
        guard !late.isEmpty else { return fresh }
        let names = Set((fresh + late).map(\.story.id))
        return order.filter { names.contains($0.story.id) }
    }

    /// Tonight's documents under addresses of their own, which say whether most publishers tell something; all of them
    /// where there are none.
    var voices: [Candidate] {
        let own = fresh.filter { !coverage.contains($0.story.id) }
        return own.isEmpty ? fresh : own
    }

    /// Those of some documents whose word counts; all of them where none does.
    func heard(_ members: [Candidate]) -> [Candidate] {
        guard !strangers.isEmpty else { return members }
        let heard = members.filter { !strangers.contains($0.story.id) }
        return heard.isEmpty ? members : heard
    }

    /// What shows that an earlier edition told the story of one of tonight's documents. What another source told under
    /// its address, and was something else, does not.
    func memories(of document: Candidate) -> [Candidate] {
        let memories = told + late
        return strangers.contains(document.story.id)
            ? memories
            : memories.filter { !strangers.contains($0.story.id) || $0.story.source == document.story.source }
    }
}
