import Foundation

/// A programmers' forum at one instant: what its members posted and linked to, ranked as its front page ranks it.
struct Forum: Sendable {
    /// In the order of the front page.
    let posts: [Post]

    struct Post: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            case link, ask, show, job
        }

        enum State: Sendable, Hashable {
            case live
            /// The API says that it was deleted.
            case deleted
            /// The API has it in its lists, and answers `null`.
            case vanished
        }

        var id: Int
        var kind: Kind
        var state: State
        var title: String
        /// `nil` for a text post.
        var link: String?
        /// Paragraphs of a text post.
        var text: [String]?
        var author: String
        var posted: Date
        var points: Int
        var comments: Int
    }

    private static let daily = 13
    private static let days = 2
    /// Beyond the ids that the real forum has given out, so that none of ours leads to somebody's discussion.
    private static let firstID = 900_000_000
    private static let gravity = 1.6

    /// Members link to these articles of the press too, so that two sources tell the same story.
    init(source: SimulatedSource, night: SimulatedNight, linkingTo press: [Article]) {
        let own = ((night.day - Self.days)...night.day).flatMap { Self.posts(on: $0, of: source, night) }
        let linked = press.compactMap { Self.post(linkingTo: $0, night) }
        var ids: Set<Int> = []
        var titles: Set<String> = []
        // The same agency copy from two outlets is posted once, as a forum merges what was posted twice.
        posts = (own + linked).filter { $0.posted <= night.now }
            .filter { ids.insert($0.id).inserted && titles.insert($0.title).inserted }
            .sorted { (Self.heat($0, night), $0.id) > (Self.heat($1, night), $1.id) }
    }

    private static func posts(on day: Int, of source: SimulatedSource, _ night: SimulatedNight) -> [Post] {
        var generator = SeededGenerator(night.seed, "forum ring", source.id)
        let ring = generator.shuffled(Storybook.standard.forum)
        return (0..<daily).map { place in
            let template = ring[(day * daily + place) % ring.count]
            let filling = Filling(template, seed: night.seed, firstDay: day)
            var chance = SeededGenerator(night.seed, "post", filling.key)
            let posted = Date(timeIntervalSince1970: Double(day * 86_400 + chance.below(86_400)))
            return post(template, filling, id: id(day: day, place: place), posted: posted, night, &chance)
        }
    }

    private static func post(
        _ template: StoryTemplate, _ filling: Filling, id: Int, posted: Date, _ night: SimulatedNight,
        _ chance: inout SeededGenerator
    ) -> Post {
        let title = filling.text(template.stages[0].headlines[0])
        let kind: Post.Kind =
            title.hasPrefix("Ask HN")
            ? .ask : title.hasPrefix("Show HN") ? .show : title.contains(" is hiring") ? .job : .link
        let votes = votes(posted: posted, night, &chance)
        let state: Post.State = id % 230 == 10 ? .vanished : id % 230 == 120 ? .deleted : .live
        let host = drawn("forum hosts", &chance)
        return Post(
            id: id, kind: kind, state: state, title: title,
            link: kind == .ask ? nil : "https://\(host).example/\(Slug.of(title))",
            text: kind == .ask ? template.stages[0].summaries.map(filling.text) : nil,
            author: drawn("forum members", &chance), posted: posted,
            points: kind == .job ? 1 : votes.points, comments: kind == .job ? 0 : votes.comments)
    }

    /// One article in three is posted, an hour or more after it came out.
    private static func post(linkingTo article: Article, _ night: SimulatedNight) -> Post? {
        var chance = SeededGenerator(night.seed, "linked", article.id)
        guard chance.below(3) == 0, let published = article.published else { return nil }
        let posted = published.addingTimeInterval(Double(3600 + chance.below(7200)))
        let votes = votes(posted: posted, night, &chance)
        return Post(
            id: id(day: UTCTime(posted).dayNumber, place: daily + chance.below(900)), kind: .link, state: .live,
            title: article.title, link: article.link,
            author: drawn("forum members", &chance), posted: posted,
            points: votes.points, comments: votes.comments)
    }

    private static func drawn(_ list: String, _ chance: inout SeededGenerator) -> String {
        let words = Storybook.standard.words(list)
        return words[chance.below(words.count)]
    }

    private static func id(day: Int, place: Int) -> Int { firstID + (day % 9_000) * 10_000 + place * 10 }

    /// Votes come in fast at first, then ever more slowly.
    private static func votes(
        posted: Date, _ night: SimulatedNight, _ chance: inout SeededGenerator
    ) -> (points: Int, comments: Int) {
        let hours = max(night.now.timeIntervalSince(posted), 0) / 3600
        let most = 60 * chance.logNormal(sigma: 1.1)
        let points = 1 + Int(most * (1 - exp(-hours / 5)))
        return (points, Int(Double(points) * (0.2 + 0.6 * chance.fraction())))
    }

    /// Points against age: new posts pass older ones with more points.
    private static func heat(_ post: Post, _ night: SimulatedNight) -> Double {
        Double(post.points) / pow(night.now.timeIntervalSince(post.posted) / 3600 + 2, gravity)
    }
}
