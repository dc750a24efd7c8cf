import Foundation
import NewsModel

/// The score of a cluster: the product of the factors of `docs/ranking.md`.
struct Ranking {
    let policy: RankingPolicy
    let now: Date
    let engagement: Engagement
    let words: WordLists

    /// The score of stories that are one, given the traits of the source of each and its words.
    func score(of members: [Candidate]) -> Double {
        scoreFactors(of: members).reduce(1) { $0 * $1.value }
    }

    /// What the score of these stories is the product of, in words.
    func factors(of members: [Candidate]) -> [Explanation.Factor] {
        scoreFactors(of: members).map(\.factor)
    }

    private func scoreFactors(of members: [Candidate]) -> [ScoreFactor] {
        var factors = CoverageWeight(members).factors
        factors.append(freshness(of: members))
        if let engagement = engagement(about: members) { factors.append(engagement) }
        return factors + interests(in: members)
    }

    /// Halves with every half-life. The age is that of the middle document, so that neither one early note nor one
    /// late copy decides; of those of one source the first to lead counts, so that its copies don't either.
    private func freshness(of members: [Candidate]) -> ScoreFactor {
        var carriers: Set<String> = []
        let first = members.count > 1 ? members.filter { carriers.insert($0.carrier).inserted } : members
        let ages = first.map { max(0, now.timeIntervalSince($0.dated)) }.sorted()
        let middle = ages.count / 2
        let age = ages.count % 2 == 1 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2
        let halfLife = max(policy.halfLife.seconds, 1)
        return ScoreFactor(name: "freshness", value: exp2(-age / halfLife)) {
            "\(Figures.hours(age)) old, half-life \(Figures.hours(halfLife))"
        }
    }

    private func engagement(about members: [Candidate]) -> ScoreFactor? {
        let shares = members.compactMap { member in engagement.share(of: member.story).map { (member.story, $0) } }
        guard let (story, share) = shares.max(by: { $0.1 < $1.1 }) else { return nil }
        return ScoreFactor(name: "talk", value: 1 + share) {
            let points = story.points.map { "\($0) points" }
            let comments = story.comments.map { "\($0) comments" }
            let counts = [points, comments].compactMap { $0 }.joined(separator: ", ")
            return "\(counts) at \(story.source)"
        }
    }

    /// Each word doubles or halves at full strength. A word counts once, however often it stands.
    private func interests(in members: [Candidate]) -> [ScoreFactor] {
        guard words.hasInterests else { return [] }
        return Interests(words, in: members).strengths.map { interest in
            ScoreFactor(name: "interest", value: exp2(interest.strength)) {
                "“\(interest.word)” at \(Figures.plain(interest.strength))"
            }
        }
    }
}
