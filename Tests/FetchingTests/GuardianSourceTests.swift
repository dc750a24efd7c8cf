import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct GuardianSourceTests {
    private static let source = Source(
        id: "guardian",
        provider: GuardianSource.definition.provider(
            ["section": "world|uk", "base": "https://guardian.example"], key: Secret("k e/y"),
            keyVariable: "GUARDIAN_API_KEY"))
    private static let url =
        "https://guardian.example/search?api-key=k%20e%2Fy&page-size=50&section=world%7Cuk&show-fields=trailText%2Cbyline%2Cthumbnail"

    private static func run(_ reply: ScriptedNetwork.Reply) async -> FetchedFeed? {
        var bench = Bench([url: [reply]])
        bench.policy.retries = 0
        return await bench.gather(source)
    }

    @Test func resultsBecomeItems() async throws {
        let body = """
            {"response":{"status":"ok","results":[{"id":"world/1","webTitle":"Harbour reopens","webUrl":"https://g.example/1",
            "webPublicationDate":"2026-11-22T18:04:11Z","sectionName":"World news",
            "fields":{"trailText":"Ferries <b>sail</b>","byline":"The desk"}},{"id":"broken"}]}}
            """
        let gathered = try #require(await Self.run(.answer(200, body: body)))
        #expect(gathered.report.outcome == .fresh)
        let item = try #require(gathered.feed?.items.first)
        #expect(gathered.feed?.items.count == 1)
        #expect(item.title == "Harbour reopens")
        #expect(item.summary?.source == "Ferries <b>sail</b>")
        #expect(item.authors == ["The desk"])
        #expect(item.published == Date(timeIntervalSince1970: 1_795_370_651))
    }

    @Test(arguments: [401, 403]) func aRefusedKeyNamesTheVariable(status: Int) async throws {
        let report = try #require(await Self.run(.answer(status, body: #"{"message":"Unauthorized"}"#))?.report)
        #expect(report.outcome == .httpError)
        #expect(report.advice?.contains("GUARDIAN_API_KEY") == true)
        // The status says it as well.
        #expect(report.detail?.components(separatedBy: "Unauthorized").count == 2)
        #expect(report.attempts == 1)
    }

    @Test func anErrorWithStatus200IsAnError() async throws {
        let report = try #require(
            await Self.run(.answer(200, body: #"{"response":{"status":"error","message":"bad q"}}"#))?.report)
        #expect(report.outcome == .httpError)
        #expect(report.detail?.contains("bad q") == true)
    }

    @Test func aWebPageIsMalformed() async {
        #expect(await Self.run(.answer(200, body: "<html>hello</html>"))?.report.outcome == .malformed)
    }

    @Test func noResultsAreEmpty() async {
        let body = #"{"response":{"status":"ok","results":[]}}"#
        #expect(await Self.run(.answer(200, body: body))?.report.outcome == .empty)
    }

    @Test func aKeyThatIsRefusedWithStatus200NamesTheVariable() async throws {
        let report = try #require(await Self.run(.answer(200, body: #"{"message":"Unauthorized"}"#))?.report)
        #expect(report.outcome == .httpError)
        #expect(report.advice?.contains("GUARDIAN_API_KEY") == true)
    }

    @Test func resultsThatAreNullAreNone() async {
        let answer = ScriptedNetwork.Reply.answer(200, body: #"{"response":{"status":"ok","results":null}}"#)
        #expect(await Self.run(answer)?.report.outcome == .empty)
        let other = ScriptedNetwork.Reply.answer(200, body: #"{"response":{"status":"ok"}}"#)
        #expect(await Self.run(other)?.report.outcome == .malformed)
    }

    @Test(arguments: [
        "requested page is beyond the number of available pages", "Content API does not support paging this far",
    ])
    func aPagePastTheLastEndsThePagingAndIsNoFailure(message: String) async throws {
        let body = #"{"response":{"status":"error","message":"\#(message)"}}"#
        let report = try #require(await Self.run(.answer(400, body: body))?.report)
        #expect(report.outcome == .empty)
        #expect(report.detail?.contains(message) == true)
    }

    @Test func resultsOfWhichNoneCanBeUsedAreMalformed() async {
        let body = #"{"response":{"status":"ok","results":[null,7,{"id":"a"}]}}"#
        #expect(await Self.run(.answer(200, body: body))?.report.outcome == .malformed)
    }
}
