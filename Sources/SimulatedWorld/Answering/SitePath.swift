/// Where things stand on a simulated server.
enum SitePath {
    /// The feed, whatever its form; also that of the JSON API.
    static let feed = "/news/feed"
    /// Where the feed of a source that has moved used to be.
    static let former = "/old/feed"
    /// Below it the Hacker News API begins.
    static let hackerNews = "/v0"
    /// Below it NewsAPI begins.
    static let newsAPI = "/v2"

    /// The path that the configuration gives for a source.
    static func configured(for source: SimulatedSource) -> String {
        switch source.kind {
        case .feed, .json:
            if case .faulty(let fault) = source.behaviour, case .at(let path) = fault.place { return path }
            return feed
        case .hackerNews: return hackerNews
        case .guardian: return ""
        case .newsAPI: return newsAPI
        }
    }
}
