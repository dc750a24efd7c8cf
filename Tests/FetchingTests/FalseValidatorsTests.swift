import Foundation
import HTTPTransport
import NewsModel
import TestSupport
import Testing

@testable import Fetching

/// Servers that answer 304 whatever changed, night after night.
@Suite(.timeLimit(.minutes(1))) struct FalseValidatorsTests {
    private static let url = "https://paper.example/rss"
    private static let day: TimeInterval = 86_400

    /// What a server says of itself: always the same, or what its content is.
    enum Manner: CaseIterable {
        case etag, date
    }

    private static func headers(_ manner: Manner, _ version: Int = 0) -> [String: String] {
        switch manner {
        case .etag: ["ETag": "\"\(version)\""]
        case .date: ["Last-Modified": "Sat, 31 Oct 2026 19:11:0\(version) GMT"]
        }
    }

    private static func body(_ version: Int) -> String {
        Sample.feed.replacing("Bridge closes", with: "Bridge closes, report \(version)")
    }

    private static func memory(_ manner: Manner, days: Double, hash: String = "other") -> SourceMemory {
        let headers = headers(manner)
        var memory = SourceMemory(
            validators: Validators(etag: headers["ETag"], lastModified: headers["Last-Modified"], url: url),
            bodyHash: hash)
        memory.lastBody = Bench.now.addingTimeInterval(-days * day)
        return memory
    }

    private static func isConditional(_ request: HTTPRequest?) -> Bool {
        request?.value("if-none-match") != nil || request?.value("if-modified-since") != nil
    }

    @Test(arguments: [(0, true), (1, true), (7.3, true), (7.7, false), (8, false), (80, false), (-1, false)])
    func forEightDaysAServerIsBelieved(days: Double, isConditional: Bool) async {
        let bench = Bench([Self.url: [.answer(304)]])
        _ = await bench.gather(.feed(url: Self.url), memory: Self.memory(.etag, days: days))
        #expect(Self.isConditional(bench.network.requests.first) == isConditional)
    }

    @Test func whereItIsNotKnownWhenABodyCameItIsBelieved() async {
        let bench = Bench([Self.url: [.answer(304)]])
        var memory = Self.memory(.etag, days: 0)
        memory.lastBody = nil
        #expect(await bench.gather(.feed(url: Self.url), memory: memory)?.report.outcome == .unchanged)
    }

    @Test(arguments: Manner.allCases) func oneThatHadSomethingNewIsAskedForTheWholeFromThenOn(manner: Manner)
        async throws
    {
        let replies = (0..<3).map {
            ScriptedNetwork.Reply.answer(200, headers: Self.headers(manner), body: Self.body($0))
        }
        let bench = Bench([Self.url: replies])
        var memory = Self.memory(manner, days: 8)
        let first = try #require(await bench.gather(.feed(url: Self.url), memory: memory))
        #expect(first.report.outcome == .fresh)
        #expect(first.report.detail?.contains("said 304 for 8 days, though it had something new") == true)
        #expect(first.report.advice == Advice.falseValidators)
        #expect(first.visit.hasFalseValidators)
        for _ in 0..<2 {
            memory.record(first.visit, on: EditionDate(Bench.now, in: .gmt), at: Bench.now)
            let next = try #require(await bench.gather(.feed(url: Self.url), memory: memory))
            #expect(next.report.outcome == .fresh)
            #expect(next.visit.hasFalseValidators)
        }
        #expect(!bench.network.requests.contains(where: Self.isConditional))
    }

    @Test(arguments: [
        ScriptedNetwork.Reply.answer(412), .answer(400), .answer(403), .answer(200, body: ""),
    ])
    func oneThatCannotBeAskedWhetherAnythingIsNewIsAskedForTheWhole(refusal: ScriptedNetwork.Reply) async throws {
        let whole = ScriptedNetwork.Reply.answer(200, headers: Self.headers(.etag, 1), body: Self.body(1))
        let bench = Bench([Self.url: [refusal, whole]])
        let gathered = try #require(
            await bench.gather(.feed(url: Self.url), memory: Self.memory(.etag, days: 1)))
        #expect(gathered.report.outcome == .fresh)
        #expect(gathered.visit.hasFalseValidators)
        #expect(bench.network.requests.map(Self.isConditional) == [true, false])
    }

    @Test func oneThatFailsForGoodIsAskedTwice() async throws {
        let bench = Bench([Self.url: [.answer(403), .answer(403)]])
        let gathered = try #require(
            await bench.gather(.feed(url: Self.url), memory: Self.memory(.etag, days: 1)))
        #expect(gathered.report.outcome == .httpError)
        #expect(bench.network.requests.count == 2)
    }

    @Test(arguments: [-0.3, -2]) func aBodyOfTheFutureIsSaidToBeOne(days: Double) async throws {
        let bench = Bench([Self.url: [.answer(200, headers: Self.headers(.etag, 1), body: Self.body(1))]])
        let gathered = try #require(
            await bench.gather(.feed(url: Self.url), memory: Self.memory(.etag, days: days)))
        #expect(
            gathered.report.detail
                == "asked for the whole, since its server said 304 since a date that is yet to come")
    }

    @Test(arguments: Manner.allCases) func oneThatNamesEachBodyIsBelievedAgain(manner: Manner) async throws {
        let bench = Bench([
            Self.url: [.answer(200, headers: Self.headers(manner, 1), body: Self.body(1)), .answer(304)]
        ])
        var memory = Self.memory(manner, days: 9)
        memory.hasFalseValidators = true
        let first = try #require(await bench.gather(.feed(url: Self.url), memory: memory))
        #expect(first.report.outcome == .fresh)
        #expect(!first.visit.hasFalseValidators)
        #expect(first.report.detail == "asked for the whole, since its server said 304 for 9 days")
        memory.record(first.visit, on: EditionDate(Bench.now, in: .gmt), at: Bench.now)
        #expect(await bench.gather(.feed(url: Self.url), memory: memory)?.report.outcome == .unchanged)
        #expect(Self.isConditional(bench.network.requests.last))
    }

    @Test func oneThatWasRightIsAskedForTheWholeOnce() async throws {
        let answer = ScriptedNetwork.Reply.answer(200, headers: Self.headers(.etag), body: Sample.feed)
        let bench = Bench([Self.url: [answer, answer, .answer(304)]])
        let known = try #require(await bench.gather(.feed(url: Self.url)))
        var memory = Self.memory(.etag, days: 8, hash: try #require(known.visit.bodyHash))
        let whole = try #require(await bench.gather(.feed(url: Self.url), memory: memory))
        #expect(whole.report.outcome == .unchanged)
        #expect(!whole.visit.hasFalseValidators)
        memory.record(whole.visit, on: EditionDate(Bench.now, in: .gmt), at: Bench.now)
        #expect(memory.lastBody == Bench.now)
        _ = await bench.gather(.feed(url: Self.url), memory: memory)
        #expect(Self.isConditional(bench.network.requests.last))
    }

    @Test func a304LeavesTheDayOfTheLastBody() {
        var memory = Self.memory(.etag, days: 5)
        let visit = SourceVisit(report: SourceReport(source: "paper", outcome: .unchanged))
        memory.record(visit, on: EditionDate(Bench.now, in: .gmt), at: Bench.now)
        #expect(memory.lastBody == Bench.now.addingTimeInterval(-5 * Self.day))
    }
}
