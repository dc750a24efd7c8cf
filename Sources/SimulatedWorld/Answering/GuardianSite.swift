import Foundation

/// The Guardian's content search: https://open-platform.theguardian.com/documentation/search.
struct GuardianSite: Site {
    static let key = "demo-open-platform-key"
    private static let largestPage = 200
    private let section: String
    private let articles: [Article]

    init(section: String, articles: [Article]) {
        self.section = section
        self.articles = articles
    }

    func answer(_ request: SiteRequest) -> SiteResponse {
        guard request.query["api-key"] == Self.key else {
            return limited(.json(status: 401, .object(["message": .string("Unauthorized")])))
        }
        guard request.path == "/search" else {
            return .json(status: 404, response(error: "The requested resource could not be found."))
        }
        let size = min(request.query["page-size"].flatMap(Int.init) ?? 10, Self.largestPage)
        let page = request.query["page"].flatMap(Int.init) ?? 1
        guard size > 0, page > 0, page == 1 || (page - 1) * size < articles.count else {
            return .json(
                status: 400, response(error: "requested page is beyond the number of available pages"))
        }
        return limited(.json(results(page: page, size: size, fields: request.query["show-fields"])))
    }

    private func results(page: Int, size: Int, fields: String?) -> JSONText {
        let start = (page - 1) * size
        let shown = articles.dropFirst(start).prefix(size)
        return .object([
            "response": .object([
                "status": .string("ok"), "userTier": .string("developer"), "total": .number(articles.count),
                "startIndex": .number(start + 1), "pageSize": .number(size), "currentPage": .number(page),
                "pages": .number((articles.count + size - 1) / size), "orderBy": .string("newest"),
                "results": .array(shown.map { result($0, fields: fields) }),
            ])
        ])
    }

    private func result(_ article: Article, fields: String?) -> JSONText {
        let isLive = article.updated != nil
        return JSONText.object([
            "id": .string(article.id),
            "type": .string(isLive ? "liveblog" : "article"),
            "sectionId": .string(section.lowercased()),
            "sectionName": .string(section == "World" ? "World news" : section),
            "webPublicationDate": .text(article.published.map { UTCTime($0).rfc3339 }),
            "webTitle": .string(article.title),
            "webUrl": .string(article.link),
            "apiUrl": .string("https://content.sentinel.example/\(article.id)"),
            "fields": fields.map { self.fields(article, wanted: $0) } ?? .null,
            "isHosted": .bool(false),
            "pillarName": .string("News"),
        ]).withoutNulls
    }

    private func fields(_ article: Article, wanted: String) -> JSONText {
        let names = wanted.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let all: [(String, String?)] = [
            ("headline", article.title), ("trailText", article.trailText), ("byline", article.author),
            ("thumbnail", article.image), ("bodyText", article.paragraphs.joined(separator: " ")),
            ("body", article.html),
            ("wordcount", "\(article.paragraphs.joined(separator: " ").split(separator: " ").count)"),
            ("lastModified", (article.updated ?? article.published).map { UTCTime($0).rfc3339 }),
        ]
        return .members(
            all.compactMap { name, text in
                guard let text, names.contains(name) || names.contains("all") else { return nil }
                return JSONText.Member(name: name, value: .string(text))
            })
    }

    private func limited(_ answer: SiteResponse) -> SiteResponse {
        var answer = answer
        answer.add("X-RateLimit-Limit-Day", "500")
        answer.add("X-RateLimit-Remaining-Day", "482")
        return answer
    }

    private func response(error: String) -> JSONText {
        .object(["response": .object(["status": .string("error"), "message": .string(error)])])
    }
}

extension Article {
    /// The summary as HTML, its first words in bold: the API's trail texts hold markup.
    fileprivate var trailText: String {
        let words = summary.split(separator: " ", maxSplits: 2)
        guard words.count == 3 else { return XMLText.escaped(summary) }
        return "<strong>\(XMLText.escaped("\(words[0]) \(words[1])"))</strong> \(XMLText.escaped(String(words[2])))"
    }
}
