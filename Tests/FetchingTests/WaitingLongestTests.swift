import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import Parallelism
import TestSupport
import Testing
import TransportTestSupport

@testable import Fetching

/// A host with more sources than it has turns before the deadline.
@Suite(.timeLimit(.minutes(1))) struct WaitingLongestTests {
    private static let count = 10
    private static let date = EditionDate(Bench.now, in: .gmt)

    private static func url(_ index: Int, host: String = "many.example") -> String { "https://\(host)/\(index)" }

    private static func job(_ index: Int, lastTurn: Date? = nil, host: String = "many.example") -> FetchJob {
        var memory = SourceMemory()
        memory.lastTurn = lastTurn
        return FetchJob(source: .feed(SourceID(rawValue: "s\(index)"), url: url(index, host: host)), memory: memory)
    }

    /// Behind whoever comes first, while nobody waits yet.
    @Test func whoHasWaitedLongestGoesFirst() async throws {
        let turns = (0..<Self.count).map { Bench.now.addingTimeInterval(Double(-$0)) }
        let night = Night(answers: Self.count)
        _ = try await night.run(turns.indices.map { Self.job($0, lastTurn: turns[$0]) })
        let behind = night.requests.dropFirst()
        #expect(behind.count == Self.count - 1)
        #expect(Array(behind) == behind.sorted().reversed())
    }

    @Test func whoWasNeverAskedGoesBeforeAll() async throws {
        let night = Night(answers: Self.count)
        _ = try await night.run((0..<Self.count).map { Self.job($0, lastTurn: $0 == 7 ? nil : Bench.now) })
        #expect(night.requests.prefix(2).contains(Self.url(7)))
    }

    @Test func whereAnotherHostLeadsThereWhoHasWaitedLongestGoesFirstToo() async throws {
        let night = Night(answers: 2 * Self.count, hub: "hub.example")
        _ = try await night.run(
            (0..<Self.count).map {
                Self.job($0, lastTurn: Bench.now.addingTimeInterval(Double(-$0)), host: "p\($0).example")
            })
        let behind = night.requests.filter { $0.contains("hub.example") }.dropFirst()
        #expect(behind.count == Self.count - 1)
        #expect(Array(behind) == behind.sorted().reversed())
    }

    /// Three answers a night, then none until the deadline.
    @Test func everyoneHasItsNight() async throws {
        var jobs = (0..<Self.count).map { Self.job($0) }
        var answered: Set<SourceID> = []
        for number in 0..<5 {
            let results = try await Night(answers: 3).run(jobs)
            for (index, result) in results.enumerated() {
                let now = Bench.now.addingTimeInterval(Double(number) * 86_400)
                jobs[index].memory.record(result.visit, on: Self.date, at: now)
                if result.report.outcome == .fresh { answered.insert(result.report.source) }
            }
        }
        #expect(answered.count == Self.count)
    }

    @Test func whoHadNoTurnSaysWhoseTurnsAreTooFew() async throws {
        let results = try await Night(answers: 3).run((0..<Self.count).map { Self.job($0) })
        #expect(results.count(where: \.visit.hadTurn) == 3)
        // One was cut off in the middle.
        #expect(results.count { $0.report.outcome == .late && $0.visit.sharedCause == nil } == 1)
        for result in results where result.visit.sharedCause != nil {
            #expect(result.visit.sharedCause == .noTurn(host: "many.example"))
            #expect(result.report.detail == "no turn was left for it at the deadline")
            #expect(result.report.advice == Advice.nextTime)
        }
    }

    @Test func whoseRateLimitIsTooLowSaysSo() async throws {
        var bench = Bench([Self.url(0): [.answer(200, body: Sample.feed)]])
        bench.policy.rateLimits = ["many.example": .init(requests: 1, per: .seconds(60))]
        let results = await bench.batch.run([Self.job(0), Self.job(1)])
        // Which of the two came first is chance.
        #expect(results.count(where: \.visit.hadTurn) == 1)
        let late = results.filter { !$0.visit.hadTurn }
        #expect(late.map(\.visit.sharedCause) == [.rateLimit(host: "many.example")])
    }

    @Test func whoIsSlowByItselfHadItsTurn() async throws {
        let clock = ManualClock()
        let bench = Bench([Self.url(0): [.silence]], clock: clock)
        async let running = bench.gather(.feed(url: Self.url(0)))
        try await clock.wait(for: 1, sleepersUntil: .seconds(10))
        clock.advance(by: .seconds(10))
        let result = try #require(await running)
        #expect(result.report.outcome == .late)
        #expect(result.visit.hadTurn)
        #expect(result.visit.sharedCause == nil)
    }

    @Test func whoWasNotAskedHadNoTurn() async throws {
        var job = Self.job(0)
        job.memory.pause = Pause(until: Bench.now.addingTimeInterval(60), reason: "", url: Self.url(0), kind: .asked)
        #expect(await Bench([:]).batch.run([job]).first?.visit.hadTurn == false)
    }
}

/// A night in which a host answers so many requests, one at a time, and then nothing until the deadline.
private final class Night: Sendable {
    private let answers: Int
    private let count = Guarded(0)
    private let hub: String?
    private let asked = Guarded<[String]>([])
    /// Where the requests wait for their turn.
    private let slots = Guarded<Slots?>(nil)

    /// A night in which every other host leads to the `hub`, if there is one.
    init(answers: Int, hub: String? = nil) {
        (self.answers, self.hub) = (answers, hub)
    }

    /// The addresses that were asked, in order.
    var requests: [String] { asked.withLock { $0 } }

    func run(_ jobs: [FetchJob]) async throws -> [FetchedFeed] {
        let clock = ManualClock()
        let policy = FetchPolicy(deadline: .seconds(30), timeout: .seconds(60), retries: 0, perHost: 1)
        let batch = Batch(
            policy: policy, network: NetworkPolicy(),
            send: { request throws(TransportError) in try await self.answer(request) },
            clock: BatchClock(clock), now: Bench.now, jitter: { 0 })
        slots.withLock { $0 = batch.fetcher.slots }
        count.withLock { $0 = jobs.count }
        guard answers < jobs.count else { return await batch.run(jobs) }
        async let running = batch.run(jobs)
        try await clock.wait(for: 1, sleepersUntil: .seconds(30))
        try await eventually { requests.count > answers }
        clock.advance(by: .seconds(30))
        return await running
    }

    private func answer(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let (number, isFirst) = asked.withLock { asked in
            asked.append(request.url)
            return (asked.count, asked.count { $0.contains(hub ?? "//") } == 1 && request.url.contains(hub ?? "//"))
        }
        if isFirst { await untilOthersWait() }
        if number > answers {
            // Only its cancellation ends it.
            try? await ManualClock().sleep(for: .seconds(1_000_000))
            throw .cancelled
        }
        if let hub, !request.url.contains(hub), let path = request.url.split(separator: "/").last {
            return HTTPResponse(status: .found, headers: ["location": "https://\(hub)/\(path)"])
        }
        return HTTPResponse(status: .ok, body: ResponseBody(text: Sample.feed))
    }

    /// Holds the first turn until all others wait for theirs.
    private func untilOthersWait() async {
        let (slots, others) = (slots.withLock { $0 }, count.withLock { $0 } - 1)
        // What does not come about shows in what is asked.
        try? await eventually { await slots?.waitingCount == others }
    }
}
