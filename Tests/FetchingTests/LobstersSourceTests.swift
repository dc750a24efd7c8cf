import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct LobstersSourceTests {
    private static let base = "https://lobsters.example"

    private static func source(_ values: [String: String] = [:]) -> Source {
        let all = values.merging(["base": base]) { given, _ in given }
        return Source(id: "lobsters", provider: LobstersSource.definition.provider(all))
    }

    private static func page(_ ids: [String]) -> String {
        "[" + ids.map { "{\"short_id\":\"\($0)\",\"title\":\"Story \($0)\"}" }.joined(separator: ",") + "]"
    }

    private static func gather(_ replies: [String: String], _ values: [String: String] = [:]) async -> FetchedFeed? {
        let answers = replies.map { ("\(base)\($0.key)", [ScriptedNetwork.Reply.answer(200, body: $0.value)]) }
        var bench = Bench(Dictionary(uniqueKeysWithValues: answers))
        bench.policy.retries = 0
        return await bench.gather(source(values))
    }

    @Test func storiesComeInTheOrderOfTheListWithTheirFigures() async throws {
        let body = #"""
            [{"short_id":"abc123","created_at":"2026-11-22T08:10:00.000-06:00","title":"A <b> tag & a B-tree",
            "url":"https://a.example/","score":87,"comment_count":12,"description":"","submitter_user":"ada",
            "tags":["databases","c"],"comments_url":"https://lobste.rs/s/abc123/a_b_tree"},
            {"short_id":"def456","title":"What do you read?","url":"","description":"<p>I'm curious.</p>",
            "description_plain":"I'm curious.","submitter_user":{"username":"bo"},"tags":["ask"],
            "comments_url":"https://lobste.rs/s/def456"}]
            """#
        let gathered = try #require(await Self.gather(["/hottest.json": body], ["limit": "2"]))
        #expect(gathered.report.outcome == .fresh)
        #expect(gathered.report.detail == nil)
        let items = try #require(gathered.feed?.items)
        #expect(items.map(\.id) == ["abc123", "def456"])
        #expect(items.map(\.title) == ["A <b> tag & a B-tree", "What do you read?"])
        #expect(items.map(\.link) == ["https://a.example/", "https://lobste.rs/s/def456"])
        #expect(items.map(\.discussion) == ["https://lobste.rs/s/abc123/a_b_tree", "https://lobste.rs/s/def456"])
        #expect(items.map(\.rank) == [1, 2])
        #expect(items.map(\.authors) == [["ada"], ["bo"]])
        #expect(items[0].points == 87)
        #expect(items[0].comments == 12)
        #expect(items[0].categories == ["databases", "c"])
        #expect(items[0].published == Date(timeIntervalSince1970: 1_795_356_600))
        #expect(items[0].summary == nil)
        #expect(items[1].summary?.source == "<p>I'm curious.</p>")
    }

    @Test(arguments: [
        (["list": "newest"], "/newest.json"), (["list": "active"], "/active.json"),
        (["tags": "swift,c++"], "/t/swift,c++.json"), (["tags": "swift", "list": "active"], "/t/swift.json"),
    ])
    func theListOrItsTagsSayWhatIsAsked(values: [String: String], path: String) async {
        let all = values.merging(["limit": "1"]) { given, _ in given }
        #expect(await Self.gather([path: Self.page(["a"])], all)?.report.items == 1)
    }

    @Test func furtherPagesAreAskedAsFarAsTheLimitNeeds() async throws {
        let pages = [
            "/hottest.json": Self.page(["a", "b"]), "/hottest.json?page=2": Self.page(["b", "c"]),
            "/hottest.json?page=3": Self.page(["d", "e"]),
        ]
        let gathered = try #require(await Self.gather(pages, ["limit": "4"]))
        #expect(gathered.feed?.items.map(\.id) == ["a", "b", "c", "d"])
        #expect(gathered.feed?.items.map(\.rank) == [1, 2, 3, 4])
    }

    @Test(arguments: ["[]", #"[{"short_id":"a","title":"Again"}]"#, "null"])
    func aPageWithNothingNewIsTheEnd(last: String) async throws {
        let pages = ["/hottest.json": Self.page(["a", "b"]), "/hottest.json?page=2": last]
        let gathered = try #require(await Self.gather(pages, ["limit": "3"]))
        #expect(gathered.feed?.items.count == 2)
        #expect(gathered.report.detail == nil)
    }

    @Test(arguments: [(404, false), (500, true)])
    func aPageThatFailsIsToldUnlessTheListIsOver(status: Int, isTold: Bool) async throws {
        var bench = Bench([
            "\(Self.base)/hottest.json": [.answer(200, body: Self.page(["a"]))],
            "\(Self.base)/hottest.json?page=2": [.answer(status)],
        ])
        bench.policy.retries = 0
        let report = try #require(await bench.gather(Self.source(["limit": "2"]))?.report)
        #expect(report.outcome == .fresh)
        #expect(report.items == 1)
        #expect((report.detail?.contains("1 of 2") == true) == isTold)
    }

    @Test func aFurtherPageThatAsksForAPauseIsHeardNextTimeToo() async throws {
        let bench = Bench([
            "\(Self.base)/hottest.json": [.answer(200, body: Self.page(["a"]))],
            "\(Self.base)/hottest.json?page=2": [.answer(429, headers: ["Retry-After": "7200"])],
        ])
        let gathered = try #require(await bench.gather(Self.source(["limit": "2"])))
        #expect(gathered.report.outcome == .fresh && gathered.report.items == 1)
        #expect(gathered.visit.pause?.until == Bench.now.addingTimeInterval(7200))
    }

    @Test(arguments: [(#"{"error":"down"}"#, "Lobsters says: down"), ("{}", "something else than a list")])
    func aFurtherPageThatIsNoListIsTold(page: String, words: String) async throws {
        let pages = ["/hottest.json": Self.page(["a"]), "/hottest.json?page=2": page]
        let report = try #require(await Self.gather(pages, ["limit": "2"])?.report)
        #expect(report.items == 1 && report.detail?.contains(words) == true)
    }

    @Test func theNewestOfATagAreSortedByTheirDates() async throws {
        let body = #"""
            [{"short_id":"a","title":"Old","created_at":"2026-11-20T00:00:00Z"},
            {"short_id":"b","title":"New","created_at":"2026-11-22T00:00:00Z"}]
            """#
        let gathered = await Self.gather(["/t/swift.json": body], ["tags": "swift", "list": "newest", "limit": "2"])
        #expect(gathered?.feed?.items.map(\.id) == ["b", "a"])
        #expect(gathered?.feed?.items.map(\.rank) == [1, 2])
    }

    @Test(arguments: ["http://169.254.169.254/latest", "http://[::1]/", "file:///etc/passwd"])
    func aLinkIntoAPrivatePlaceLeadsToTheDiscussion(link: String) async throws {
        let body = #"[{"short_id":"a","title":"Look","url":"\#(link)"}]"#
        let gathered = await Self.gather(["/hottest.json": body], ["limit": "1"])
        #expect(gathered?.feed?.items.first?.link == "\(Self.base)/s/a")
    }

    @Test(arguments: [
        ("[]", Outcome.empty), ("null", .empty), ("{}", .malformed), ("7", .malformed), ("[{}]", .malformed),
        (#"{"error":"down for maintenance"}"#, .httpError), ("<html></html>", .malformed),
    ])
    func whatIsNoListOfStoriesIsToldApart(body: String, outcome: Outcome) async throws {
        let report = try #require(await Self.gather(["/hottest.json": body])?.report)
        #expect(report.outcome == outcome)
        #expect(outcome != .httpError || report.detail?.contains("down for maintenance") == true)
    }

    @Test func anErrorPageSaysWhy() async throws {
        let bench = Bench(["\(Self.base)/hottest.json": [.answer(403, body: #"{"error":"go away"}"#)]])
        let report = try #require(await bench.gather(Self.source())?.report)
        #expect(report.outcome == .httpError)
        #expect(report.detail?.contains("go away") == true)
        #expect(report.advice != nil)
    }
}
