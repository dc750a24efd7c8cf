import Foundation
import HTTPTransport
import NewsModel
import TestSupport
import Testing

@testable import Fetching

/// A pause belongs to whoever asked for it: what one source is told silences no other.
@Suite(.timeLimit(.minutes(1))) struct PauseTests {
    private static let honest = "https://paper.example/rss"
    private static let busy = ["Retry-After": "2678400"]
    private static let threeDays: TimeInterval = 3 * 86_400

    private static func feed(_ path: String) -> Source {
        .feed(SourceID(rawValue: path), url: "https://platform.example/\(path)")
    }

    private static func pause(_ path: String, for seconds: TimeInterval, host: String? = "platform.example") -> Pause {
        Pause(
            until: Bench.now.addingTimeInterval(seconds), reason: "429", url: "https://platform.example/\(path)",
            kind: .asked, host: host)
    }

    /// Hostile sources, one host each, that redirect to what is busy on the host of an honest one.
    @Test(
        arguments: ["https://paper.example/busy", "https://www.paper.example/busy", "https://paper.example:8443/busy"],
        [429, 503])
    func aRedirectToABusyAddressSilencesNobodyElse(target: String, status: Int) async throws {
        let hostile = ["https://one.example/", "https://two.example/", "https://three.example/"]
        var bench = Bench(
            [Self.honest: [.answer(200, body: Sample.feed)], target: [.answer(status, headers: Self.busy)]].merging(
                hostile.map { ($0, [.answer(302, headers: ["Location": target])]) }, uniquingKeysWith: { $1 }))
        bench.policy.perHost = 1
        let jobs = hostile.map { FetchJob(source: .feed(SourceID(rawValue: $0), url: $0)) }
        let first = await bench.batch.run(jobs + [FetchJob(source: .feed(url: Self.honest))])
        #expect(first.map(\.report.outcome) == [.httpError, .httpError, .httpError, .fresh])
        #expect(first.allSatisfy { $0.visit.pause?.host == nil })
        let next = await bench.batch.run(
            zip(jobs, first).map { FetchJob(source: $0.source, memory: SourceMemory(pause: $1.visit.pause)) }
                + [FetchJob(source: .feed(url: Self.honest))])
        #expect(next.map(\.report.outcome) == [.skipped, .skipped, .skipped, .fresh])
    }

    @Test func aHostThatTellsTwoOfItsSourcesIsLeftAloneByAllOnTheNextNightToo() async throws {
        var bench = Bench([
            "https://platform.example/a": [.answer(429, headers: ["Retry-After": "7200"])],
            "https://platform.example/b": [.answer(503, headers: ["Retry-After": "3600"])],
            "https://platform.example/c": [.answer(200, body: Sample.feed)],
        ])
        bench.policy.retries = 0
        let first = await bench.run(Self.feed("a"), Self.feed("b"))
        let pauses = try first.map { try #require($0.visit.pause) }
        #expect(pauses.map(\.kind) == [.asked, .asked])
        #expect(pauses.map(\.host) == ["platform.example", "platform.example"])
        #expect(pauses[0].until == Bench.now.addingTimeInterval(7200))
        let results = await bench.batch.run([
            FetchJob(source: Self.feed("a"), memory: SourceMemory(pause: pauses[0])),
            FetchJob(source: Self.feed("b"), memory: SourceMemory(pause: pauses[1])),
            FetchJob(source: Self.feed("c")),
        ])
        #expect(results.map(\.report.outcome) == [.skipped, .skipped, .skipped])
        #expect(results[2].report.detail?.contains("503") == true)
        #expect(bench.network.requests.count == 2)
    }

    @Test func whatAPlatformTellsOneOfItsSourcesIsNotMeantForTheOthers() async throws {
        var bench = Bench([
            "https://platform.example/hostile": [.answer(429, headers: Self.busy)],
            "https://platform.example/a": [.answer(200, body: Sample.feed)],
            "https://platform.example/b": [.answer(200, body: Sample.feed)],
        ])
        bench.policy.perHost = 1
        let sources = [Self.feed("hostile"), Self.feed("a"), Self.feed("b")]
        var memory = SourceMemory()
        for _ in 0..<2 {
            let results = await bench.batch.run(
                zip(sources, [memory, SourceMemory(), SourceMemory()]).map { FetchJob(source: $0, memory: $1) })
            #expect(results.dropFirst().map(\.report.outcome) == [.fresh, .fresh])
            memory.pause = results[0].visit.pause ?? memory.pause
        }
        #expect(bench.network.requests.count { $0.url.hasSuffix("hostile") } == 1)
    }

    /// Answered, the source shows that its host did not mean all; left out, it was silenced by others once already.
    @Test(arguments: [Outcome.fresh, .unchanged, .skipped]) func whatOthersWereToldDoesNotHoldForLong(
        outcome: Outcome
    ) async {
        let bench = Bench(["https://platform.example/c": [.answer(200, body: Sample.feed)]])
        let night = SourceHealth.RunOutcome(
            date: EditionDate(Bench.now, in: .gmt).adding(days: -1), at: Bench.now.addingTimeInterval(-86_400),
            outcome: outcome, items: 2, elapsedMilliseconds: 9)
        let results = await bench.batch.run([
            FetchJob(source: Self.feed("a"), memory: SourceMemory(pause: Self.pause("a", for: 60))),
            FetchJob(source: Self.feed("b"), memory: SourceMemory(pause: Self.pause("b", for: 60))),
            FetchJob(source: Self.feed("c"), memory: SourceMemory(history: [night])),
        ])
        #expect(results.map(\.report.outcome) == [.skipped, .skipped, .fresh])
    }

    @Test(arguments: [429, 503]) func noPauseIsLongerThanThreeDaysAndWhatWasAskedIsSaid(status: Int) async throws {
        let bench = Bench([Self.honest: [.answer(status, headers: Self.busy)]])
        let gathered = try #require(await bench.gather(.feed(url: Self.honest)))
        #expect(gathered.visit.pause?.until == Bench.now.addingTimeInterval(Self.threeDays))
        #expect(gathered.report.detail?.contains("31 days") == true)
    }

    /// By an earlier version, or by a clock that was wrong.
    @Test(arguments: [(threeDays, Outcome.skipped), (threeDays + 7200, .fresh), (31 * 86_400, .fresh)])
    func aPauseThatWasRememberedForLongerThanAnyLastsIsNotHeeded(seconds: TimeInterval, outcome: Outcome) async throws {
        let bench = Bench([
            "https://platform.example/a": [.answer(200, body: Sample.feed)],
            "https://platform.example/c": [.answer(200, body: Sample.feed)],
        ])
        let results = await bench.batch.run([
            FetchJob(source: Self.feed("a"), memory: SourceMemory(pause: Self.pause("a", for: seconds))),
            FetchJob(source: Self.feed("b"), memory: SourceMemory(pause: Self.pause("b", for: seconds))),
            FetchJob(source: Self.feed("c")),
        ])
        #expect(results[0].report.outcome == outcome)
        #expect(results[2].report.outcome == outcome)
    }

    /// An earlier version noted the host that a redirect led to.
    @Test func aRememberedPauseOfAHostThatIsNotTheSourcesOwnIsItsOwnAffair() async {
        let bench = Bench([Self.honest: [.answer(200, body: Sample.feed)]])
        let results = await bench.batch.run(
            ["a", "b"].map {
                FetchJob(
                    source: Self.feed($0), memory: SourceMemory(pause: Self.pause($0, for: 60, host: "paper.example")))
            } + [FetchJob(source: .feed(url: Self.honest))])
        #expect(results.map(\.report.outcome) == [.skipped, .skipped, .fresh])
    }
}
