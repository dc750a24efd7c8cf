import FeedParsing
import Foundation
import NewsModel
import WebText

/// A search of the Guardian's Open Platform: one request a run.
struct GuardianSource: SourceReader {
    static let definition = ProviderDefinition(
        "guardian", "A search of the Guardian.", example: "key: \"${GUARDIAN_API_KEY}\", section: world",
        namedBy: ["section", "tag", "q"], namesPublishers: true,
        keys: [.apiKey(variable: "GUARDIAN_API_KEY")] + parameters + [.base("https://content.guardianapis.com")])

    /// The parameters of the search, spelled as there.
    private static let parameters = [
        ProviderKey(
            "q", .text("words such as climate AND sea"),
            "Words to search for, with `AND`, `OR`, `NOT` and parentheses.", otherNames: ["query", "search"]),
        ProviderKey(
            "section", .text("a section's id such as world"),
            "Only this section; `,` is and, `|` is or, `-` excludes."),
        ProviderKey(
            "tag", .text("a tag's id such as technology/technology"), "Only with this tag.", otherNames: ["tags"]),
        ProviderKey("from-date", .date, "Not before this date."),
        ProviderKey("to-date", .date, "Not after this date."),
        ProviderKey(
            "use-date", .word(of: ["published", "first-publication", "newspaper-edition", "last-modified"]),
            "Which date the two mean."),
        ProviderKey("order-by", .word(of: ["newest", "oldest", "relevance"]), "The order.", otherNames: ["sort"]),
        ProviderKey("page-size", .number(1...200), "How many stories.", otherNames: ["limit", "count"]),
        ProviderKey("page", .number(1...10_000), "Which page of them."),
        ProviderKey("show-fields", .text("names such as trailText,byline,thumbnail"), "What each story holds."),
        ProviderKey("show-tags", .text("names such as contributor,keyword"), "Which tags each story holds."),
        ProviderKey("lang", .language, "Only in this language.", otherNames: ["language"]),
        ProviderKey("type", .text("a kind such as article"), "Only of this kind."),
    ]

    private let provider: Provider

    init(_ provider: Provider) {
        self.provider = provider
    }

    private static let fields = "trailText,byline,thumbnail"
    private static let usualPageSize = 50

    func gather(with context: ReadingContext) async -> FetchedFeed {
        await context.askAPI(
            address(limit: context.source.limit), refused: { refused($0, context) }, judge: { judge($0, context) })
    }

    /// The key goes into the query, as the API wants it: whatever shows an address must redact it.
    private func address(limit: Int?) -> String {
        var parameters = provider.values
        parameters["base"] = nil
        parameters["show-fields"] = parameters["show-fields"] ?? Self.fields
        parameters["page-size"] = parameters["page-size"] ?? String(min(limit ?? Self.usualPageSize, 200))
        parameters["api-key"] = provider.key?.reveal()
        return PercentEncoding.appending(parameters, to: "\(provider["base"])/search")
    }

    private func judge(_ answer: ParsedResponse<JSONValue>, _ context: ReadingContext) -> FetchedFeed {
        if answer.head.saysNothing { return context.gathered(Feed()) }
        let body = answer.value ?? .null
        let response = body["response"]
        guard response["status"].text == "ok", let results = Self.results(of: response) else {
            guard let message = APIErrorPage(body, head: answer.head).message else {
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

    /// `null` is a list of none; none at all is no answer.
    private static func results(of response: JSONValue) -> [JSONValue]? {
        switch response["results"] {
        case .null: response.names.contains("results") ? [] : nil
        case .array(let results): results
        case .bool, .number, .string, .object: nil
        }
    }

    private func feed(_ items: [FeedItem]) -> Feed {
        Feed(title: "The Guardian", link: "https://www.theguardian.com/", items: items)
    }

    private func refused(_ page: APIErrorPage, _ context: ReadingContext) -> FetchedFeed {
        if page.head.status == 400, let message = page.message, Self.pastTheEnd.contains(where: message.contains) {
            return context.gathered(feed([]), detail: page.detail)
        }
        return context.gathered(page, advice: advice(page.head.status, isKey: false))
    }

    /// A page past the last one, or deeper than any is shown, ends the paging; it is no failure.
    private static let pastTheEnd = ["beyond the number of available pages", "paging this far", "page past the first"]

    /// An error without a `response` around it comes from the gate that looks at keys.
    private func advice(_ status: Int, isKey: Bool) -> String {
        switch status {
        case 401, 403: Advice.key(provider.keyVariable)
        case 429: "over the limit of the key's tier: ask less often, or get another tier"
        case 200 where isKey: Advice.key(provider.keyVariable)
        case 200, 400: Advice.parameters
        default: Advice.status(status)
        }
    }

    static func item(_ result: JSONValue) -> FeedItem? {
        guard let title = result["webTitle"].text, let link = result["webUrl"].text else { return nil }
        let fields = result["fields"]
        var item = FeedItem(id: result["id"].text, title: PlainText.of(titleInHTML: title), link: link)
        item.published = result["webPublicationDate"].text.flatMap { FeedDate.reading($0).date }
        item.authors = [fields["byline"].text.map(PlainText.of(html:))].compactMap { $0 }
        item.summary = (fields["trailText"].text ?? fields["standfirst"].text).map { Markup(.html, $0, base: link) }
        item.content = fields["body"].text.map { Markup(.html, $0, base: link) }
        item.categories = [result["sectionName"].text].compactMap { $0 }
        item.image = fields["thumbnail"].text
        return item
    }
}
