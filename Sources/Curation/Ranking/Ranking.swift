import Foundation
import NewsModel

/// The score of a cluster: the product of the factors of `docs/ranking.md`.
struct Ranking {
    let policy: RankingPolicy
    let now: Date
    let talk: Talk
    let words: WordLists

    /// What a cluster is ranked by.
    struct Standing {
        var score: Double
        var factors: [Explanation.Factor]
    }

    /// The standing of stories that are one, given the traits of the source of each and its words.
    func standing(of members: [Candidate]) -> Standing {
        var factors = Prominence(members).factors
        factors.append(freshness(of: members))
        if let talk = talkFactor(of: members) { factors.append(talk) }
        factors += interestFactors(of: members)
        let score = factors.reduce(1) { $0 * $1.value }
        return Standing(score: score, factors: factors)
    }

    /// Halves with every half-life. The age is that of the middle telling, so that neither one early note nor one
    /// late copy decides.
    private func freshness(of members: [Candidate]) -> Explanation.Factor {
        let ages = members.map { max(0, now.timeIntervalSince($0.story.dated)) }.sorted()
        let middle = ages.count / 2
        let age = ages.count % 2 == 1 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2
        let halfLife = max(policy.halfLife.seconds, 1)
        return Explanation.Factor(
            name: "freshness", value: exp2(-age / halfLife),
            reason: "\(Figures.hours(age)) old, half-life \(Figures.hours(halfLife))")
    }

    private func talkFactor(of members: [Candidate]) -> Explanation.Factor? {
        let shares = members.compactMap { member in talk.share(of: member.story).map { (member.story, $0) } }
        guard let (story, share) = shares.max(by: { $0.1 < $1.1 }) else { return nil }
        let points = story.points.map { "\($0) points" }
        let comments = story.comments.map { "\($0) comments" }
        let counts = [points, comments].compactMap { $0 }.joined(separator: ", ")
        return Explanation.Factor(name: "talk", value: 1 + share, reason: "\(counts) at \(story.source)")
    }

    /// Each word doubles or halves at full strength. A word counts once, however often it stands.
    private func interestFactors(of members: [Candidate]) -> [Explanation.Factor] {
        guard words.hasInterests else { return [] }
        return words.interests(in: members.map(\.text)).map { interest in
            Explanation.Factor(
                name: "interest", value: exp2(min(max(interest.strength, -Self.strongest), Self.strongest)),
                reason: "“\(interest.word)” at \(Figures.plain(interest.strength))")
        }
    }

    /// Beyond this an interest would drown everything else.
    private static let strongest = 4.0
}
