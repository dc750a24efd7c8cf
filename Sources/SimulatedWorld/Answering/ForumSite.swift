import Foundation

/// A JSON API of no standard at all: posts below `data.posts`, epoch seconds, permalinks without a host.
struct ForumSite: Site {
    private let body: JSONText

    init(source: SimulatedSource, articles: [Article]) {
        body = .object([
            "data": .object([
                "community": .string(source.title),
                "posts": .array(articles.map { Self.post($0, of: source) }),
            ])
        ])
    }

    func answer(_ request: SiteRequest) -> SiteResponse {
        request.path == SitePath.feed ? .json(body) : .notFound(request.path)
    }

    private static func post(_ article: Article, of source: SimulatedSource) -> JSONText {
        var chance = SeededGenerator(SeedHash.of(article.id), "votes")
        let score = 3 + chance.below(240)
        return .object([
            "post_id": .string(String(SeedHash.of(article.id) % 10_000_000)),
            "headline": .string(article.title),
            "permalink": .string(article.link),
            "created_at": article.published.map { .number(Int($0.timeIntervalSince1970)) } ?? .null,
            "poster": .object(["name": .text(article.author)]),
            "teaser": .string(article.summary),
            "score": .number(score),
            "replies": .object(["count": .number(score / 3 + chance.below(20))]),
            "labels": .array(article.categories.map(JSONText.string)),
        ])
    }
}
