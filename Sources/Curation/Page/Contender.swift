import NewsModel

/// A draft that waits for a place, with what is worked out for it only once.
struct Contender {
    let draft: Draft
    /// The section in which each of its members would lead it.
    let sections: [String]
    /// Where it stands among all contenders when scores are equal.
    var rankInTie = 0
    var glance = Variety.Glance()

    init(_ draft: Draft, sectioning: Sectioning) {
        self.draft = draft
        sections = draft.members.map { sectioning.section(of: $0.story, traits: $0.traits) }
    }

    /// The drafts in the order in which they stand in ties.
    static func all(of drafts: [Draft], sectioning: Sectioning) -> [Contender] {
        var contenders = drafts.filter { !$0.members.isEmpty }.sorted { $0.precedesInTie($1) }
            .map { Contender($0, sectioning: sectioning) }
        for rank in contenders.indices { contenders[rank].rankInTie = rank }
        return contenders
    }
}
