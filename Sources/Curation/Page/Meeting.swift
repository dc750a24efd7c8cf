import NewsModel

/// The tellings of one story that met: tonight's, those that came too late for an earlier edition, and those that an
/// earlier edition told.
struct Meeting {
    /// In the order of their claim to lead.
    let fresh: [Candidate]
    let late: [Candidate]
    let told: [Candidate]
    /// What holds them together.
    let ties: [Tie]
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
    }

    /// Some of tonight's tellings and some of the latecomers, in the order of their claim to lead.
    func inOrder(_ fresh: [Candidate], _ late: [Candidate]) -> [Candidate] {
        guard !late.isEmpty else { return fresh }
        let names = Set((fresh + late).map(\.story.id))
        return order.filter { names.contains($0.story.id) }
    }
}
