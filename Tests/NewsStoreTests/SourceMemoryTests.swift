import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsStore

@Suite struct SourceMemoryTests {
    private static let now = Date.at(11, 23, 3)
    private static let failures = Outcome.allCases.filter(\.isFailure)
    private static let known = SourceMemory(
        validators: Validators(etag: "\"a\"", url: "https://a.example/"), bodyHash: "h",
        pause: Pause(until: now.hours(1), reason: "asked to wait", url: "https://a.example/", kind: .asked),
        hints: FeedHints(timeToLive: .seconds(3600), skipHours: [1], skipDays: [7]),
        firstAnswered: now.days(-9), lastSuccess: now.days(-1), consecutiveFailures: 2,
        permanentRedirect: PermanentRedirect(url: "https://b.example/", timesSeen: 2), title: "The Paper", lastItems: 30
    )

    private static func visit(_ outcome: Outcome, items: Int = 0) -> SourceVisit {
        SourceVisit(report: SourceReport(source: "a", outcome: outcome, items: items))
    }

    private static func after(_ visit: SourceVisit) -> SourceMemory {
        var memory = known
        memory.record(visit, on: EditionDate(now, in: .gmt), at: now)
        return memory
    }

    @Test(arguments: [Outcome.fresh, .empty]) func aWholeAnswerReplacesWhatTheLastOneLeft(outcome: Outcome) {
        let memory = Self.after(Self.visit(outcome, items: 7))
        #expect(memory.validators == nil)
        #expect(memory.bodyHash == nil)
        #expect(memory.pause == nil)
        #expect(memory.lastItems == 7)
        #expect(memory.consecutiveFailures == 0)
        #expect(memory.lastSuccess == Self.now)
        #expect(memory.firstAnswered == Self.now.days(-9))
        #expect(memory.title == "The Paper")
    }

    @Test func unchangedKeepsValidatorsUnlessItBringsNewOnes() {
        #expect(Self.after(Self.visit(.unchanged)).validators == Self.known.validators)
        #expect(Self.after(Self.visit(.unchanged)).lastItems == 30)
        var visit = Self.visit(.unchanged)
        visit.validators = Validators(etag: "\"b\"", url: "https://a.example/")
        #expect(Self.after(visit).validators == visit.validators)
    }

    @Test(arguments: failures) func aFailureIsCountedAndKeepsValidatorsHashAndTitle(outcome: Outcome) {
        let memory = Self.after(Self.visit(outcome))
        #expect(memory.consecutiveFailures == 3)
        #expect(memory.validators == Self.known.validators)
        #expect(memory.bodyHash == "h")
        #expect(memory.title == "The Paper")
        #expect(memory.lastSuccess == Self.now.days(-1))
        #expect(memory.pause == nil)
    }

    @Test func aSourceThatWasNotAskedKeepsEverything() {
        var memory = Self.after(Self.visit(.skipped))
        #expect(memory.history.map(\.outcome) == [.skipped])
        memory.history = []
        #expect(memory == Self.known)
    }

    @Test func aPermanentRedirectIsCountedWhileItStaysTheSame() {
        var visit = Self.visit(.fresh)
        visit.permanentRedirect = "https://b.example/"
        #expect(Self.after(visit).permanentRedirect?.timesSeen == 3)
        visit.permanentRedirect = "https://c.example/"
        #expect(Self.after(visit).permanentRedirect == PermanentRedirect(url: "https://c.example/"))
        #expect(Self.after(Self.visit(.fresh)).permanentRedirect == nil)
        #expect(Self.after(Self.visit(.late)).permanentRedirect == Self.known.permanentRedirect)
    }

    @Test func everythingSurvivesTheStore() throws {
        let desk = try TestStore()
        var visit = SourceVisit(
            report: SourceReport(
                source: "a", outcome: .fresh, times: FetchTimes(total: .milliseconds(250)), items: 12),
            validators: Validators(
                etag: "W/\"ä\"", lastModified: "Mon, 23 Nov 2026 03:00:00 GMT", url: "https://a.example/"),
            bodyHash: "cafe",
            pause: Pause(
                until: Self.now.hours(2), reason: "429", url: "https://a.example/", kind: .asked, host: "a.example"),
            hints: FeedHints(timeToLive: .seconds(90), skipHours: [0, 23], skipDays: [1, 7]),
            permanentRedirect: "https://b.example/", title: "The Paper")
        visit.hasFalseValidators = true
        visit.hadTurn = true
        let within = try desk.night(Self.now) { night in
            try night.record(visit)
            return try night.memories(of: ["a", "never asked"])
        }
        var expected = SourceMemory()
        expected.record(visit, on: EditionDate(Self.now, in: .gmt), at: Self.now)
        #expect(within == ["a": expected])
        #expect(expected.lastBody == Self.now && expected.lastTurn == Self.now && expected.hasFalseValidators)
        #expect(try desk.store.memories(of: ["a"]) == within)
        #expect(try desk.store.memories(of: []).isEmpty)
    }

    @Test func theDateOfAFailureSurvivesTheStore() throws {
        let desk = try TestStore()
        var expected = SourceMemory()
        expected.record(Self.visit(.unreachable), on: .day(11, 23), at: Self.now)
        try desk.night(Self.now) { try $0.record(Self.visit(.unreachable)) }
        #expect(try desk.store.memories(of: ["a"]) == ["a": expected])
        // A second run of the night does not make it fail for two nights.
        try desk.night(Self.now.hours(1)) { try $0.record(Self.visit(.unreachable)) }
        #expect(try desk.store.memories(of: ["a"])["a"]?.consecutiveFailures == 1)
    }

    @Test(arguments: [30, 31, 62]) func theNewestThirtyNightsAreGivenOldestFirst(nights: Int) throws {
        let desk = try TestStore()
        for night in 0..<nights {
            try desk.night(Self.now.days(Double(night))) { try $0.record(Self.visit(.fresh, items: night)) }
        }
        let history = try desk.store.memories(of: ["a"])["a"]?.history.map(\.items)
        #expect(history == Array(nights - 30..<nights))
    }
}
