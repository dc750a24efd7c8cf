/// Where things stand on a simulated server.
package enum SitePath {
    /// The feed, whatever its form; also that of the JSON API.
    package static let feed = "/news/feed"
    /// Where the feed of a source that has moved used to be.
    package static let former = "/old/feed"
    /// Below it the Hacker News API begins.
    static let hackerNews = "/v0"
    /// Below it NewsAPI begins.
    static let newsAPI = "/v2"

    /// The path that the configuration gives for a source. On a shared server it begins with whose it is.
    static func configured(for source: SimulatedSource) -> String {
        let path = path(for: source)
        return source.host == nil ? path : "/\(source.id)\(path)"
    }

    /// Whose a path on a shared server is, and what it is to that source.
    static func shared(_ target: String) -> (id: String, target: String) {
        let parts = target.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), "/\(parts.dropFirst().first ?? "")")
    }

    private static func path(for source: SimulatedSource) -> String {
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
