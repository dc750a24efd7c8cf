import NewsModel

/// The tellings of one story that met: tonight's, those that came too late for an earlier edition, and those that an
/// earlier edition told.
struct Meeting {
    /// In the order of their claim to lead.
    let fresh: [Candidate]
    let late: [Candidate]
    let told: [Candidate]
    /// What holds them together, in words and as data.
    let notes: [String]
    let bonds: [Explanation.Bond]
    private let order: [StoryID]

    /// - Parameters:
    ///   - group: of places among `all`.
    ///   - all: tonight's candidates, then the latecomers, then what was told.
    ///   - fresh: how many are tonight's.
    ///   - late: how many latecomers follow them.
    init(_ group: Clustering.Group, of all: [Candidate], fresh: Int, late: Int) {
        func members(_ places: Range<Int>) -> [Candidate] {
            group.members.filter(places.contains).map { all[$0] }
        }
        self.fresh = members(0..<fresh)
        self.late = members(fresh..<(fresh + late))
        told = members((fresh + late)..<all.count)
        notes = group.bonds.map { BondNote.text($0.evidence, all[$0.one].story, all[$0.other].story) }
        bonds = group.bonds.map { bond in
            .init(one: all[bond.one].story.id, other: all[bond.other].story.id, evidence: bond.evidence)
        }
        order = group.members.map { all[$0].story.id }
    }

    /// Some of the tellings, in the order of their claim to lead.
    func inOrder(_ candidates: [Candidate]) -> [Candidate] {
        let byID = Dictionary(candidates.map { ($0.story.id, $0) }) { first, _ in first }
        return order.compactMap { byID[$0] }
    }
}
