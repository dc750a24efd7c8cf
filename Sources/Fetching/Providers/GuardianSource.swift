import FeedParsing
import Foundation
import NewsModel
import WebText

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
        if answer.head.saysNothing { return context.gathered(Feed()) }
        let body = answer.value ?? .null
        let response = body["response"]
        guard response["status"].text == "ok", case .array(let results) = response["results"] else {
            guard let message = response["message"].text ?? body["message"].text else {
                return context.failed(.malformed("no search result of the Guardian's"))
            }
            return context.gathered(
                .httpError, detail: "the Guardian says: \(message)", advice: advice(200, isKey: response.isNull))
        }
        let items = results.compactMap(Self.item)
        guard !items.isEmpty || results.isEmpty else {
            return context.failed(.malformed("none of \(results.count) results has a title and an address"))
        }
        return context.gathered(feed(items))
    }

    private func feed(_ items: [FeedItem]) -> Feed {
        Feed(title: "The Guardian", link: "https://www.theguardian.com/", items: items)
    }

    private func refused(_ answer: ErrorAnswer, _ context: ReadingContext) -> Gathered {
        let body = try? JSONValue(parsing: answer.body)  // an error page may be anything
        let message = body?["response"]["message"].text ?? body?["message"].text
        let detail = [answer.head.line, message].compactMap { $0 }.joined(separator: ": ")
        if answer.head.status == 400, message?.contains(Self.pastTheEnd) == true {
            return context.gathered(feed([]), detail: detail)
        }
        return context.gathered(
            .httpError, detail: detail, advice: advice(answer.head.status, isKey: false), lesson: context.lesson(answer)
        )
    }

    /// A page past the last one ends the paging; it is no failure.
    private static let pastTheEnd = "beyond the number of available pages"

    /// An error without a `response` around it comes from the gate that looks at keys.
    private func advice(_ status: Int, isKey: Bool) -> String {
        switch status {
        case 401, 403: Advice.key(query.keyName)
        case 429: "over the limit of the key's tier: ask less often, or get another tier"
        case 200 where isKey: Advice.key(query.keyName)
        case 200, 400: Advice.parameters
        default: Advice.status(status)
        }
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
