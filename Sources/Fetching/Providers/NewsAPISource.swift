import FeedParsing
import Foundation
import NewsModel
import WebText

/// A search of NewsAPI v2: one request a run, with the key in a header and never in the address.
struct NewsAPISource: SourceReader {
    static let definition = ProviderDefinition(
        "newsapi", "A search of NewsAPI.", example: "key: \"${NEWSAPI_KEY}\", country: us",
        namedBy: ["country", "category", "sources", "domains", "q"], namesPublishers: true,
        keys: [
            .apiKey(variable: "NEWSAPI_KEY"),
            ProviderKey(
                "endpoint", .word(of: [topHeadlines, everything]), "Which search.", standard: topHeadlines),
        ] + common + topHeadlinesOnly + everythingOnly + [.base("https://newsapi.org/v2")],
        check: mistakes)

    private static let topHeadlines = "top-headlines"
    private static let everything = "everything"

    /// The parameters of both searches, spelled as there.
    private static let common = [
        ProviderKey(
            "q", .text("words such as climate AND sea"), "Words to search for.", otherNames: ["query", "search"]),
        ProviderKey(
            "sources", .text("ids such as bbc-news,reuters"),
            "Only these publishers, at most 20; not together with `country` or `category`."),
        ProviderKey("pageSize", .number(1...100), "How many stories.", otherNames: ["limit", "count"]),
        ProviderKey("page", .number(1...100), "Which page of them."),
    ]

    private static let topHeadlinesOnly = [
        ProviderKey(
            "country", .pattern("a country such as us", "^[a-z]{2}$"),
            "Only of this country; `top-headlines` only."),
        ProviderKey(
            "category",
            .word(of: ["business", "entertainment", "general", "health", "science", "sports", "technology"]),
            "Only of this kind; `top-headlines` only.", otherNames: ["section"]),
    ]

    private static let everythingOnly = [
        ProviderKey(
            "searchIn", .text("names such as title,description"),
            "Where the words are searched for; `everything` only."),
        ProviderKey(
            "domains", .text("hosts such as example.org,example.com"),
            "Only of these hosts; `everything` only."),
        ProviderKey("excludeDomains", .text("hosts such as example.org"), "Not of these hosts; `everything` only."),
        ProviderKey("from", .date, "Not before this date; `everything` only."),
        ProviderKey("to", .date, "Not after this date; `everything` only."),
        ProviderKey("language", .language, "Only in this language; `everything` only.", otherNames: ["lang"]),
        ProviderKey(
            "sortBy", .word(of: ["publishedAt", "relevancy", "popularity"]),
            "The order; `everything` only.", otherNames: ["order-by"]),
    ]

    /// What the API would refuse: parameters of the other search, none at all, or two that exclude each other.
    @Sendable private static func mistakes(_ given: GivenKeys) -> [KeyMistake] {
        guard let endpoint = given.value("endpoint", default: topHeadlines) else { return [] }
        let isEverything = endpoint == everything
        let foreign = (isEverything ? topHeadlinesOnly : everythingOnly).map(\.name).filter(given.has)
        var mistakes = foreign.map { key in
            let other = isEverything ? topHeadlines : everything
            return KeyMistake(
                "`newsapi.\(key)` is for the other search; write `endpoint: \(other)`, or remove it", at: key)
        }
        let filters = isEverything ? ["q", "sources", "domains"] : ["country", "category", "sources", "q"]
        if foreign.isEmpty, !filters.contains(where: given.has) {
            let words = isEverything ? "`q`, `sources` or `domains`" : "`country`, `category`, `sources` or `q`"
            mistakes.append(KeyMistake("`newsapi` with `\(endpoint)` needs one of \(words)"))
        }
        let excluded = ["country", "category"].filter(given.has).map { "`\($0)`" }.joined(separator: " and ")
        if !isEverything, given.has("sources"), !excluded.isEmpty {
            mistakes.append(
                KeyMistake("`newsapi.sources` cannot stand beside \(excluded); make two sources of it", at: "sources"))
        }
        return mistakes
    }

    private let provider: Provider

    init(_ provider: Provider) {
        self.provider = provider
    }

    func gather(with context: ReadingContext) async -> FetchedFeed {
        let key = provider.key.map { Source.Header(name: "X-Api-Key", value: $0) }
        return await context.askAPI(
            address(limit: context.source.limit), headers: [key].compactMap { $0 },
            refused: { refused($0, context) }, judge: { judge($0, context) })
    }

    private func address(limit: Int?) -> String {
        var parameters = provider.values
        (parameters["base"], parameters["endpoint"]) = (nil, nil)
        if let limit, parameters["pageSize"] == nil { parameters["pageSize"] = String(min(limit, 100)) }
        return PercentEncoding.appending(parameters, to: "\(provider["base"])/\(provider["endpoint"])")
    }

    private func judge(_ answer: ParsedResponse<JSONValue>, _ context: ReadingContext) -> FetchedFeed {
        if answer.head.saysNothing { return context.gathered(Feed()) }
        let body = answer.value ?? .null
        if body["status"].text == "error" {
            return refused(APIErrorPage(body, head: answer.head), context)
        }
        guard body["status"].text == "ok", case .array(let articles) = body["articles"] else {
            return context.failed(.malformed("no answer of NewsAPI's"))
        }
        let items = articles.compactMap(Self.item)
        guard !items.isEmpty || articles.allSatisfy(Self.isWithdrawn) else {
            return context.failed(.malformed("none of \(articles.count) articles has a title and an address"))
        }
        return context.gathered(Feed(title: "NewsAPI", link: "https://newsapi.org/", items: items))
    }

    private func refused(_ page: APIErrorPage, _ context: ReadingContext) -> FetchedFeed {
        context.gathered(page, advice: advice(page.code, page.head.status))
    }

    /// By the codes of https://newsapi.org/docs/errors, else by the status.
    private func advice(_ code: String?, _ status: Int) -> String {
        switch (code, status) {
        case ("apiKeyInvalid", _), ("apiKeyMissing", _), ("apiKeyDisabled", _), (nil, 401), (nil, 403):
            Advice.key(provider.keyVariable)
        case ("apiKeyExhausted", _): "the key's quota is used up: ask less often, or get another plan"
        case ("rateLimited", _): "asked too often: ask less often, or get another plan"
        case ("userAgentMissing", _): "set `fetch: {user-agent: …}` to something that names you"
        case (_, 426):
            "the key's plan does not allow this: lower pageSize or page, ask for later dates, or get another plan"
        case ("unexpectedError", _), (nil, _): Advice.status(status)
        default: Advice.parameters
        }
    }

    /// An article; `nil` for one that was removed, or that lacks its address or title.
    static func item(_ article: JSONValue) -> FeedItem? {
        guard let title = article["title"].text, let link = article["url"].text, !isWithdrawn(article) else {
            return nil
        }
        let publisher = article["source"]["name"].text
        var item = FeedItem(id: link, title: PlainText.of(titleInHTML: withoutPublisher(title, publisher)), link: link)
        item.published = article["publishedAt"].text.flatMap { FeedDate.reading($0).date }
        item.authors = [article["author"].text].compactMap { $0 }
        let text = article["description"].text ?? article["content"].text.map(withoutCutMark)
        item.summary = text.map { Markup(.html, $0, base: link) }
        item.image = article["urlToImage"].text
        item.publisher = publisher
        return item
    }

    private static func isWithdrawn(_ article: JSONValue) -> Bool {
        article["title"].text == "[Removed]"
            || article["url"].text.flatMap { WebAddress($0)?.host } == "removed.com"
    }

    /// Titles often end in " - Publisher".
    private static func withoutPublisher(_ title: String, _ publisher: String?) -> String {
        guard let publisher, title.hasSuffix(" - \(publisher)") else { return title }
        return String(title.dropLast(publisher.count + 3))
    }

    /// Content is cut at 200 characters, with a mark that says how much is missing: "… [+1523 chars]".
    private static func withoutCutMark(_ content: String) -> String {
        content.replacing(#/\s*\[\+\d+ chars\]\s*$/#, with: "")
    }
}
