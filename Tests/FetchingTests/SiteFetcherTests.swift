import Foundation
import HTTPTransport
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct SiteFetcherTests {
    private func fetcher(
        _ replies: [String: [ScriptedNetwork.Reply]], site: String = "https://news.example/daily",
        clock: ManualClock = .init()
    ) -> (SiteFetcher, ScriptedNetwork) {
        let network = ScriptedNetwork(replies)
        var policy = FetchPolicy()
        policy.retries = 0
        policy.deadline = .seconds(30)
        policy.timeout = .seconds(60)
        let fetcher = SiteFetcher(
            site: site, policy: policy, network: NetworkPolicy(), send: network.send, clock: BatchClock(clock),
            now: Date(timeIntervalSince1970: 0), jitter: { 0 })
        return (fetcher, network)
    }

    @Test func filesAreAskedForBelowTheSite() async throws {
        let (fetcher, network) = fetcher(["https://news.example/daily/archive.json": [.answer(200, body: "{}")]])
        #expect(try await fetcher.file("archive.json") == Data("{}".utf8))
        #expect(try await fetcher.file("2026/11/23/edition.json") == nil)
        #expect(
            network.requests.map(\.url) == [
                "https://news.example/daily/archive.json", "https://news.example/daily/2026/11/23/edition.json",
            ])
    }

    @Test(arguments: [404, 410]) func whatTheServerDoesNotHaveIsNoFailure(status: Int) async throws {
        let (fetcher, _) = fetcher(["https://news.example/daily/archive.json": [.answer(status)]])
        #expect(try await fetcher.file("archive.json") == nil)
    }

    @Test func whatIsNoAnswerIsASentence() async throws {
        let (fetcher, _) = fetcher(["https://news.example/daily/archive.json": [.answer(503)]])
        let failure = await #expect(throws: SiteFetcher.Failure.self) { try await fetcher.file("archive.json") }
        #expect(
            failure?.description
                == "https://news.example/daily/archive.json can't be read: 503 Service Unavailable.")
    }

    @Test func aPrivateAddressIsNotAsked() async throws {
        let (fetcher, network) = fetcher([:], site: "http://127.0.0.1:8000/")
        await #expect(throws: SiteFetcher.Failure.self) { try await fetcher.file("archive.json") }
        #expect(network.requests.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func theDeadlineEndsAllOfIt() async throws {
        let clock = ManualClock()
        let (fetcher, network) = fetcher(
            ["https://news.example/daily/archive.json": [.silence]], clock: clock)
        let file = Task { try await fetcher.file("archive.json") }
        try await eventually { network.requests.count == 1 && clock.earliest != nil }
        clock.advance(by: .seconds(31))
        let failure = await #expect(throws: SiteFetcher.Failure.self) { try await file.value }
        #expect(failure?.description.contains("fetch.deadline") == true)
    }
}
