import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import TestSupport
import Testing
import TransportTestSupport

@testable import Fetching

/// What one night leaves behind for the next about when to ask.
@Suite(.timeLimit(.minutes(1))) struct DueTests {
    private static let url = "https://paper.example/rss"
    private static let patient = Sample.feed.replacing(
        "<title>The Paper</title>",
        with: "<title>The Paper</title><ttl>120</ttl><skipHours><hour>3</hour></skipHours>")

    @Test func anAnswerThatHoldsIsNotAskedForAgain() async throws {
        let bench = Bench([Self.url: [.answer(200, headers: ["Cache-Control": "max-age=3600"], body: Sample.feed)]])
        let first = try #require(await bench.gather(.feed(url: Self.url)))
        let pause = try #require(first.visit.pause)
        #expect(pause.kind == .notDue)
        #expect(pause.until == Bench.now.addingTimeInterval(3420))
        var memory = SourceMemory(pause: pause)
        memory.pause?.until = Bench.now.addingTimeInterval(1)
        let second = try #require(await bench.gather(.feed(url: Self.url), memory: memory))
        #expect(second.report.outcome == .skipped)
        #expect(second.report.detail?.contains("not yet due") == true)
        memory.pause?.until = Bench.now
        #expect(await bench.gather(.feed(url: Self.url), memory: memory)?.report.outcome == .fresh)
        #expect(bench.network.requests.count == 2)
    }

    @Test func whatAFeedSaysIsRememberedAndHoldsForA304Too() async throws {
        let bench = Bench([Self.url: [.answer(200, body: Self.patient), .answer(304)]])
        let first = try #require(await bench.gather(.feed(url: Self.url)))
        #expect(first.visit.hints == FeedHints(timeToLive: .seconds(7200), skipHours: [3]))
        let memory = SourceMemory(
            validators: Validators(etag: "x", url: Self.url), hints: first.visit.hints ?? FeedHints())
        let second = try #require(await bench.gather(.feed(url: Self.url), memory: memory))
        #expect(second.report.outcome == .unchanged)
        #expect(second.visit.hints == nil)
        #expect(second.visit.pause?.until == Bench.now.addingTimeInterval(6840))
    }

    @Test func quietHoursAreKept() async {
        // It is noon.
        let bench = Bench([Self.url: [.answer(200, body: Sample.feed)]])
        var memory = SourceMemory(hints: FeedHints(skipHours: [12]), lastSuccess: Bench.now.addingTimeInterval(-60))
        #expect(await bench.gather(.feed(url: Self.url), memory: memory)?.report.outcome == .skipped)
        memory.hints.skipHours = [11]
        #expect(await bench.gather(.feed(url: Self.url), memory: memory)?.report.outcome == .fresh)
    }

    @Test func aBodyThatBreaksOffLeavesNoValidators() async throws {
        let cut = String(Sample.feed.prefix(Sample.feed.count - 40))
        let bench = Bench([Self.url: [.answer(200, headers: ["ETag": "\"1\""], body: cut)]])
        let gathered = try #require(await bench.gather(.feed(url: Self.url)))
        #expect(gathered.report.outcome == .fresh)
        #expect(gathered.visit.validators == nil)
        #expect(gathered.visit.bodyHash == nil)
    }

    @Test func whatIsGoneIsLookedForOnceAWeek() async throws {
        let bench = Bench([Self.url: [.answer(410)]])
        let pause = try #require(await bench.gather(.feed(url: Self.url))?.visit.pause)
        #expect(pause.kind == .gone)
        #expect(pause.until == Bench.now.addingTimeInterval(7 * 86_400))
        let report = await bench.gather(.feed(url: Self.url), memory: SourceMemory(pause: pause))?.report
        #expect(report?.outcome == .skipped)
        #expect(report?.advice == Advice.gone)
    }

    @Test func theErrorOfAnAPIWithoutEndStillEndsAsItsStatus() async throws {
        let clock = ManualClock()
        let page = ResponseBody(waiting: { try await clock.sleep(for: .seconds(1_000_000)) })
        let batch = Batch(
            policy: FetchPolicy(timeout: .seconds(10), retries: 0), network: NetworkPolicy(),
            send: { _ in HTTPResponse(status: .notFound, body: page) }, clock: BatchClock(clock), now: Bench.now,
            jitter: { 0 })
        let source = Source(id: "api", provider: JSONSource.definition.provider(["url": "https://api.example/"]))
        async let running = batch.run([FetchJob(source: source)])
        try await clock.wait(for: 1, sleepersUntil: .seconds(1_000_000))
        clock.advance(by: .seconds(10))
        let report = try #require(await running.first?.report)
        #expect(report.outcome == .httpError)
        #expect(report.status == 404)
    }

    @Test func theErrorPageOfAFeedIsNotWaitedFor() async throws {
        let clock = ManualClock()
        let page = ResponseBody(waiting: { try await clock.sleep(for: .seconds(1_000_000)) })
        let batch = Batch(
            policy: FetchPolicy(retries: 0), network: NetworkPolicy(),
            send: { _ in HTTPResponse(status: .gone, body: page) }, clock: BatchClock(clock), now: Bench.now,
            jitter: { 0 })
        let report = try #require(await batch.run([FetchJob(source: .feed(url: Self.url))]).first?.report)
        #expect(report.status == 410)
    }
}
