import FeedParsing
import HTTPTransport
import NewsModel

/// RSS, Atom or JSON Feed at an address.
struct FeedSource: SourceReader {
    static let definition = ProviderDefinition(
        "feed", "An RSS, Atom or JSON Feed.",
        otherNames: ["rss", "atom", "url", "link", "address", "href", "jsonfeed", "xml-url"],
        addressSuchAs: "https://example.org/rss.xml")

    private let url: String

    init(_ provider: Provider) {
        url = provider.address
    }

    private static let accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1"

    func gather(with context: ReadingContext) async -> FetchedFeed {
        do {
            // What was learned of a list that was read by paths says nothing of a feed.
            let isConditional = context.memory.bodyHash.map(JSONSource.isHash) != true
            let request = context.request(url, accept: Self.accept, isConditional: isConditional)
            let limits = FeedLimits(maxBytes: context.policy.maxBodyBytes)
            let answer = try await context.get(request, progress: context.progress) { head, body in
                try await Self.read(body, head, limits)
            }
            return judge(answer, context)
        } catch {
            return context.failed(error)
        }
    }

    /// Parses as bytes arrive.
    private static func read(
        _ body: BoundedBody, _ head: ResponseHead, _ limits: FeedLimits
    ) async throws -> (Feed, bodyHash: String) {
        // There is nothing to be the same as last time.
        if head.saysNothing { return (Feed(), bodyHash: "") }
        var reader = FeedReader(url: head.url, contentType: head["content-type"], limits: limits)
        let hash = try await body.hashedRead { chunk in try reader.read(chunk) }
        var feed = try reader.finish()
        feed.address = head.url
        return (feed, hash)
    }

    private func judge(_ answer: ParsedResponse<Feed>, _ context: ReadingContext) -> FetchedFeed {
        // What breaks off is not the whole.
        let isWhole = answer.value?.breaksOff != true && !answer.bodyHash.isEmpty
        let cacheUpdate = context.cacheUpdate(
            from: answer, bodyHash: isWhole ? answer.bodyHash : nil, hints: answer.value?.hints)
        let moved = answer.permanentRedirect.map(Advice.moved)
        guard let feed = answer.value else {
            return context.gathered(.unchanged, detail: "304 Not Modified", advice: moved, cacheUpdate: cacheUpdate)
        }
        if !answer.bodyHash.isEmpty, answer.bodyHash == context.memory.bodyHash {
            return context.gathered(
                .unchanged, detail: "the same content as last time", advice: moved, cacheUpdate: cacheUpdate)
        }
        if feed.items.isEmpty, feed.breaksOff {
            return context.failed(.content(.malformed(line: nil, reason: "it ends before its first entry")))
        }
        return context.gathered(feed, cacheUpdate: cacheUpdate)
    }
}
