import Foundation
package import NewsModel

/// Makes an edition of the stories that are at hand.
package enum Curator {
    /// The edition of a request: clusters in ranked order within their sections, each with its explanation, and what
    /// was left out and why. The same request gives the same edition, whatever the order of its stories.
    package static func edition(for request: CurationRequest) -> Edition {
        let desk = Desk(request)
        let drafts = desk.drafts()
        let sectioning = Sectioning(rules: request.sections, sources: request.sources)
        let selection = Selection(of: drafts.kept, policy: request.edition, sectioning: sectioning)
        let leftOut = inOrder(drafts.leftOut + selection.leftOut)
        return Edition(
            date: request.date, generated: request.now,
            sections: sections(of: selection.placed, sectioning), leftOut: leftOut,
            omissions: Omission.all(of: leftOut),
            sourceTitles: titles(request),
            sourcesAsked: request.pinned?.sourcesAsked ?? 0, sourcesAnswered: request.pinned?.sourcesAnswered ?? 0
        )
    }

    private static func sections(of placed: [Selection.Placed], _ sectioning: Sectioning) -> [Edition.Section] {
        let bySection = Dictionary(grouping: placed, by: \.section)
        return sectioning.ordered(bySection.keys).map { name in
            Edition.Section(name: name, clusters: (bySection[name] ?? []).compactMap(cluster))
        }
    }

    private static func cluster(_ placed: Selection.Placed) -> Cluster? {
        let draft = placed.draft
        guard let lead = draft.members.first?.story else { return nil }
        var factors = draft.standing.factors
        if placed.score < draft.standing.score {
            factors.append(
                Explanation.Factor(
                    name: "variety", value: placed.repetition.factor,
                    reason: reason(of: placed.repetition, publisher: draft.members[0].publisher)))
        }
        return Cluster(
            lead: lead, also: draft.members.dropFirst().map(\.story), score: placed.score,
            explanation: Explanation(factors: factors, notes: draft.notes, bonds: draft.bonds), updates: draft.updates)
    }

    private static func reason(of repetition: Variety.Repetition, publisher: String) -> String {
        var reasons: [String] = []
        if repetition.sameHost > 0 {
            reasons.append("\(repetition.sameHost) more from \(publisher) above it in its section")
        }
        if let nearest = repetition.nearest {
            reasons.append("near to “\(nearest)” at \(Figures.plain(repetition.similarity))")
        }
        return reasons.joined(separator: "; ")
    }

    private static func inOrder(_ leftOut: [Edition.LeftOut]) -> [Edition.LeftOut] {
        // The places are sorted rather than the stories, which are large.
        let order = leftOut.indices.sorted { one, other in
            let (one, other) = (leftOut[one], leftOut[other])
            return one.score != other.score
                ? one.score > other.score : (one.story.key, one.story.id) < (other.story.key, other.story.id)
        }
        return order.map { leftOut[$0] }
    }

    private static func titles(_ request: CurationRequest) -> [SourceID: String] {
        var titles = request.pinned?.sourceTitles ?? [:]
        for source in request.sources { titles[source.id] = source.title }
        return titles
    }
}
