import Foundation
import HTTPTransport
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct HackerNewsSourceTests {
    private static let base = "https://hn.example/v0"

    private static func source(limit: Int = 30) -> Source {
        Source(
            id: "hn", provider: HackerNewsSource.definition.provider(["limit": "\(limit)", "base": base]))
    }

    private static func item(_ id: Int, _ more: String) -> (String, [ScriptedNetwork.Reply]) {
        ("\(base)/item/\(id).json", [.answer(200, body: "{\"id\":\(id),\(more)}")])
    }

    private static func network(_ list: String, _ items: (String, [ScriptedNetwork.Reply])...) -> Bench {
        var replies = Dictionary(uniqueKeysWithValues: items)
        replies["\(base)/topstories.json"] = [.answer(200, body: list)]
        return Bench(replies)
    }

    @Test func storiesComeInTheOrderOfTheListWithTheirFigures() async throws {
        let bench = Self.network(
            "[1,2]",
            Self.item(
                1,
                #""type":"story","title":"Trees &amp; pages","url":"https://a.example/","score":187,"descendants":42,"time":1795335000,"by":"ada""#
            ),
            Self.item(
                2,
                #""type":"story","title":"Ask HN: How?","text":"I&#x27;m curious","score":25,"descendants":9,"time":1795331400"#
                    + #","url":"""#))
        let items = try #require(await bench.gather(Self.source())?.feed?.items)
        #expect(items.map(\.title) == ["Trees & pages", "Ask HN: How?"])
        #expect(items.map(\.rank) == [1, 2])
        #expect(items[0].points == 187)
        #expect(items[0].comments == 42)
        #expect(items[0].published == Date(timeIntervalSince1970: 1_795_335_000))
        #expect(items[1].link == "https://news.ycombinator.com/item?id=2")
    }

    @Test(arguments: [("1795335000000", 1_795_335_000), ("999999999999999999999", nil), ("\"soon\"", nil)])
    func aTimeIsReadAsADateOfAFeedIs(time: String, seconds: Double?) async throws {
        let bench = Self.network("[1]", Self.item(1, #""type":"story","title":"Kept","time":\#(time)"#))
        let item = try #require(await bench.gather(Self.source())?.feed?.items.first)
        #expect(item.published == seconds.map(Date.init(timeIntervalSince1970:)))
    }

    @Test func deletedDeadMissingAndOtherItemsAreNoFailure() async throws {
        let bench = Self.network(
            "[1,2,3,4,5]", Self.item(1, #""type":"story","title":"Kept""#),
            Self.item(2, #""type":"story","title":"Gone","deleted":true"#),
            Self.item(3, #""type":"comment","text":"No""#), Self.item(4, #""type":"job","title":"Hiring","dead":true"#),
            ("\(Self.base)/item/5.json", [.answer(200, body: "null")]))
        let gathered = try #require(await bench.gather(Self.source()))
        #expect(gathered.report.outcome == .fresh)
        #expect(gathered.report.detail == nil)
        #expect(gathered.feed?.items.map(\.title) == ["Kept"])
    }

    @Test(arguments: ["null", "[]"]) func aListOfNothingIsEmpty(list: String) async {
        #expect(await Self.network(list).gather(Self.source())?.report.outcome == .empty)
    }

    @Test func someOfTheItemsAreFreshWithANote() async throws {
        var bench = Self.network("[1,2]", Self.item(1, #""type":"story","title":"Kept""#))
        bench.policy.retries = 0
        let report = try #require(await bench.gather(Self.source())?.report)
        #expect(report.outcome == .fresh)
        #expect(report.detail?.contains("1 of 2") == true)
    }

    @Test func aHostThatAsksForALongPauseInTheMiddleIsLeftAloneNextTimeToo() async throws {
        // Were the wish there first, nobody would be asked for the other item.
        let asked = Told()
        let isAsked: @Sendable () -> Bool = { !asked.all.isEmpty }
        let first = ScriptedNetwork.Reply.once(
            {
                asked.add("hn")
                return true
            }, body: #"{"id":1,"type":"story","title":"Kept"}"#)
        let bench = Self.network(
            "[1,2]", ("\(Self.base)/item/1.json", [first]),
            ("\(Self.base)/item/2.json", [.once(isAsked, 429, headers: ["Retry-After": "86400"])]))
        let gathered = try #require(await bench.gather(Self.source()))
        #expect(gathered.report.outcome == .fresh)
        #expect(gathered.visit.pause?.host == "hn.example")
        #expect(gathered.visit.pause?.until == Bench.now.addingTimeInterval(86_400))
    }

    @Test(arguments: ["http://169.254.169.254/latest", "http://0x7f.1/", "http://[::1]/", "file:///etc/passwd"])
    func aLinkIntoAPrivatePlaceLeadsToTheDiscussion(link: String) async throws {
        let bench = Self.network("[1]", Self.item(1, "\"type\":\"story\",\"title\":\"Look\",\"url\":\"\(link)\""))
        let item = try #require(await bench.gather(Self.source())?.feed?.items.first)
        #expect(item.link == "https://news.ycombinator.com/item?id=1")
    }

    @Test func theDeadlineCutsTheFanOutAndKeepsWhatCame() async throws {
        let clock = ManualClock()
        // The first item comes once both are under way, each with its timer.
        let bothUnderWay: @Sendable () -> Bool = { clock.sleepers(until: .seconds(10)) == 2 }
        let bench = Bench(
            [
                "\(Self.base)/topstories.json": [.answer(200, body: "[1,2]")],
                "\(Self.base)/item/1.json": [.once(bothUnderWay, body: #"{"id":1,"type":"story","title":"Kept"}"#)],
                "\(Self.base)/item/2.json": [.silence],
            ], clock: clock)
        let batch = bench.batch
        async let running = batch.run([FetchJob(source: Self.source())])
        try await eventually { bench.network.answered >= 2 }
        try await clock.wait(for: 1, sleepersUntil: .seconds(10))
        clock.advance(by: .seconds(30))
        let report = try #require(await running.first?.report)
        #expect(report.outcome == .fresh)
        #expect(report.detail?.contains("1 of 2") == true)
    }

    @Test func onlyAsManyItemsAreAskedForAsWanted() async {
        let bench = Self.network(
            "[1,2,3]", Self.item(1, #""type":"story","title":"A""#), Self.item(2, #""type":"story","title":"B""#))
        #expect(await bench.gather(Self.source(limit: 2))?.report.items == 2)
        #expect(bench.network.requests.count == 3)
    }

    @Test func aListOfOtherThingsIsMalformed() async {
        #expect(await Self.network(#"["a",{}]"#).gather(Self.source())?.report.outcome == .malformed)
    }

    @Test func anErrorInPlaceOfTheListIsTheApisOwn() async throws {
        let report = try #require(
            await Self.network(#"{"error":"Permission denied"}"#).gather(Self.source())?.report)
        #expect(report.outcome == .httpError)
        #expect(report.detail?.contains("Permission denied") == true)
        #expect(report.advice != nil)
    }

    @Test func anIdThatIsListedTwiceIsAskedOnce() async throws {
        let bench = Self.network("[1,1]", Self.item(1, #""type":"story","title":"One","url":"https://a.example/""#))
        #expect(await bench.gather(Self.source())?.feed?.items.count == 1)
        #expect(bench.network.requests.count == 2)
    }
}
