import FeedParsing
import Foundation
import NewsModel
import WebText

/// A list of Hacker News: the list itself, then its items, fanned out inside of the same batch.
///
/// What has not arrived by the deadline is left out: some of a list is news, none of it is not.
struct HackerNewsSource: SourceReader {
    let query: HackerNewsQuery

    /// The API has no limit; this is our own idea of being gentle.
    private static let atOnce = 16

    func gather(with context: ReadingContext) async -> Gathered {
        let ids: [Int]
        do {
            let address = "\(query.base)/\(query.list.rawValue)stories.json"
            let list = try await context.json(address, hostLimit: Self.atOnce)
            let answer = list.value ?? .null
            guard let found = Self.identifiers(in: answer) else { return Self.complaint(answer, context) }
            ids = Array(found.prefix(query.limit))
        } catch {
            guard case .status(let answer) = error else { return context.failed(error) }
            let body = try? JSONValue(parsing: answer.body)  // an error page may be anything
            let detail = [answer.head.line, body?["error"].text].compactMap { $0 }.joined(separator: ": ")
            return context.gathered(
                .httpError, detail: detail, advice: Advice.status(answer.head.status), lesson: context.lesson(answer))
        }
        return await gather(ids, with: context)
    }

    private func gather(_ ids: [Int], with context: ReadingContext) async -> Gathered {
        let fanOut = await items(ids, with: context)
        let feed = Feed(title: "Hacker News", link: "https://news.ycombinator.com/", items: fanOut.items)
        guard let failure = fanOut.firstFailure else { return context.gathered(feed) }
        guard fanOut.answered > 0 else { return context.failed(failure) }
        let missing = "\(fanOut.answered) of \(ids.count) items; the others: \(failure.summary)"
        return context.gathered(feed, detail: missing, lesson: fanOut.overload.map(context.lesson) ?? Lesson())
    }

    private struct FanOut {
        var items: [FeedItem] = []
        var answered = 0
        var firstFailure: FetchFailure?
        /// Where the API asked to be left alone, which holds for the next run too.
        var overload: ErrorAnswer?

        mutating func add(_ failure: FetchFailure) {
            firstFailure = firstFailure ?? failure
            if case .status(let answer) = failure, answer.isOverload { overload = overload ?? answer }
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
        let log = FetchLog()
        defer {
            let own = log.current
            context.log.update {
                $0.bytes += own.bytes
                $0.redirects.formUnion(own.redirects)
            }
        }
        do {
            let answer = try await context.json("\(query.base)/item/\(id).json", hostLimit: Self.atOnce, log: log)
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
    private static func complaint(_ answer: JSONValue, _ context: ReadingContext) -> Gathered {
        guard let message = answer["error"].text else {
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
            id: String(id), title: PlainText.of(html: title), link: link ?? discussion,
            authors: [item["by"].text].compactMap { $0 }, discussion: discussion, rank: rank)
        story.published = item["time"].integer.map { Date(timeIntervalSince1970: Double($0)) }
        story.summary = item["text"].text.map { Markup(.html, $0, base: discussion) }
        story.points = item["score"].integer
        story.comments = item["descendants"].integer
        return story
    }
}
