import Foundation
import NIOHTTP1

/// NewsAPI v2: https://newsapi.org/docs.
struct NewsAPISite: Site {
    /// Below it the API begins.
    static let path = "/v2"
    static let key = "demo-headlines-key"
    private static let largestPage = 100
    private static let filters = ["country", "category", "sources", "q", "domains", "language"]
    private static let cutAt = 200
    private let articles: [Published]

    /// An article and who published it: the API gathers from many.
    struct Published: Sendable {
        let article: Article
        let publisher: String
    }

    init(_ articles: [Published]) {
        self.articles = articles
    }

    func answer(_ request: SiteRequest) -> SiteResponse {
        if let problem = problem(with: request) { return problem }
        let isHeadlines = request.path == "\(Self.path)/top-headlines"
        guard isHeadlines || request.path == "\(Self.path)/everything" else { return .notFound(request.path) }
        let size = min(request.query["pageSize"].flatMap(Int.init) ?? (isHeadlines ? 20 : 100), Self.largestPage)
        let page = max(request.query["page"].flatMap(Int.init) ?? 1, 1)
        let shown = articles.dropFirst((page - 1) * max(size, 1)).prefix(max(size, 1))
        let removed = page == 1 && shown.count < size ? [Self.removed] : []
        return .json(
            .object([
                "status": .string("ok"), "totalResults": .number(articles.count + 1),
                "articles": .array(shown.map(Self.article) + removed),
            ]))
    }

    private func problem(with request: SiteRequest) -> SiteResponse? {
        let given =
            request.headers.first(name: "X-Api-Key") ?? request.headers.first(name: "Authorization")
            ?? request.query["apiKey"]
        guard let given else {
            return Self.error(
                401, "apiKeyMissing", "Your API key is missing. Append this to the URL with the apiKey param.")
        }
        guard given == Self.key else {
            return Self.error(
                401, "apiKeyInvalid", "Your API key is invalid or incorrect. Check your key and try again.")
        }
        if request.headers.first(name: "User-Agent") == nil {
            return Self.error(
                400, "userAgentMissing", "Please set your User-Agent header to identify your application.")
        }
        if Self.filters.allSatisfy({ request.query[$0] == nil }) {
            return Self.error(
                400, "parametersMissing", "Required parameters are missing. Please set any of: q, sources, country.")
        }
        return nil
    }

    private static func error(_ status: Int, _ code: String, _ message: String) -> SiteResponse {
        .json(
            status: status, .object(["status": .string("error"), "code": .string(code), "message": .string(message)]))
    }

    private static func article(_ item: Published) -> JSONText {
        let article = item.article
        let text = article.paragraphs.joined(separator: "\r\n")
        let rest = text.count - cutAt
        return .object([
            "source": .object(["id": .null, "name": .string(item.publisher)]),
            "author": .text(article.author),
            "title": .string("\(article.title) - \(item.publisher)"),
            "description": .string(article.summary),
            "url": .string(article.link),
            "urlToImage": .text(article.image),
            "publishedAt": .text(article.published.map { UTCTime($0).rfc3339 }),
            "content": .string(rest > 0 ? "\(text.prefix(cutAt))… [+\(rest) chars]" : text),
        ])
    }

    /// What the API gives in place of an article that was withdrawn.
    private static let removed = JSONText.object([
        "source": .object(["id": .null, "name": .string("[Removed]")]), "author": .null, "title": .string("[Removed]"),
        "description": .string("[Removed]"), "url": .string("https://removed.com"), "urlToImage": .null,
        "publishedAt": .string("1970-01-01T00:00:00Z"), "content": .string("[Removed]"),
    ])
}
