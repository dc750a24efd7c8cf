import FeedParsing
import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import TestSupport
import Testing
import WebText

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct JSONSourceTests {
    private static let url = "https://api.example/posts"

    private static func run(
        _ body: String, items: String = "data.posts", fields: [String: String] = [:]
    ) async -> FetchedFeed? {
        await Bench([url: [.answer(200, body: body)]]).gather(Self.source(url, items: items, fields: fields))
    }

    private static func source(_ url: String, items: String = "", fields: [String: String] = [:]) -> Source {
        let paths = fields.map { ("fields.\($0.key)", $0.value) }
        let values = ["url": url, "items": items].merging(paths) { _, path in path }
        return Source(id: "api", provider: JSONSource.definition.provider(values))
    }

    @Test func pathsAndTemplatesSayWhatIsWhere() async throws {
        let body = #"{"data":{"posts":[{"headline":"One","no":9007199254740993,"at":1795335000000,"tags":["a","b"]}]}}"#
        let gathered = try #require(
            await Self.run(
                body,
                fields: [
                    "title": "headline", "id": "no", "link": "https://x.example/{no}", "published": "at",
                ]))
        let item = try #require(gathered.feed?.items.first)
        #expect(item.id == "9007199254740993")
        #expect(item.link == "https://x.example/9007199254740993")
        #expect(item.published == Date(timeIntervalSince1970: 1_795_335_000))
        #expect(item.categories == ["a", "b"])
    }

    @Test(arguments: ["nowhere", "url|https://x.example/{nowhere}"])
    func aPathThatFindsNoLinkIsTold(path: String) async {
        let body = #"{"data":{"posts":[{"title":"One","id":1,"url":null},{"title":"Two","id":2}]}}"#
        let report = await Self.run(body, fields: ["link": path])?.report
        #expect(report?.outcome == .fresh)
        #expect(report?.detail?.contains("no item has a link at `\(path)`; there is: id, title, url") == true)
    }

    @Test(arguments: [
        ("https://x.example/{slug}", "a?c#d 100%/e", "https://x.example/a%3Fc%23d%20100%25/e"),
        ("https://x.example/{slug}", "caf%C3%A9", "https://x.example/caf%C3%A9"),
        ("https://x.example/?q={slug}", "AT&T #1", "https://x.example/?q=AT%26T%20%231"),
        ("blank|https://x.example/{slug}", "a", "https://x.example/a"),
    ])
    func whatATemplatePutsIntoAnAddressStaysWhereItIsPut(template: String, slug: String, link: String) async {
        let body = #"{"data":{"posts":[{"title":"One","blank":"  ","slug":"\#(slug)"}]}}"#
        #expect(await Self.run(body, fields: ["link": template])?.feed?.items.first?.link == link)
    }

    @Test func itemsOfWhichOneHasALinkAreAsTheyAre() async {
        let body = #"{"data":{"posts":[{"title":"One","id":1,"url":"/1"},{"title":"Two","id":2}]}}"#
        #expect(await Self.run(body, fields: ["link": "url"])?.report.detail == nil)
    }

    @Test func usualNamesNeedNoPathsAndRelativeLinksAreResolved() async throws {
        let item = try #require(await Self.run(#"[{"title":"One","url":"/1"}]"#, items: "")?.feed?.items.first)
        #expect(item.link == "https://api.example/1")
    }

    @Test func itemsWithoutATitleAreSkippedAndCounted() async throws {
        let gathered = await Self.run(#"{"data":{"posts":[{"title":"One","id":1},{"id":2}]}}"#)
        #expect(gathered?.report.outcome == .fresh)
        #expect(gathered?.report.detail?.contains("1 of 2") == true)
    }

    @Test func whenNoneIsUsableTheKeysThatWereThereAreNamed() async throws {
        let report = try #require(await Self.run(#"{"data":{"posts":[{"kopf":"One"}]}}"#)?.report)
        #expect(report.outcome == .malformed)
        #expect(report.detail?.contains("kopf") == true)
    }

    @Test(arguments: [
        #"{"error":"no quota"}"#, #"{"error":{"message":"no quota"}}"#, #"{"errors":[{"message":"no quota"}]}"#,
        #"{"message":"no quota"}"#, #"{"success":false,"detail":"no quota"}"#,
        #"{"status":"Error","reason":"no quota"}"#,
    ])
    func anErrorWithStatus200IsAnErrorAndNoEmptyList(body: String) async throws {
        let report = try #require(await Self.run(body)?.report)
        #expect(report.outcome == .httpError)
        #expect(report.detail?.contains("no quota") == true)
    }

    @Test(arguments: ["0", "false"]) func anErrorThatIsNoneIsNone(error: String) async throws {
        let report = try #require(await Self.run(#"{"error":\#(error),"items":null}"#)?.report)
        #expect(report.outcome == .malformed && report.detail?.contains("says") == false, "\(report)")
    }

    @Test func itIsAskedWhetherAnythingChangedAsLongAsItsPathsAreTheSame() async throws {
        let answer = ScriptedNetwork.Reply.answer(
            200, headers: ["ETag": "\"1\""], body: #"[{"title":"One","id":1,"label":"Eins"}]"#)
        let bench = Bench([Self.url: [answer, answer, .answer(304), answer]])
        func gather(_ memory: SourceMemory, title: String) async throws -> FetchedFeed {
            let source = Self.source(Self.url, fields: ["title": title])
            return try #require(await bench.gather(source, memory: memory))
        }
        let first = try await gather(SourceMemory(), title: "title")
        let memory = SourceMemory(validators: first.visit.validators, bodyHash: first.visit.bodyHash)
        #expect(first.report.outcome == .fresh)
        #expect(try await gather(memory, title: "title").report.outcome == .unchanged)
        #expect(try await gather(memory, title: "title").report.outcome == .unchanged)
        #expect(try await gather(memory, title: "label").feed?.items.map(\.title) == ["Eins"])
        #expect(bench.network.requests.map { $0.value("if-none-match") } == [nil, "\"1\"", "\"1\"", nil])
    }

    @Test func whereItHasMovedForGoodIsAdvisedOn() async throws {
        let next = "https://api.example/new"
        let bench = Bench([
            Self.url: [.answer(301, headers: ["Location": next])],
            next: [.answer(200, body: #"[{"title":"One","id":1}]"#)],
        ])
        let gathered = await bench.gather(Self.source(Self.url))
        #expect(gathered?.report.advice?.contains(next) == true)
    }

    @Test func aFailureWithoutAReasonIsOneToo() async throws {
        let report = try #require(await Self.run(#"{"ok":false}"#)?.report)
        #expect(report.outcome == .httpError)
        #expect(report.detail?.contains("without a reason") == true)
    }

    @Test(arguments: [
        ("null", "single value"), ("[null,[1]]", "is an object at all"), (#"{"a":{"b":1}}"#, "there is: b"),
    ])
    func whatIsNoListOfItemsIsSaidForWhatItIs(body: String, words: String) async throws {
        let report = try #require(await Self.run(body, items: "")?.report)
        #expect(report.outcome == .malformed)
        #expect(report.detail?.contains(words) == true, "\(report.detail ?? "")")
    }

    @Test(arguments: [
        JSONSource.definition.provider(["url": "https://api.example/x"]),
        GuardianSource.definition.provider(["base": "https://api.example"], key: Secret("k")),
        NewsAPISource.definition.provider(["base": "https://api.example", "endpoint": "everything"], key: Secret("k")),
    ])
    func a204IsEmpty(provider: Provider) async {
        let batch = Batch(
            policy: FetchPolicy(), network: NetworkPolicy(), send: { _ in HTTPResponse(status: .noContent) },
            clock: BatchClock(ManualClock()), now: Bench.now, jitter: { 0 })
        let results = await batch.run([FetchJob(source: Source(id: "api", provider: provider))])
        #expect(results.map(\.report.outcome) == [.empty])
    }

    @Test func aMessageBesideItemsIsNoError() async throws {
        let body = #"{"message":"hello","data":{"posts":[{"title":"One","id":1}]}}"#
        #expect(await Self.run(body)?.report.outcome == .fresh)
    }

    @Test(arguments: ["", "  ", "<html></html>", "{broken"]) func whatIsNoJSONIsMalformed(body: String) async {
        #expect(await Self.run(body)?.report.outcome == .malformed)
    }

    @Test func anEmptyArrayIsEmpty() async {
        #expect(await Self.run(#"{"data":{"posts":[]}}"#)?.report.outcome == .empty)
    }

    @Test(arguments: [
        ("a.b", "1"), ("a.list[1]", "y"), ("missing|a.b", "1"), ("blank|a.b", "1"), (#""dc.title""#, "quoted"),
        ("rows[0][1].c", "deep"),
    ])
    func aPathFindsItsValue(path: String, expected: String) throws {
        let document = #"{"a":{"b":1,"list":["x","y"]},"blank":"","dc.title":"quoted","rows":[[0,{"c":"deep"}]]}"#
        let value = try JSONValue(parsing: Array(document.utf8))
        #expect(JSONPath(path).value(in: value).text == expected)
    }

    @Test(arguments: [
        ("1795335000", 1_795_335_000.0), ("1795335000123", 1_795_335_000.123),
        ("1795335000123456", 1_795_335_000.123456),
    ])
    func anEpochIsReadInItsUnit(text: String, seconds: Double) {
        #expect(FeedDate.parse(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test func aListBeyondEveryMeasureIsRefused() async throws {
        let ones = [String](repeating: "1", count: 50_001).joined(separator: ",")
        let report = try #require(await Self.run(#"{"data":{"posts":[\#(ones)]}}"#)?.report)
        #expect(report.outcome == .refused)
        #expect(report.advice != nil)
    }

    @Test(arguments: [
        ("9223372036854775807", "9223372036854775807"), ("99999999999999999999999999", "99999999999999999999999999"),
        ("1.5", "1.5"), ("1e999", "1e999"), (#""caf\u00e9""#, "café"),
    ])
    func numbersAndBrokenTextAreKeptAsFarAsTheyGo(written: String, read: String) throws {
        #expect(try JSONValue(parsing: Array(#"{"a":\#(written)}"#.utf8))["a"].text == read)
    }

    @Test(arguments: ["{} {}", "[1,2", "{\"a\":1", "[1] x"]) func halfADocumentOrTwoAreNone(text: String) {
        #expect(throws: FetchFailure.self) { try JSONValue(parsing: Array(text.utf8)) }
    }
}
