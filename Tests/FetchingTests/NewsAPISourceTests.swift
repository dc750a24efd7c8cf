import Foundation
import HTTPTransport
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct NewsAPISourceTests {
    private static let url = "https://newsapi.example/v2/top-headlines?country=us"
    private static let source = Source(
        id: "newsapi",
        provider: NewsAPISource.definition.provider(
            ["country": "us", "base": "https://newsapi.example/v2"], key: Secret("sesame-123"),
            keyVariable: "NEWSAPI_KEY"))

    private static func bench(_ reply: ScriptedNetwork.Reply) -> Bench {
        var bench = Bench([url: [reply]])
        bench.policy.retries = 0
        return bench
    }

    @Test func theKeyGoesIntoAHeaderAndNeverIntoTheAddress() async throws {
        let bench = Self.bench(.answer(200, body: #"{"status":"ok","articles":[]}"#))
        #expect(await bench.gather(Self.source)?.report.outcome == .empty)
        let request = try #require(bench.network.requests.first)
        #expect(request.value("x-api-key") == "sesame-123")
        #expect(!request.url.contains("sesame"))
    }

    @Test func articlesAreCleanedAndRemovedOnesDropped() async throws {
        let body = """
            {"status":"ok","articles":[
            {"source":{"id":null,"name":"Example Times"},"title":"Bridge opens early - Example Times","url":"https://t.example/1",
             "description":null,"content":"The bridge opened… [+1523 chars]","publishedAt":"2026-11-22T07:30:00Z"},
            {"source":{"name":"[Removed]"},"title":"[Removed]","url":"https://removed.com"},
            {"title":"No address"}]}
            """
        let items = try #require(await Self.bench(.answer(200, body: body)).gather(Self.source)?.feed?.items)
        #expect(items.map(\.title) == ["Bridge opens early"])
        #expect(items[0].summary?.source == "The bridge opened…")
        #expect(items[0].publisher == "Example Times")
    }

    @Test(arguments: [
        (401, "apiKeyInvalid", "NEWSAPI_KEY"), (429, "apiKeyExhausted", "quota"),
        (400, "parameterInvalid", "parameters"),
        (200, "apiKeyInvalid", "NEWSAPI_KEY"), (426, "maximumResultsReached", "pageSize"),
    ])
    func itsOwnErrorsBecomeAdvice(status: Int, code: String, word: String) async throws {
        let body = #"{"status":"error","code":"\#(code)","message":"No."}"#
        let report = try #require(await Self.bench(.answer(status, body: body)).gather(Self.source)?.report)
        #expect(report.outcome == .httpError)
        #expect(report.detail?.contains(code) == true)
        #expect(report.advice?.contains(word) == true)
    }

    @Test(arguments: [
        (426, "corsNotAllowed", "plan"), (429, "rateLimited", "often"), (400, "userAgentMissing", "user-agent"),
    ])
    func whatThePlanOrTheAgentCausesIsToldApart(status: Int, code: String, word: String) async throws {
        let body = #"{"status":"error","code":"\#(code)","message":"No."}"#
        let report = try #require(await Self.bench(.answer(status, body: body)).gather(Self.source)?.report)
        #expect(report.advice?.contains(word) == true)
    }

    @Test(arguments: [
        (#"[{"title":"[Removed]","url":"https://removed.com"}]"#, Outcome.empty), ("[null,7,{}]", .malformed),
    ])
    func articlesThatWereWithdrawnAreNoneAndUselessOnesAreAFault(articles: String, outcome: Outcome) async {
        let body = #"{"status":"ok","articles":\#(articles)}"#
        #expect(await Self.bench(.answer(200, body: body)).gather(Self.source)?.report.outcome == outcome)
    }
}
