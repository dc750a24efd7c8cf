import FeedParsing
import NewsModel

/// RSS, Atom or JSON Feed at an address.
struct FeedSource: SourceReader {
    let url: String

    private static let accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1"

    func gather(with context: ReadingContext) async -> Gathered {
        do {
            let request = context.request(url, accept: Self.accept, isConditional: true)
            let answer = try await context.fetcher.get(request, log: context.log) { head, body in
                try await Self.read(body, head, context)
            }
            return judge(answer, context)
        } catch {
            return context.failed(error)
        }
    }

    /// Parses as bytes arrive, and hands the items over at once: behind it other bodies wait to be parsed, and nobody
    /// could hold the items of them all.
    private static func read(
        _ body: BoundedBody, _ head: AnswerHead, _ context: ReadingContext
    ) async throws -> (ReadFeed, bodyHash: String) {
        let limits = FeedLimits(maxBytes: context.policy.maxBodyBytes)
        var reader = FeedReader(url: head.url, contentType: head["content-type"], limits: limits)
        let hash = try await body.read { chunk in try reader.read(chunk) }
        // There is nothing to be the same as last time.
        if head.status == 204 { return (ReadFeed(Feed()), bodyHash: "") }
        let feed = context.limited(try reader.finish())
        if hash != context.memory.bodyHash { context.handOver(feed) }
        return (ReadFeed(feed), hash)
    }

    private func judge(_ answer: Answer<ReadFeed>, _ context: ReadingContext) -> Gathered {
        let lesson = lesson(from: answer, context)
        let moved = answer.permanentRedirect.map(Advice.moved)
        guard let feed = answer.value else {
            return context.gathered(.unchanged, detail: "304 Not Modified", advice: moved, lesson: lesson)
        }
        if !answer.bodyHash.isEmpty, answer.bodyHash == context.memory.bodyHash {
            return context.gathered(.unchanged, detail: "the same content as last time", advice: moved, lesson: lesson)
        }
        if feed.count == 0, feed.outline.breaksOff {
            return context.failed(.content(.malformed(line: nil, reason: "it ends before its first entry")))
        }
        return context.gathered(feed.outline, count: feed.count, lesson: lesson)
    }

    /// Validators from the same answer as the body that they stand for, or from the 304 that confirms it.
    private func lesson(from answer: Answer<ReadFeed>, _ context: ReadingContext) -> Lesson {
        var lesson = Lesson(hints: answer.value?.outline.hints, permanentRedirect: answer.permanentRedirect)
        lesson.pause = context.pause(after: answer.head, hints: lesson.hints ?? context.memory.hints)
        // What breaks off is not the whole, and must not be taken for it next time.
        if answer.value?.outline.breaksOff == true { return lesson }
        let (etag, date) = (answer.head["etag"], answer.head["last-modified"])
        if etag != nil || date != nil { lesson.validators = Validators(etag: etag, lastModified: date, url: url) }
        if !answer.bodyHash.isEmpty { lesson.bodyHash = answer.bodyHash }
        return lesson
    }
}

/// A feed whose items were handed over.
private struct ReadFeed: Sendable {
    /// What it says besides.
    let outline: Feed
    /// How many items it had.
    let count: Int

    init(_ feed: Feed) {
        count = feed.items.count
        var outline = feed
        outline.items = []
        self.outline = outline
    }
}
