import FeedParsing
import Foundation
import NewsModel

/// A search of the Guardian's Open Platform: one request a run.
struct GuardianSource: SourceReader {
    let query: GuardianQuery

    private static let fields = "trailText,byline,thumbnail"
    private static let usualPageSize = 50

    func gather(with context: ReadingContext) async -> Gathered {
        do {
            let answer = try await context.json(address(limit: context.source.limit))
            return judge(answer, context)
        } catch {
            guard case .status(let answer) = error else { return context.failed(error) }
            return refused(answer, context)
        }
    }

    /// The key goes into the query, as the API wants it: whatever shows an address must redact it.
    private func address(limit: Int?) -> String {
        var parameters = query.parameters
        parameters["show-fields"] = parameters["show-fields"] ?? Self.fields
        parameters["page-size"] = parameters["page-size"] ?? String(min(limit ?? Self.usualPageSize, 200))
        parameters["api-key"] = query.key.reveal()
        return QueryString.append(parameters, to: "\(query.base)/search")
    }

    private func judge(_ answer: Answer<JSONValue>, _ context: ReadingContext) -> Gathered {
        let response = (answer.value ?? .null)["response"]
        guard response["status"].text == "ok", case .array(let results) = response["results"] else {
            let message = response["message"].text ?? answer.value?["message"].text
            let detail = message.map { "the Guardian says: \($0)" } ?? "no search result of the Guardian's"
            return context.gathered(message == nil ? .malformed : .httpError, detail: detail)
        }
        let items = results.compactMap(Self.item)
        return context.gathered(Feed(title: "The Guardian", link: "https://www.theguardian.com/", items: items))
    }

    private func refused(_ answer: ErrorAnswer, _ context: ReadingContext) -> Gathered {
        let body = try? JSONValue(parsing: answer.body)  // an error page may be anything
        let message = body?["response"]["message"].text ?? body?["message"].text
        let detail = [answer.head.line, message].compactMap { $0 }.joined(separator: ": ")
        let advice =
            switch answer.head.status {
            case 401, 403: Advice.key(query.keyName)
            case 429: "over the limit of the key's tier: ask less often, or get another tier"
            default: Advice.status(answer.head.status)
            }
        return context.gathered(.httpError, detail: detail, advice: advice, lesson: context.lesson(answer))
    }

    static func item(_ result: JSONValue) -> FeedItem? {
        guard let title = result["webTitle"].text, let link = result["webUrl"].text else { return nil }
        let fields = result["fields"]
        var item = FeedItem(id: result["id"].text, title: PlainText.of(html: title), link: link)
        item.published = result["webPublicationDate"].text.flatMap { FeedDate.parse($0) }
        item.authors = [fields["byline"].text.map(PlainText.of(html:))].compactMap { $0 }
        item.summary = (fields["trailText"].text ?? fields["standfirst"].text).map { Markup(.html, $0, base: link) }
        item.content = fields["body"].text.map { Markup(.html, $0, base: link) }
        item.categories = [result["sectionName"].text].compactMap { $0 }
        item.image = fields["thumbnail"].text
        return item
    }
}
