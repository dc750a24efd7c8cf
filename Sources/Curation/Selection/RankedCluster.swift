import NewsModel

/// A cluster with its score, before and after selection. Thousands are made and few are shown, so what only a shown one
/// needs is worked out in ``cluster(_:)``.
struct RankedCluster {
    /// The lead first.
    var documents: [Document]
    /// Those that count for the score, in the order of their claim to lead.
    let counted: [Document]
    /// What they are ranked by, before variety.
    let score: Double
    /// What holds the documents together.
    let links: [EvidenceLink<Document>]
    /// ``CandidateCluster/coverage``.
    let coverage: Set<StoryID>
    /// Whether an earlier build of the edition holds it: it keeps its place and its lead.
    let isPinned: Bool
    /// The edition that published it before, where it returns.
    var updates: EditionDate? = nil
    /// How it has grown since then, in words.
    var growth: String? = nil
    /// ``CandidateCluster/separations``.
    var separations: [String] = []
    /// The section that it was selected for.
    var section = ""
    /// What it repeats of those that were selected before it.
    var repetition = Variety.Repetition()

    /// The score, lowered for what it repeats.
    var variedScore: Double { score * repetition.factor }

    /// Whether the document at an index may lead.
    func mayBeLed(by index: Int) -> Bool { !coverage.contains(documents[index].story.id) }

    /// Makes the document at an index the lead.
    mutating func lead(by index: Int) {
        guard index > 0 else { return }
        documents.insert(documents.remove(at: index), at: 0)
    }

    /// All its documents as left out.
    func leftOut(_ reason: Edition.LeftOut.Reason, detail: String, cause: SourceID? = nil) -> [LeftOutDocument] {
        documents.map { $0.leftOut(reason, detail: detail, score: score, cause: cause) }
    }

    /// The cluster of an edition, with its explanation.
    func cluster(_ ranking: Ranking) -> Cluster? {
        guard let first = documents.first else { return nil }
        var lead = first.story
        if first.isBorrowed { lead.link = nil }
        return Cluster(
            lead: lead, also: documents.dropFirst().map(\.story), score: variedScore,
            explanation: Explanation(
                factors: ranking.factors(of: counted) + [variety].compactMap { $0 },
                notes: links.map(\.note) + [growth].compactMap { $0 } + separations, bonds: links.map(\.bond)),
            updates: updates)
    }

    /// What the score was lowered for, where it was.
    private var variety: Explanation.Factor? {
        guard variedScore < score else { return nil }
        var reasons: [String] = []
        if repetition.sameHost > 0 {
            reasons.append("\(repetition.sameHost) more from \(documents[0].publisher) above it in its section")
        }
        if let nearest = repetition.nearest {
            reasons.append("near to “\(nearest)” at \(Figures.plain(repetition.similarity))")
        }
        return .init(name: "variety", value: repetition.factor, reason: reasons.joined(separator: "; "))
    }
}
