import FeedParsing
import Foundation
import NewsModel

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
            return refused(body ?? .null, status: answer.head.line, lesson: context.lesson(answer), context)
        }
    }

    private func address(limit: Int?) -> String {
        var parameters = query.parameters
        if let limit, parameters["pageSize"] == nil { parameters["pageSize"] = String(min(limit, 100)) }
        return QueryString.append(parameters, to: "\(query.base)/\(query.endpoint.rawValue)")
    }

    private func judge(_ answer: Answer<JSONValue>, _ context: ReadingContext) -> Gathered {
        let body = answer.value ?? .null
        if body["status"].text == "error" {
            return refused(body, status: answer.head.line, lesson: Lesson(), context)
        }
        guard body["status"].text == "ok", case .array(let articles) = body["articles"] else {
            return context.gathered(.malformed, detail: "no answer of NewsAPI's")
        }
        let items = articles.compactMap(Self.item)
        return context.gathered(Feed(title: "NewsAPI", link: "https://newsapi.org/", items: items))
    }

    private func refused(_ body: JSONValue, status: String, lesson: Lesson, _ context: ReadingContext) -> Gathered {
        let code = body["code"].text
        let detail = [status, code, body["message"].text].compactMap { $0 }.joined(separator: ": ")
        let advice =
            switch code {
            case "apiKeyInvalid", "apiKeyMissing", "apiKeyDisabled": Advice.key(query.keyName)
            case "apiKeyExhausted", "rateLimited": "the key's quota is used up: ask less often, or get another plan"
            case "maximumResultsReached": "the plan does not reach so far: lower pageSize or page"
            case "unexpectedError", nil: context.log.current.status.flatMap(Advice.status)
            default: "correct the source's parameters in broadsheet.yml"
            }
        return context.gathered(.httpError, detail: detail, advice: advice, lesson: lesson)
    }

    /// An article; `nil` for one that was removed, or that lacks its address or title.
    static func item(_ article: JSONValue) -> FeedItem? {
        guard let title = article["title"].text, let link = article["url"].text,
            title != "[Removed]", URLComponents(string: link)?.host != "removed.com"
        else { return nil }
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
