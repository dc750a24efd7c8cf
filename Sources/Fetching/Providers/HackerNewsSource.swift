import FeedParsing
import Foundation
import HTTPTransport
import NewsModel
import WebText

/// A list of Hacker News: the list itself, then its items, fanned out inside of the same batch.
///
/// What has not arrived by the deadline is left out: some of a list is news, none of it is not.
struct HackerNewsSource: SourceReader {
    static let definition = ProviderDefinition(
        "hackernews", "A list of Hacker News.", otherNames: ["hn"], example: "list: top, limit: 30",
        namedBy: ["list"], namesPublishers: true,
        keys: [
            ProviderKey(
                "list", .word(of: ["top", "new", "best", "ask", "show", "job"]), "Which list.", standard: "top",
                otherNames: ["type", "tag"]),
            ProviderKey(
                "limit", .number(1...500),
                "How many of the list's items are asked for; each is a request.", standard: "30",
                otherNames: ["count", "max"]),
            .base("https://hacker-news.firebaseio.com/v0"),
        ])

    private let list: String
    private let limit: Int
    private let base: String

    init(_ provider: Provider) {
        list = provider["list"]
        limit = provider.number("limit")
        base = provider["base"]
    }

    /// The API has no limit; this is our own idea of being gentle.
    private static let atOnce = 16

    func gather(with context: ReadingContext) async -> FetchedFeed {
        await context.askAPI(
            "\(base)/\(list)stories.json", hostLimit: Self.atOnce,
            refused: { context.gathered($0, advice: $0.advice) },
            judge: { answer in
                let list = answer.value ?? .null
                guard let ids = Self.identifiers(in: list) else { return Self.complaint(list, context) }
                return await gather(Array(ids.prefix(limit)), with: context)
            })
    }

    private func gather(_ ids: [Int], with context: ReadingContext) async -> FetchedFeed {
        let fanOut = await items(ids, with: context)
        let feed = Feed(title: "Hacker News", link: "https://news.ycombinator.com/", items: fanOut.items)
        guard let failure = fanOut.firstFailure else { return context.gathered(feed) }
        guard fanOut.answered > 0 else { return context.failed(failure) }
        let missing = "\(fanOut.answered) of \(ids.count) items; the others: \(failure.summary)"
        return context.gathered(
            feed, detail: missing, cacheUpdate: fanOut.overload.map(context.cacheUpdate) ?? CacheUpdate())
    }

    private struct FanOut {
        var items: [FeedItem] = []
        var answered = 0
        var firstFailure: FetchFailure?
        /// Where the API asked to be left alone, which holds for the next run too.
        var overload: ErrorResponse?

        mutating func add(_ failure: FetchFailure) {
            firstFailure = firstFailure ?? failure
            overload = overload ?? failure.overload
        }
    }

    private func items(_ ids: [Int], with context: ReadingContext) async -> FanOut {
        await withTaskGroup(of: (Int, Result<FeedItem?, FetchFailure>).self) { group in
            for (index, id) in ids.enumerated() {
                group.addTask { (index, await item(id, rank: index + 1, with: context)) }
            }
            var found: [(index: Int, item: FeedItem)] = []
            var fanOut = FanOut()
            for await (index, result) in group {
                switch result {
                case .success(let item):
                    fanOut.answered += 1
                    if let item { found.append((index, item)) }
                case .failure(let failure): fanOut.add(failure)
                }
            }
            fanOut.items = found.sorted { $0.index < $1.index }.map(\.item)
            return fanOut
        }
    }

    private func item(_ id: Int, rank: Int, with context: ReadingContext) async -> Result<FeedItem?, FetchFailure> {
        // A log of its own: each of the items goes its own way, and only their bytes and redirects add up.
        let progress = FetchProgress()
        defer {
            let own = progress.current
            context.progress.update {
                $0.bytes += own.bytes
                $0.redirects.formUnion(own.redirects)
            }
        }
        do {
            let answer = try await context.json("\(base)/item/\(id).json", hostLimit: Self.atOnce, progress: progress)
            let places = context.fetcher.addresses
            return .success(Self.story(answer.value ?? .null, id: id, rank: rank, allowing: places))
        } catch {
            return .failure(error)
        }
    }

    /// The ids of a list, each once; a list that is `null` has none, and one of other things is none.
    private static func identifiers(in list: JSONValue) -> [Int]? {
        switch list {
        case .null: return []
        case .array(let values):
            var seen: Set<Int> = []
            let ids = values.compactMap(\.integer).filter { seen.insert($0).inserted }
            return ids.isEmpty && !values.isEmpty ? nil : ids
        case .bool, .number, .string, .object: return nil
        }
    }

    /// What came in place of a list: the API's own error, or something else.
    private static func complaint(_ answer: JSONValue, _ context: ReadingContext) -> FetchedFeed {
        guard let message = APIErrorPage.message(in: answer) else {
            return context.failed(.malformed("something else than a list of ids"))
        }
        return context.gathered(.httpError, detail: "Hacker News says: \(message)", advice: Advice.server)
    }

    /// A story, job or poll; `nil` for a missing, deleted or dead item and for any other type.
    ///
    /// Anybody may submit a link: one that leads into a private place leads to the discussion instead.
    private static func story(
        _ item: JSONValue, id: Int, rank: Int, allowing places: AddressPolicy
    ) -> FeedItem? {
        guard ["story", "job", "poll"].contains(item["type"].text), !item["deleted"].isTrue, !item["dead"].isTrue,
            let title = item["title"].text
        else { return nil }
        let discussion = "https://news.ycombinator.com/item?id=\(id)"
        let link = item["url"].text.flatMap { places.allows($0) ? $0 : nil }
        var story = FeedItem(
            id: String(id), title: PlainText.of(titleInHTML: title), link: link ?? discussion,
            authors: [item["by"].text].compactMap { $0 }, discussion: discussion, rank: rank)
        story.published = item["time"].text.flatMap { FeedDate.reading($0).date }
        story.summary = item["text"].text.map { Markup(.html, $0, base: discussion) }
        story.points = item["score"].integer
        story.comments = item["descendants"].integer
        return story
    }
}
