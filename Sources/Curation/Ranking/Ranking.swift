import Foundation
import NewsModel

/// The score of a cluster: the product of the factors of `docs/ranking.md`.
struct Ranking {
    let policy: RankingPolicy
    let now: Date
    let talk: Talk
    let words: WordLists

    /// The score of stories that are one, given the traits of the source of each and its words.
    func score(of members: [Candidate]) -> Double {
        influences(on: members).reduce(1) { $0 * $1.value }
    }

    /// What the score of these stories is the product of, in words.
    func factors(of members: [Candidate]) -> [Explanation.Factor] {
        influences(on: members).map(\.factor)
    }

    private func influences(on members: [Candidate]) -> [Influence] {
        var influences = Prominence(members).influences
        influences.append(freshness(of: members))
        if let talk = talk(about: members) { influences.append(talk) }
        return influences + interests(in: members)
    }

    /// Halves with every half-life. The age is that of the middle telling, so that neither one early note nor one
    /// late copy decides.
    private func freshness(of members: [Candidate]) -> Influence {
        let ages = members.map { max(0, now.timeIntervalSince($0.dated)) }.sorted()
        let middle = ages.count / 2
        let age = ages.count % 2 == 1 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2
        let halfLife = max(policy.halfLife.seconds, 1)
        return Influence(name: "freshness", value: exp2(-age / halfLife)) {
            "\(Figures.hours(age)) old, half-life \(Figures.hours(halfLife))"
        }
    }

    private func talk(about members: [Candidate]) -> Influence? {
        let shares = members.compactMap { member in talk.share(of: member.story).map { (member.story, $0) } }
        guard let (story, share) = shares.max(by: { $0.1 < $1.1 }) else { return nil }
        return Influence(name: "talk", value: 1 + share) {
            let points = story.points.map { "\($0) points" }
            let comments = story.comments.map { "\($0) comments" }
            let counts = [points, comments].compactMap { $0 }.joined(separator: ", ")
            return "\(counts) at \(story.source)"
        }
    }

    /// Each word doubles or halves at full strength. A word counts once, however often it stands.
    private func interests(in members: [Candidate]) -> [Influence] {
        guard words.hasInterests else { return [] }
        return words.interests(in: members.map(\.text)).map { interest in
            Influence(
                name: "interest", value: exp2(min(max(interest.strength, -Self.strongest), Self.strongest))
            ) { "“\(interest.word)” at \(Figures.plain(interest.strength))" }
        }
    }

    /// Beyond this an interest would drown everything else.
    private static let strongest = 4.0
}
