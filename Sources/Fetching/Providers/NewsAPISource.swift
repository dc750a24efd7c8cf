import FeedParsing
import Foundation
import NewsModel
import WebText

/// A search of NewsAPI v2: one request a run, with the key in a header and never in the address.
struct NewsAPISource: SourceReader {
    let query: NewsAPIQuery

    func gather(with context: ReadingContext) async -> Gathered {
        do {
            let key = Source.Header(name: "X-Api-Key", value: query.key)
            let answer = try await context.json(address(limit: context.source.limit), headers: [key])
            return judge(answer, context)
        } catch {
            guard case .status(let answer) = error else { return context.failed(error) }
            let body = try? JSONValue(parsing: answer.body)  // an error page may be anything
            return refused(body ?? .null, answer.head, lesson: context.lesson(answer), context)
        }
    }

    private func address(limit: Int?) -> String {
        var parameters = query.parameters
        if let limit, parameters["pageSize"] == nil { parameters["pageSize"] = String(min(limit, 100)) }
        return QueryString.append(parameters, to: "\(query.base)/\(query.endpoint.rawValue)")
    }

    private func judge(_ answer: Answer<JSONValue>, _ context: ReadingContext) -> Gathered {
        if answer.head.saysNothing { return context.gathered(Feed()) }
        let body = answer.value ?? .null
        if body["status"].text == "error" {
            return refused(body, answer.head, lesson: Lesson(), context)
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

    private func refused(
        _ body: JSONValue, _ head: AnswerHead, lesson: Lesson, _ context: ReadingContext
    ) -> Gathered {
        let code = body["code"].text
        let detail = [head.line, code, body["message"].text].compactMap { $0 }.joined(separator: ": ")
        return context.gathered(.httpError, detail: detail, advice: advice(code, head.status), lesson: lesson)
    }

    /// By the codes of https://newsapi.org/docs/errors, else by the status.
    private func advice(_ code: String?, _ status: Int) -> String {
        switch (code, status) {
        case ("apiKeyInvalid", _), ("apiKeyMissing", _), ("apiKeyDisabled", _), (nil, 401), (nil, 403):
            Advice.key(query.keyName)
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
        var item = FeedItem(id: link, title: PlainText.of(html: withoutPublisher(title, publisher)), link: link)
        item.published = article["publishedAt"].text.flatMap { FeedDate.parse($0) }
        item.authors = [article["author"].text].compactMap { $0 }
        let text = article["description"].text ?? article["content"].text.map(withoutCutMark)
        item.summary = text.map { Markup(.html, $0, base: link) }
        item.image = article["urlToImage"].text
        item.publisher = publisher
        return item
    }

    private static func isWithdrawn(_ article: JSONValue) -> Bool {
        article["title"].text == "[Removed]"
            || article["url"].text.flatMap { URLComponents(string: $0)?.host } == "removed.com"
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
