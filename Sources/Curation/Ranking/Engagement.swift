import Foundation
import NewsModel

/// How much each site's readers vote and comment on a story, made comparable between sites.
struct Engagement {
    /// What is usual on each site: the median over its stories.
    private let usual: [SourceID: Double]

    init(_ stories: some Sequence<Story>) {
        var amounts: [SourceID: [Double]] = [:]
        for story in stories {
            if let amount = Self.amount(story) { amounts[story.source, default: []].append(amount) }
        }
        usual = amounts.mapValues { max(median($0), Self.leastUsual) }
    }

    /// The share of the most that engagement can add, 0…1: a half for what is usual on the site; `nil` where the site
    /// counts neither points nor comments.
    func share(of story: Story) -> Double? {
        guard let amount = Self.amount(story), let usual = usual[story.source] else { return nil }
        return amount / (amount + usual)
    }

    /// A site on which little happens does not make much of a single point.
    private static let leastUsual = 5.0

    /// Points, and comments for a quarter as long as they do not outrun the points. Where they do, people quarrel
    /// rather than recommend, and the amount shrinks with the square of the ratio, to a quarter at most.
    static func amount(_ story: Story) -> Double? {
        guard let points = story.points.map({ Double(max($0, 0)) }) else {
            return story.comments.map { Double(max($0, 0)) }
        }
        let comments = Double(max(story.comments ?? 0, 0))
        let amount = points + min(comments, points) / 4
        guard comments > points else { return amount }
        let ratio = (points + slack) / (comments + slack)
        return amount * max(0.25, ratio * ratio)
    }

    /// Keeps a handful of comments on a story without points from counting as a quarrel.
    private static let slack = 10.0
}
