import Foundation
package import NewsModel

/// Makes an edition of the stories that are at hand.
package enum Curator {
    /// The edition of a request: clusters in ranked order within their sections, each with its explanation, and what
    /// was left out and why; with what was noticed besides. The same for every order of the request's stories.
    package static func curated(for request: CurationRequest) -> CurationResult {
        let drafts = DraftBuilder(request).drafts()
        let sectioning = Sectioning(rules: request.sections, sources: request.sources)
        let selection = Selection(
            of: drafts.clusters, policy: request.edition, sectioning: sectioning, topics: drafts.topics)
        let leftOut = (drafts.leftOut + selection.leftOut).sorted(by: precedes).map(\.leftOut)
        let edition = Edition(
            date: request.date, generated: request.now,
            sections: sections(of: selection.selected, sectioning, drafts.ranking), leftOut: leftOut,
            omissions: Omission.all(of: leftOut),
            sourceTitles: titles(request),
            sourcesAsked: request.pinned?.sourcesAsked ?? 0, sourcesAnswered: request.pinned?.sourcesAnswered ?? 0
        )
        let notes = drafts.crowded.sorted { $0.key < $1.key }.map { note(on: $0.key, stories: $0.value) }
        return CurationResult(edition: edition, attempts: drafts.attempts, notes: notes)
    }

    private static func note(on source: SourceID, stories: Int) -> String {
        "\(source) has \(stories) stories for this edition. Beyond "
            + "\(ComparedDocuments.mostPerSource) of them only equal addresses, titles and links were compared, and the "
            + "others' stories were grouped without it."
    }

    /// What is left out, the best first, and then by address.
    private static func precedes(_ one: LeftOutDocument, _ other: LeftOutDocument) -> Bool {
        guard one.leftOut.score == other.leftOut.score else { return one.leftOut.score > other.leftOut.score }
        let (first, second) = (one.document, other.document)
        return first.key != second.key ? first.key < second.key : first.story.id < second.story.id
    }

    private static func sections(
        of selected: [RankedCluster], _ sectioning: Sectioning, _ ranking: Ranking
    ) -> [Edition.Section] {
        let bySection = Dictionary(grouping: selected, by: \.section)
        return sectioning.ordered(bySection.keys).map { name in
            Edition.Section(name: name, clusters: (bySection[name] ?? []).compactMap { $0.cluster(ranking) })
        }
    }

    private static func titles(_ request: CurationRequest) -> [SourceID: String] {
        var titles = request.pinned?.sourceTitles ?? [:]
        for source in request.sources { titles[source.id] = source.title }
        return titles
    }
}

/// An edition, with what a person should know of how it was made.
package struct CurationResult: Sendable {
    package var edition: Edition
    /// How often each source gave evidence that would have moved stories of others: an address of theirs for something
    /// else, links or titles that would have made several of theirs one. It moved nothing.
    package var attempts: [SourceID: Int]
    /// In whole sentences, for the report of the run.
    package var notes: [String]
}
