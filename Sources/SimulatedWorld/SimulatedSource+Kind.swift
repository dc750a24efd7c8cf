extension SimulatedSource {
    package enum Kind: Sendable, Hashable {
        case feed(FeedForm)
        /// Speaks the Hacker News API; the configuration asks for `limit` items of its top list.
        case hackerNews(limit: Int)
        /// Speaks the Guardian's content API.
        case guardian
        /// Speaks NewsAPI v2.
        case newsAPI
        /// Speaks the JSON of lobste.rs; the configuration asks for its hottest stories.
        case lobsters
        /// A JSON API of its own, `data.posts`.
        case json

        /// The provider's word in the configuration.
        package var name: String {
            switch self {
            case .feed: "feed"
            case .hackerNews: "hackernews"
            case .guardian: "guardian"
            case .newsAPI: "newsapi"
            case .lobsters: "lobsters"
            case .json: "json"
            }
        }

        /// What a person would call it.
        var form: String {
            switch self {
            case .feed(let form): form.rawValue
            case .hackerNews: "Hacker News API"
            case .guardian: "Guardian API"
            case .newsAPI: "NewsAPI"
            case .lobsters: "Lobsters"
            case .json: "JSON"
            }
        }

        /// How many requests a run makes when none is repeated.
        var plannedRequests: Int {
            if case .hackerNews(let limit) = self { limit + 1 } else { 1 }
        }

        /// Whether members post links there, so that it reports nothing itself.
        var isForum: Bool {
            switch self {
            case .hackerNews, .lobsters: true
            case .feed, .guardian, .newsAPI, .json: false
            }
        }

        /// Whether a run finds a source that says nothing new unchanged; of searches and forums nobody keeps track.
        var remembersItsContent: Bool {
            switch self {
            case .feed, .json: true
            case .hackerNews, .guardian, .newsAPI, .lobsters: false
            }
        }
    }

    /// The path that the configuration gives for it, on a server of its own.
    var path: String {
        switch kind {
        case .feed, .json:
            if case .faulty(let fault) = behaviour, case .at(let path) = fault.place { return path }
            return SitePath.feed
        case .hackerNews: return HackerNewsSite.path
        case .guardian, .lobsters: return ""
        case .newsAPI: return NewsAPISite.path
        }
    }

    /// What stands behind the provider's word in the configuration, where the source is at this address.
    func parameters(at address: String) -> String {
        let base = JSONText.quoted(address)
        let isWrong = quirks.contains(.wrongKey)
        switch kind {
        case .feed:
            return base
        case .hackerNews(let limit):
            return "{list: top, limit: \(limit), base: \(base)}"
        case .guardian:
            let key = isWrong ? "expired-\(GuardianSite.key)" : GuardianSite.key
            return "{key: \(key), section: \(section.rawValue.lowercased()), page-size: 20, base: \(base)}"
        case .newsAPI:
            let key = isWrong ? "expired-\(NewsAPISite.key)" : NewsAPISite.key
            return "{key: \(key), country: us, pageSize: 20, base: \(base)}"
        case .lobsters:
            return "{list: hottest, limit: 25, base: \(base)}"
        case .json:
            return "{url: \(base), items: data.posts, fields: {\(Self.fields)}}"
        }
    }

    private static let fields = [
        "id: post_id", "title: headline", "link: permalink", "published: created_at", "author: poster.name",
        "summary: teaser", "points: score", "comments: replies.count", "category: labels",
    ].joined(separator: ", ")
}
