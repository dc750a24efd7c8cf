import FeedParsing
import Foundation
import HTTPTransport
import NewsModel
import WebText

/// A list of Lobsters, or the stories of some of its tags: one request for each page of 25, one after the other.
///
/// What is missing at the deadline is left out: some of a list is news, none of it is not.
struct LobstersSource: SourceReader {
    static let definition = ProviderDefinition(
        "lobsters", "A list of Lobsters.", otherNames: ["lobste.rs", "lobster"], example: "list: hottest, limit: 25",
        namedBy: ["list", "tags"], namesPublishers: true,
        keys: [
            ProviderKey(
                "list", .word(of: ["hottest", newest, "active"]), "Which list.", standard: "hottest",
                otherNames: ["type"]),
            ProviderKey(
                "limit", .number(1...500),
                "How many of the list's stories are taken; each 25 are a request.", standard: "25",
                otherNames: ["count", "max"]),
            ProviderKey(
                "tags",
                .list(
                    "a list such as [swift, compsci]", of: .pattern("a tag such as swift", "^[A-Za-z0-9.+_-]{1,50}$")),
                """
                Only stories with one of these tags. Their page has the hottest first; with `list: newest` they are \
                sorted by date.
                """, otherNames: ["tag"]),
            .base("https://lobste.rs"),
        ])

    private static let newest = "newest"

    private let list: String
    private let limit: Int
    /// With commas between them; empty for all.
    private let tags: String
    private let base: String

    init(_ provider: Provider) {
        list = provider["list"]
        limit = provider.number("limit")
        tags = provider["tags"]
        base = provider["base"]
    }

    func gather(with context: ReadingContext) async -> FetchedFeed {
        await context.askAPI(
            address(page: 1), refused: { context.gathered($0, advice: $0.advice) },
            judge: { await judge($0.value ?? .null, context) })
    }

    private func address(page: Int) -> String {
        let path = tags.isEmpty ? list : "t/\(tags)"
        return "\(base)/\(path).json" + (page == 1 ? "" : "?page=\(page)")
    }

    private func judge(_ body: JSONValue, _ context: ReadingContext) async -> FetchedFeed {
        if body.isNull { return context.gathered(feed([])) }
        guard case .array(let stories) = body else {
            guard let message = APIErrorPage.message(in: body) else {
                return context.failed(.malformed("something else than a list of stories"))
            }
            return context.gathered(.httpError, detail: "Lobsters says: \(message)", advice: Advice.server)
        }
        let (items, failure) = await items(startingWith: stories, context)
        guard !items.isEmpty || stories.isEmpty else {
            return context.failed(.malformed("none of \(stories.count) stories has an id and a title"))
        }
        guard let failure else { return context.gathered(feed(items)) }
        let missing = "\(items.count) of \(limit) stories; the others: \(failure.summary)"
        return context.gathered(
            feed(items), detail: missing, cacheUpdate: failure.overload.map(context.cacheUpdate) ?? CacheUpdate())
    }

    private func feed(_ items: [FeedItem]) -> Feed {
        Feed(title: "Lobsters", link: "https://lobste.rs/", items: items)
    }

    /// The stories of the first page and of as many further ones as it takes, each story once: what moves down the list
    /// while it is read stands on two of them. The list ends where a page holds nothing new.
    private func items(
        startingWith first: [JSONValue], _ context: ReadingContext
    ) async -> ([FeedItem], FetchFailure?) {
        var seen: Set<String> = []
        var items: [FeedItem] = []
        var stories = first
        var page = 1
        while true {
            let further = stories.compactMap { item($0, allowing: context.fetcher.addresses) }
                .filter { seen.insert($0.id ?? "").inserted }
            items += further
            guard !further.isEmpty, items.count < limit else { return (ranked(items), nil) }
            page += 1
            do {
                let answer = try await context.json(address(page: page))
                guard case .array(let more) = answer.value ?? .null else {
                    return (ranked(items), answer.value.flatMap(Self.complaint))
                }
                stories = more
            } catch {
                // Some servers have no page behind the last one.
                if case .status(let answer) = error, answer.head.status == 404 { return (ranked(items), nil) }
                return (ranked(items), error)
            }
        }
    }

    /// What came in place of a further page; `nil` for nothing, which ends the list.
    private static func complaint(_ body: JSONValue) -> FetchFailure? {
        guard !body.isNull else { return nil }
        return .malformed(
            APIErrorPage.message(in: body).map { "Lobsters says: \($0)" } ?? "something else than a list of stories")
    }

    /// The first of the list, with their places in it. The page of a tag is by heat, whatever list is wanted.
    private func ranked(_ items: [FeedItem]) -> [FeedItem] {
        var items = items
        if list == Self.newest, !tags.isEmpty {
            items.sort { ($0.published ?? .distantPast) > ($1.published ?? .distantPast) }
        }
        return items.prefix(limit).enumerated().map { index, item in
            var item = item
            item.rank = index + 1
            return item
        }
    }

    /// A story; `nil` without an id or a title.
    ///
    /// Anybody may submit a link: one that leads into a private place leads to the discussion instead, as a text does.
    private func item(_ story: JSONValue, allowing places: AddressPolicy) -> FeedItem? {
        guard let id = story["short_id"].text, let title = story["title"].text else { return nil }
        let discussion = story["comments_url"].text ?? "\(base)/s/\(id)"
        let link = story["url"].text.flatMap { places.allows($0) ? $0 : nil }
        var item = FeedItem(
            id: id, title: title, link: link ?? discussion,
            authors: [story["submitter_user"].text ?? story["submitter_user"]["username"].text].compactMap { $0 },
            discussion: discussion)
        item.published = story["created_at"].text.flatMap { FeedDate.reading($0).date }
        item.summary =
            story["description"].text.map { Markup(.html, $0, base: discussion) }
            ?? story["description_plain"].text.map { Markup(.text, $0, base: discussion) }
        item.categories = story["tags"].elements?.compactMap(\.text) ?? []
        item.points = story["score"].integer
        item.comments = story["comment_count"].integer
        return item
    }
}
