import Foundation
package import NewsModel

/// Makes an edition of the stories that are at hand.
package enum Curator {
    /// The edition of a request. The same request gives the same edition, whatever the order of its stories.
    package static func edition(for request: CurationRequest) -> Edition {
        curated(for: request).edition
    }

    /// The edition of a request: clusters in ranked order within their sections, each with its explanation, and what
    /// was left out and why; with what was noticed besides.
    package static func curated(for request: CurationRequest) -> CurationResult {
        let drafts = DraftBuilder(request).drafts()
        let sectioning = Sectioning(rules: request.sections, sources: request.sources)
        let selection = Selection(
            of: drafts.kept, policy: request.edition, sectioning: sectioning, topics: drafts.topics)
        let leftOut = (drafts.rejections + selection.rejections).sorted(by: Rejection.precedes).map(\.leftOut)
        let edition = Edition(
            date: request.date, generated: request.now,
            sections: sections(of: selection.placed, sectioning, drafts.ranking), leftOut: leftOut,
            omissions: Omission.all(of: leftOut),
            sourceTitles: titles(request),
            sourcesAsked: request.pinned?.sourcesAsked ?? 0, sourcesAnswered: request.pinned?.sourcesAnswered ?? 0
        )
        return CurationResult(edition: edition, attempts: drafts.attempts, notes: drafts.crowded.map(note))
    }

    private static func note(_ crowded: CrowdedSource) -> String {
        "\(crowded.source) has \(crowded.stories) stories for this edition. Beyond "
            + "\(ComparedDocuments.mostPerSource) of them only equal addresses, titles and links were compared, and the "
            + "others' stories were grouped without it."
    }

    private static func sections(
        of placed: [Selection.Placed], _ sectioning: Sectioning, _ ranking: Ranking
    ) -> [Edition.Section] {
        let bySection = Dictionary(grouping: placed, by: \.section)
        return sectioning.ordered(bySection.keys).map { name in
            Edition.Section(
                name: name,
                clusters: (bySection[name] ?? []).compactMap { placed in
                    placed.draft.cluster(score: placed.score, ranking: ranking, repetition: variety(placed))
                })
        }
    }

    /// What the score was lowered for, where it was.
    private static func variety(_ placed: Selection.Placed) -> Explanation.Factor? {
        guard placed.score < placed.draft.score else { return nil }
        let (repetition, publisher) = (placed.repetition, placed.draft.members[0].publisher)
        var reasons: [String] = []
        if repetition.sameHost > 0 {
            reasons.append("\(repetition.sameHost) more from \(publisher) above it in its section")
        }
        if let nearest = repetition.nearest {
            reasons.append("near to “\(nearest)” at \(Figures.plain(repetition.similarity))")
        }
        return .init(name: "variety", value: repetition.factor, reason: reasons.joined(separator: "; "))
    }

    private static func titles(_ request: CurationRequest) -> [SourceID: String] {
        var titles = request.pinned?.sourceTitles ?? [:]
        for source in request.sources { titles[source.id] = source.title }
        return titles
    }
}
