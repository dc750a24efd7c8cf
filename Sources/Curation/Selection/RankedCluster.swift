import Foundation
import NewsModel

/// A cluster on its way to the page. Thousands are made and few are shown: what only a shown one needs is found then.
struct RankedCluster {
    /// The lead first.
    var members: [Candidate]
    /// The same in the order of their claim to lead, as they were ranked.
    let claimants: [Candidate]
    /// What they are ranked by, before variety.
    let score: Double
    /// What holds the members together.
    let ties: [Tie]
    /// Those of the members that stand under an address of another one's, or only link to it: none of them leads.
    let coverage: Set<StoryID>
    /// Whether an earlier build of the edition holds it: it keeps its place and its lead.
    let isPinned: Bool
    /// The edition that told it before, where it returns.
    var updates: EditionDate? = nil
    /// How it has grown since then.
    var growth: String? = nil

    /// Whether one of its members may lead it.
    func mayBeLed(by place: Int) -> Bool { !coverage.contains(members[place].story.id) }

    /// The same cluster led by one of its members.
    func led(by place: Int) -> RankedCluster {
        guard place > 0 else { return self }
        var draft = self
        let lead = draft.members.remove(at: place)
        draft.members.insert(lead, at: 0)
        return draft
    }

    func rejections(
        _ reason: Edition.LeftOut.Reason, detail: String, cause: SourceID? = nil
    ) -> [Rejection] {
        members.map { Rejection(candidate: $0, reason: reason, detail: detail, score: score, cause: cause) }
    }

    /// What is told of it on the page.
    func cluster(
        score: Double, ranking: Ranking, repetition: Explanation.Factor?
    ) -> Cluster? {
        guard var lead = members.first?.story else { return nil }
        if members[0].isBorrowed { lead.link = "" }
        let factors = ranking.factors(of: claimants) + (repetition.map { [$0] } ?? [])
        let notes = ties.map(\.note) + (growth.map { [$0] } ?? [])
        return Cluster(
            lead: lead, also: members.dropFirst().map(\.story), score: score,
            explanation: Explanation(factors: factors, notes: notes, bonds: ties.map(\.bond)), updates: updates)
    }
}
