import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Fetching

/// Lists in the shapes of APIs that many sites speak, each with the paths that read it.
@Suite(.timeLimit(.minutes(1))) struct JSONShapesTests {
    private static func items(
        _ body: String, items: String = "", _ fields: [String: String], url: String = "https://api.example/list"
    ) async throws -> [FeedItem] {
        let paths = fields.map { ("fields.\($0.key)", $0.value) }
        let values = ["url": url, "items": items].merging(paths) { _, path in path }
        let source = Source(id: "api", provider: JSONSource.definition.provider(values))
        for path in fields.values { #expect(JSONPathParser.mistake(in: path) == nil) }
        let bench = Bench([url: [.answer(200, body: body)]])
        return try #require(await bench.gather(source)?.feed?.items)
    }

    @Test(arguments: [
        (#"{"id": 7, "title": "Ask", "url": null}"#, "https://forum.example/item?id=7"),
        (#"{"id": 7, "title": "Ask", "url": ""}"#, "https://forum.example/item?id=7"),
        (#"{"id": 7, "title": "Ask"}"#, "https://forum.example/item?id=7"),
        (#"{"id": 7, "title": "Tell", "url": "https://a.example/7"}"#, "https://a.example/7"),
        (#"{"slug": "s", "title": "Ask", "url": {}}"#, "https://forum.example/item?id=s"),
    ])
    func whatHasNoAddressGetsTheOneOfATemplate(item: String, link: String) async throws {
        let fields = ["title": "title", "link": "url | https://forum.example/item?id={id|slug}"]
        #expect(try await Self.items("[\(item)]", fields).map(\.link) == [link])
    }

    private static func report(_ body: String, items: String = "posts") async throws -> SourceReport? {
        let url = "https://api.example/list"
        let values = ["url": url, "items": items, "fields.title": "title", "fields.link": "link"]
        let source = Source(id: "api", provider: JSONSource.definition.provider(values))
        return await Bench([url: [.answer(200, body: body)]]).gather(source)?.report
    }

    @Test(arguments: [
        #"{"message": "success", "data": {"list": []}}"#, #"{"code": 200, "message": "ok"}"#,
    ])
    func aMessageOfSuccessIsNoError(body: String) async throws {
        let report = try await Self.report(body)
        #expect(report?.outcome == .malformed)
        #expect(report?.detail?.hasPrefix("no items at `posts`") == true)
    }

    @Test(arguments: [
        #"{"status": "error", "message": "Invalid key", "posts": []}"#,
        #"{"error": {"message": "Invalid key"}, "posts": []}"#,
        #"{"message": "Invalid key"}"#,
    ])
    func anErrorBesideAnEmptyListIsOne(body: String) async throws {
        let report = try await Self.report(body)
        #expect(report?.outcome == .httpError)
        #expect(report?.detail == "the API says: Invalid key")
    }

    @Test(arguments: [#"{"posts": [], "message": "2 of 2"}"#, #"{"posts": [], "errors": [], "error": null}"#])
    func anEmptyListIsEmpty(body: String) async throws {
        #expect(try await Self.report(body)?.outcome == .empty)
    }

    @Test func aTemplateComesFirstWhereItStandsFirst() async throws {
        let body = #"[{"n": 1, "url": "/a", "title": "A"}, {"url": "/b", "title": "B"}]"#
        let fields = ["title": "title", "link": "/p/{n}|url", "author": "{first} {last}|by", "points": "{n}"]
        let items = try await Self.items(body, fields)
        #expect(items.map(\.link) == ["https://api.example/p/1", "https://api.example/b"])
        #expect(items.map(\.points) == [1, nil])
    }

    @Test func alternativesThatCannotBeReadArePassedOver() async throws {
        let body = #"[{"title": {"a": 1}, "name": "N", "url": [], "href": "/n", "author": {"id": 3}, "byline": "Ada"}]"#
        let item = try #require(await Self.items(body, ["title": "title|name", "link": "url|href"]).first)
        #expect((item.title, item.link, item.authors) == ("N", "https://api.example/n", ["Ada"]))
    }

    @Test func reddit() async throws {
        let body = """
            {"kind": "Listing", "data": {"after": "t3_b", "children": [{"kind": "t3", "data": {
            "id": "b", "title": "A &amp; B", "url": "https://pics.example/b.png", "permalink": "/r/maps/comments/b/a_b/",
            "author": "cartographer", "created_utc": 1795435200.0, "score": 12, "num_comments": 3, "selftext": ""}}]}}
            """
        let item = try #require(
            await Self.items(
                body, items: "data.children",
                [
                    "id": "data.id", "title": "data.title", "link": "data.url", "discussion": "data.permalink",
                    "published": "data.created_utc", "points": "data.score", "comments": "data.num_comments",
                    "author": "data.author",
                ]
            ).first)
        #expect((item.id, item.title, item.link) == ("b", "A & B", "https://pics.example/b.png"))
        #expect(item.discussion == "https://api.example/r/maps/comments/b/a_b/")
        #expect(item.published == Date(timeIntervalSince1970: 1_795_435_200))
        #expect((item.points, item.comments, item.authors) == (12, 3, ["cartographer"]))
    }

    @Test func lobsters() async throws {
        let body = """
            [{"short_id": "abc", "created_at": "2026-11-22T20:15:00.000-06:00", "title": "A parser", "url": "", "score": 9,
            "comment_count": 4, "description": "", "comments_url": "https://forum.example/s/abc/a_parser",
            "submitter_user": "ada", "tags": ["plt", "c"]}]
            """
        let item = try #require(
            await Self.items(
                body,
                [
                    "title": "title", "link": "url|comments_url", "id": "short_id", "author": "submitter_user",
                    "discussion": "comments_url", "points": "score", "comments": "comment_count",
                ]
            ).first)
        #expect((item.link, item.authors) == ("https://forum.example/s/abc/a_parser", ["ada"]))
        #expect(item.published == Date(timeIntervalSince1970: 1_795_400_100))
        #expect((item.comments, item.categories) == (4, ["plt", "c"]))
    }

    @Test func wordPress() async throws {
        let body = """
            [{"id": 41, "date": "2026-11-23T13:00:00", "date_gmt": "2026-11-23T12:00:00", "link": "https://w.example/41/",
            "title": {"rendered": "Caf&#233; &#8211; open"}, "excerpt": {"rendered": "<p>Short</p>", "protected": false},
            "content": {"rendered": "<p>Long</p>"}, "author": 2, "_embedded": {"author": [{"id": 2, "name": "Grace"}]}}]
            """
        let item = try #require(
            await Self.items(
                body,
                [
                    "title": "title.rendered", "link": "link", "published": "date_gmt", "summary": "excerpt.rendered",
                    "content": "content.rendered", "author": "_embedded.author[0].name",
                ]
            ).first)
        #expect((item.title, item.link, item.authors) == ("Café – open", "https://w.example/41/", ["Grace"]))
        #expect(item.published == Date(timeIntervalSince1970: 1_795_435_200))
        #expect(item.summary?.source == "<p>Short</p>")
    }

    @Test func algolia() async throws {
        let body = """
            {"hits": [{"objectID": "99", "title": "Ask: why", "url": null, "author": "eve", "points": 5, "num_comments": 2,
            "created_at": "2026-11-23T12:00:00Z", "created_at_i": 1795435200, "_tags": ["ask", "story_99"]}], "nbHits": 1}
            """
        let item = try #require(
            await Self.items(
                body, items: "hits",
                [
                    "title": "title|story_title", "link": "url|story_url|https://forum.example/item?id={objectID}",
                    "id": "objectID",
                ]
            ).first)
        #expect((item.link, item.id) == ("https://forum.example/item?id=99", "99"))
        #expect(item.published == Date(timeIntervalSince1970: 1_795_435_200))
        #expect((item.points, item.comments, item.authors) == (5, 2, ["eve"]))
    }

    @Test func mastodon() async throws {
        let body = """
            [{"id": "11", "created_at": "2026-11-23T12:00:00.000Z", "spoiler_text": "", "url": "https://m.example/@ada/11",
            "content": "<p>Good <b>morning</b></p>", "replies_count": 1, "favourites_count": 8,
            "account": {"acct": "ada", "display_name": "Ada"}, "media_attachments": [{"preview_url": "https://m.example/p.png"}]}]
            """
        let item = try #require(
            await Self.items(
                body,
                [
                    "title": "spoiler_text|content", "link": "url|uri", "author": "account.display_name|account.acct",
                    "image": "media_attachments[0].preview_url", "points": "favourites_count",
                    "comments": "replies_count",
                ]
            ).first)
        #expect((item.title, item.link, item.authors) == ("Good morning", "https://m.example/@ada/11", ["Ada"]))
        #expect((item.image, item.points) == ("https://m.example/p.png", 8))
    }

    @Test func discourse() async throws {
        let body = """
            {"users": [], "topic_list": {"topics": [{"id": 5, "title": "Release", "fancy_title": "Release", "slug": "release",
            "posts_count": 4, "created_at": "2026-11-23T12:00:00.000Z", "tags": ["news"], "like_count": 6}]}}
            """
        let item = try #require(
            await Self.items(
                body, items: "topic_list.topics",
                [
                    "title": "title", "link": "https://d.example/t/{slug}/{id}", "points": "like_count",
                    "comments": "posts_count",
                ]
            ).first)
        #expect((item.link, item.comments, item.categories) == ("https://d.example/t/release/5", 4, ["news"]))
    }

    @Test func gitHub() async throws {
        let body = """
            [{"id": 3, "tag_name": "v2.0", "name": "", "html_url": "https://g.example/o/r/releases/tag/v2.0", "draft": false,
            "published_at": "2026-11-23T12:00:00Z", "body": "First line", "author": {"login": "ada"}}]
            """
        let item = try #require(
            await Self.items(
                body,
                ["title": "name|Release {tag_name}", "link": "html_url", "author": "author.login", "content": "body"]
            ).first)
        #expect((item.title, item.link) == ("Release v2.0", "https://g.example/o/r/releases/tag/v2.0"))
        #expect((item.authors, item.content?.source) == (["ada"], "First line"))
        #expect(item.published == Date(timeIntervalSince1970: 1_795_435_200))
    }
}
