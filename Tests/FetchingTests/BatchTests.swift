import Foundation
import HTTPTransport
import NIOCore
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.watched, .timeLimit(.minutes(1))) struct BatchTests {
    @Test func everySourceHasExactlyOneResultInTheOrderOfTheList() async {
        let bench = Bench([
            "https://a.example/": [.answer(200, body: Sample.feed)],
            "https://b.example/": [.answer(404)],
            "https://c.example/": [.answer(200, body: Sample.emptyFeed)],
        ])
        let results = await bench.run(
            .feed("a", url: "https://a.example/"), .feed("b", url: "https://b.example/"),
            .feed("c", url: "https://c.example/"))
        #expect(results.map(\.report.source) == ["a", "b", "c"])
        #expect(results.map(\.report.outcome) == [.fresh, .httpError, .empty])
    }

    @Test func whatIsNotThereAtTheDeadlineIsLateAndWhatIsThereStays() async throws {
        var bench = Bench([
            "https://a.example/": [.answer(200, body: Sample.feed)], "https://b.example/": [.silence],
        ])
        bench.policy.timeout = .seconds(100)
        let (batch, told) = (bench.batch, Told())
        async let running = batch.run(
            [
                FetchJob(source: .feed("a", url: "https://a.example/")),
                FetchJob(source: .feed("b", url: "https://b.example/")),
            ], progress: { told.add($0.source) })
        try await eventually { told.all == ["a"] && bench.network.requests.count == 2 }
        // The batch's own timer alone: the source that says nothing could not run out of its own time before.
        try await bench.clock.wait(for: 1, sleepersUntil: .seconds(30))
        bench.clock.advance(by: .seconds(30))
        let results = await running
        #expect(results.map(\.report.outcome) == [.fresh, .late])
        let detail = try #require(results[1].report.detail)
        #expect(detail.contains("deadline"))
    }

    @Test func aSourceIsLateAfterItsOwnTimeout() async throws {
        let bench = Bench(["https://b.example/": [.silence]])
        var source = Source.feed("b", url: "https://b.example/")
        source.timeout = .seconds(2)
        let (batch, job) = (bench.batch, FetchJob(source: source))
        async let running = batch.run([job])
        try await bench.clock.wait(for: 1, sleepersUntil: .seconds(2))
        bench.clock.advance(by: .seconds(2))
        let report = try #require(await running.first?.report)
        #expect(report.outcome == .late)
        #expect(report.detail?.contains("2 s") == true)
        #expect(report.attempts == 1)
    }

    @Test func aFaultThatPassesIsTriedAgain() async throws {
        let bench = Bench(["https://a.example/": [.answer(500), .answer(200, body: Sample.feed)]])
        let batch = bench.batch
        async let running = batch.run([FetchJob(source: .feed("a", url: "https://a.example/"))])
        try await bench.clock.wait(for: 1, sleepersUntil: .milliseconds(75))
        bench.clock.advance(by: .milliseconds(75))
        let report = try #require(await running.first?.report)
        #expect(report.outcome == .fresh)
        #expect(report.attempts == 2)
    }

    @Test func whatIsLateWhileItIsTriedAgainSaysWhatItEndedInBefore() async throws {
        let bench = Bench(["https://a.example/": [.answer(500), .silence]])
        let batch = bench.batch
        async let running = batch.run([FetchJob(source: .feed("a", url: "https://a.example/"))])
        try await bench.clock.wait(for: 1, sleepersUntil: .milliseconds(75))
        bench.clock.advance(by: .milliseconds(75))
        try await bench.clock.wait(for: 1, sleepersUntil: .milliseconds(10_075))
        bench.clock.advance(by: .seconds(10))
        let report = try #require(await running.first?.report)
        #expect(report.outcome == .late)
        #expect(report.attempts == 2)
        #expect(report.detail?.contains("500 Internal Server Error") == true)
    }

    /// The second attempt waits twice as long as the first.
    @Test func eachRetryWaitsTwiceAsLong() async throws {
        let bench = Bench(["https://a.example/": [.answer(500), .answer(500), .answer(200, body: Sample.feed)]])
        let batch = bench.batch
        async let running = batch.run([FetchJob(source: .feed("a", url: "https://a.example/"))])
        try await bench.clock.wait(for: 1, sleepersUntil: .milliseconds(75))
        bench.clock.advance(by: .milliseconds(75))
        try await bench.clock.wait(for: 1, sleepersUntil: .milliseconds(225))
        bench.clock.advance(by: .milliseconds(150))
        let report = try #require(await running.first?.report)
        #expect(report.outcome == .fresh)
        #expect(report.attempts == 3)
    }

    /// The deadline is at 30 s.
    @Test(arguments: [("29", true), ("30", false)]) func aRetryBeginsBeforeTheDeadlineOrNotAtAll(
        wish: String, isTried: Bool
    ) async throws {
        let bench = Bench([
            "https://a.example/": [
                .answer(503, headers: ["Retry-After": wish]), .answer(200, body: Sample.feed),
            ]
        ])
        let batch = bench.batch
        async let running = batch.run([FetchJob(source: .feed("a", url: "https://a.example/"))])
        if isTried {
            try await bench.clock.wait(for: 1, sleepersUntil: .seconds(29))
            bench.clock.advance(by: .seconds(29))
        }
        #expect(try #require(await running.first?.report).outcome == (isTried ? .fresh : .httpError))
        #expect(bench.network.requests.count == (isTried ? 2 : 1))
    }

    /// The deadline is at 30 s, and the second request to the host may begin after so many.
    @Test(arguments: [(29, true), (30, false)]) func whoseTurnComesAtTheDeadlineIsLate(seconds: Int, isAsked: Bool)
        async throws
    {
        let urls = ["https://a.example/1", "https://a.example/2"]
        var bench = Bench(Dictionary(uniqueKeysWithValues: urls.map { ($0, [.answer(200, body: Sample.feed)]) }))
        bench.policy.rateLimits = ["a.example": .init(requests: 1, per: .seconds(seconds))]
        let batch = bench.batch
        async let running = batch.run(urls.map { FetchJob(source: .feed(SourceID(rawValue: $0), url: $0)) })
        if isAsked {
            try await bench.clock.wait(for: 1, sleepersUntil: .seconds(29))
            bench.clock.advance(by: .seconds(29))
        }
        let reports = await running.map(\.report)
        #expect(reports.count { $0.outcome == .fresh } == (isAsked ? 2 : 1))
        if !isAsked {
            let late = try #require(reports.first { $0.outcome == .late })
            #expect(late.detail?.contains("rate limit") == true)
        }
    }

    @Test func whoIsCutOffWhileItWaitsForItsHostSaysSo() async throws {
        let urls = ["https://a.example/1", "https://a.example/2"]
        var bench = Bench(Dictionary(uniqueKeysWithValues: urls.map { ($0, [.answer(200, body: Sample.feed)]) }))
        bench.policy.rateLimits = ["a.example": .init(requests: 1, per: .seconds(20))]
        let (batch, jobs) = (bench.batch, urls.map { FetchJob(source: .feed(SourceID(rawValue: $0), url: $0)) })
        let running = Task { await batch.run(jobs) }
        try await bench.clock.wait(for: 1, sleepersUntil: .seconds(20))
        running.cancel()
        let late = try #require(await running.value.map(\.report).first { $0.outcome == .late })
        #expect(late.detail?.contains("still waiting for its host's rate limit") == true)
    }

    @Test func aRetryThatCannotFinishBeforeTheDeadlineIsNotBegun() async throws {
        let bench = Bench(["https://a.example/": [.answer(503, headers: ["Retry-After": "3600"])]])
        let gathered = try #require(await bench.gather(.feed("a", url: "https://a.example/")))
        #expect(gathered.report.outcome == .httpError)
        #expect(gathered.report.attempts == 1)
        #expect(gathered.report.detail?.contains("not tried again") == true)
        #expect(gathered.visit.pause?.until == Bench.now.addingTimeInterval(3600))
    }

    @Test func aHostThatAsksTwoOfItsSourcesToBeLeftAloneIsNotAskedForItsOtherFeeds() async {
        let urls = (1...6).map { "https://a.example/\($0)" }
        var bench = Bench(
            Dictionary(uniqueKeysWithValues: urls.map { ($0, [.answer(429, headers: ["Retry-After": "3600"])]) }))
        bench.policy.perHost = 1
        let results = await bench.batch.run(
            urls.enumerated().map { FetchJob(source: .feed(SourceID(rawValue: "s\($0)"), url: $1)) })
        #expect(results.count { $0.report.outcome == .httpError } == 2)
        #expect(results.count { $0.report.outcome == .skipped && $0.report.attempts == 0 } == 4)
        let pauses = results.compactMap(\.visit.pause)
        #expect(pauses.map(\.until) == [Bench.now.addingTimeInterval(3600), Bench.now.addingTimeInterval(3600)])
        #expect(pauses.map(\.host) == ["a.example", "a.example"])
        #expect(bench.network.requests.count == 2)
    }

    @Test func whoIsSentOnToAHostThatIsLeftAloneWasAskedOnce() async throws {
        let bench = Bench(["https://a.example/": [.answer(302, headers: ["Location": "https://b.example/new"])]])
        let left = ["https://b.example/1", "https://b.example/2"].map { url in
            let pause = Pause(
                until: Bench.now.addingTimeInterval(3600), reason: "429", url: url, kind: .asked, host: "b.example")
            return FetchJob(source: .feed(SourceID(rawValue: url), url: url), memory: SourceMemory(pause: pause))
        }
        let results = await bench.batch.run(left + [FetchJob(source: .feed("a", url: "https://a.example/"))])
        #expect(results.map(\.report.outcome) == [.skipped, .skipped, .skipped])
        #expect(results.map(\.report.attempts) == [0, 0, 1])
    }

    @Test func failingFastStopsTheRest() async {
        var bench = Bench(["https://a.example/": [.answer(404)], "https://b.example/": [.silence]])
        bench.failsFast = true
        let results = await bench.run(.feed("a", url: "https://a.example/"), .feed("b", url: "https://b.example/"))
        #expect(results.map(\.report.outcome) == [.httpError, .skipped])
        #expect(results[1].report.detail?.contains("a failed") == true)
    }

    @Test func aPausedSourceAndOneThatIsNotYetDueAreNotAsked() async {
        let bench = Bench([:])
        var paused = Source.feed("a", url: "https://a.example/")
        paused.isPaused = true
        let pause = Pause(
            until: Bench.now.addingTimeInterval(60), reason: "410 Gone", url: "https://b.example/", kind: .gone)
        let later = SourceMemory(pause: pause)
        let results = await bench.batch.run([
            FetchJob(source: paused),
            FetchJob(source: .feed("b", url: "https://b.example/"), memory: later),
        ])
        #expect(results.map(\.report.outcome) == [.skipped, .skipped])
        #expect(results[1].report.detail?.contains("410 Gone") == true)
        #expect(bench.network.requests.isEmpty)
    }

    @Test func noMoreRequestsAreUnderWayThanAllowed() async {
        let addresses = (0..<30).map { "https://host\($0).example/" }
        var bench = Bench(Dictionary(uniqueKeysWithValues: addresses.map { ($0, [.answer(200, body: Sample.feed)]) }))
        bench.policy.concurrency = 4
        let jobs = addresses.enumerated().map { index, url in
            FetchJob(source: .feed(SourceID(rawValue: "s\(index)"), url: url))
        }
        let results = await bench.batch.run(jobs)
        #expect(results.allSatisfy { $0.report.outcome == .fresh })
        #expect(bench.network.mostUnderWay <= 4)
    }

    @Test func aRateLimitSpreadsTheRequestsToAHost() async throws {
        let urls = ["https://a.example/1", "https://a.example/2"]
        var bench = Bench(Dictionary(uniqueKeysWithValues: urls.map { ($0, [.answer(200, body: Sample.feed)]) }))
        bench.policy.rateLimits = ["a.example": .init(requests: 1, per: .seconds(5))]
        let batch = bench.batch
        async let running = batch.run([
            FetchJob(source: .feed("one", url: urls[0])), FetchJob(source: .feed("two", url: urls[1])),
        ])
        try await bench.clock.wait(for: 1, sleepersUntil: .seconds(5))
        #expect(bench.network.requests.count <= 1)
        bench.clock.advance(by: .seconds(5))
        #expect(await running.map(\.report.outcome) == [.fresh, .fresh])
    }

    @Test func progressIsToldOnceForEachSource() async {
        let bench = Bench(["https://a.example/": [.answer(200, body: Sample.feed)]])
        let told = Told()
        _ = await bench.batch.run([FetchJob(source: .feed("a", url: "https://a.example/"))]) { told.add($0.source) }
        #expect(told.all == ["a"])
    }

    @Test func whatIsMadeOfFeedsIsHandedOverOnceForEachSource() async {
        let bench = Bench([
            "https://a.example/": [.answer(200, body: Sample.feed)], "https://b.example/": [.answer(404)],
        ])
        var limited = Source.feed("a", url: "https://a.example/")
        limited.limit = 1
        let (made, handedOver) = (Told(), Told())
        await bench.batch.run(
            [FetchJob(source: limited), FetchJob(source: .feed("b", url: "https://b.example/"))]
        ) { feed, job in
            made.add(job.source.id)
            return feed.items.count
        } handingOver: { (_, delivery: FetchResult<Int>) in
            handedOver.add(delivery.report.source)
            #expect(delivery.payload == (delivery.report.source == "a" ? 1 : nil))
            #expect(delivery.report.items == delivery.payload ?? 0)
        }
        #expect(made.all == ["a"])
        #expect(Set(handedOver.all) == ["a", "b"] && handedOver.all.count == 2)
    }

    @Test func whatIsDoneMeanwhileEndsWithTheBatch() async {
        let bench = Bench(["https://a.example/": [.answer(200, body: Sample.feed)]])
        let ended = Told()
        await bench.batch.run([FetchJob(source: .feed("a", url: "https://a.example/"))]) { feed, _ in
            feed.items.count
        } meanwhile: {
            while !Task.isCancelled { await Task.yield() }
            ended.add("meanwhile")
        } handingOver: { _, delivery in
            ended.add(delivery.report.source)
        }
        #expect(ended.all == ["a", "meanwhile"])
    }

    @Test func nothingIsMadeOfWhatWasReadLastTime() async throws {
        let bench = Bench(["https://a.example/": [.answer(200, body: Sample.feed), .answer(200, body: Sample.feed)]])
        let source = Source.feed("a", url: "https://a.example/")
        let first = try #require(await bench.gather(source))
        let memory = SourceMemory(bodyHash: first.visit.bodyHash)
        let made = Told()
        await bench.batch.run([FetchJob(source: source, memory: memory)]) { _, job in
            made.add(job.source.id)
        } handingOver: { _, delivery in
            #expect(delivery.report.outcome == .unchanged && delivery.payload == nil)
        }
        #expect(made.all.isEmpty)
    }
}
