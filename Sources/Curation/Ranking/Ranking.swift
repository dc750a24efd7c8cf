import Foundation
import NewsModel

/// Computes the score of a cluster: the product of the factors of `docs/ranking.md`.
struct Ranking {
    private let halfLife: Double
    private let now: Date
    private let engagement: Engagement
    private let interests: Interests

    /// Ranks by the half-life and the interests of a policy; ages count from `now`.
    init(_ policy: RankingPolicy, now: Date, engagement: Engagement) {
        halfLife = max(policy.halfLife.seconds, 1)
        self.now = now
        self.engagement = engagement
        interests = Interests(policy.interests)
    }

    /// The score of the documents of one story.
    func score(of members: [Document]) -> Double {
        scoreFactors(of: members).reduce(1) { $0 * $1.value }
    }

    /// The factors whose product the score is, with their reasons.
    func factors(of members: [Document]) -> [Explanation.Factor] {
        scoreFactors(of: members).map { .init(name: $0.name, value: $0.value, reason: $0.reason()) }
    }

    private func scoreFactors(of members: [Document]) -> [ScoreFactor] {
        var factors = CoverageWeight(members).factors
        factors.append(freshness(of: members))
        if let factor = engagementFactor(of: members) { factors.append(factor) }
        return factors
            + interests.strengths(in: members).map { interest in
                ScoreFactor(name: "interest", value: exp2(interest.strength)) {
                    "“\(interest.word)” at \(Figures.plain(interest.strength))"
                }
            }
    }

    /// Halves with every half-life. The age is the median, so that neither one early note nor one late copy decides; of
    /// those of one source the first in the order of leading counts, so that its copies do not either.
    private func freshness(of members: [Document]) -> ScoreFactor {
        var carriers: Set<String> = []
        let first = members.count > 1 ? members.filter { carriers.insert($0.carrier).inserted } : members
        let age = median(first.map { max(0, now.timeIntervalSince($0.dated)) })
        return ScoreFactor(name: "freshness", value: exp2(-age / halfLife)) {
            "\(Figures.hours(age)) old, half-life \(Figures.hours(halfLife))"
        }
    }

    private func engagementFactor(of members: [Document]) -> ScoreFactor? {
        let shares = members.compactMap { member in
            engagement.share(of: member.story).map { (member.story, $0) }
        }
        guard let (story, share) = shares.max(by: { $0.1 < $1.1 }) else { return nil }
        return ScoreFactor(name: "talk", value: 1 + share) {
            let points = story.points.map { $0 == 1 ? "1 point" : "\($0) points" }
            let comments = story.comments.map { $0 == 1 ? "1 comment" : "\($0) comments" }
            let counts = [points, comments].compactMap { $0 }.joined(separator: ", ")
            return "\(counts) at \(story.source)"
        }
    }
}

/// A factor of a score. All clusters are scored and few are shown, so the reason is worded only where it is read.
struct ScoreFactor {
    let name: String
    let value: Double
    let reason: () -> String

    init(name: String, value: Double, reason: @escaping () -> String) {
        self.name = name
        self.value = value
        self.reason = reason
    }
}

/// The middle of some numbers, or the mean of both middle ones. There must be one.
func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
