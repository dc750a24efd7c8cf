import Foundation
import NewsModel

/// A cluster on its way to the page.
struct Draft {
    /// In the order of their claim to lead.
    var members: [Candidate]
    var standing: Ranking.Standing
    var notes: [String]
    var bonds: [Explanation.Bond]
    var topic: TopicVector
    /// Whether an earlier build of the edition holds it: it keeps its place and its lead.
    var isPinned: Bool
    /// The edition that told it before, where it returns.
    var updates: EditionDate? = nil

    /// The same cluster led by one of its members.
    func led(by place: Int) -> Draft {
        var draft = self
        let lead = draft.members.remove(at: place)
        draft.members.insert(lead, at: 0)
        return draft
    }

    /// Whether it stands before another of the same score: the newer, and then by address.
    func precedesInTie(_ other: Draft) -> Bool {
        guard let one = members.first?.story, let two = other.members.first?.story else { return false }
        if one.dated != two.dated { return one.dated > two.dated }
        return (one.key, one.source, one.id) < (two.key, two.source, two.id)
    }

    func leftOut(_ reason: Edition.LeftOut.Reason, detail: String) -> [Edition.LeftOut] {
        members.map { Edition.LeftOut(story: $0.story, reason: reason, detail: detail, score: standing.score) }
    }
}
