import Foundation
import NewsModel
import Testing

@testable import Newsroom

/// What the feed of changes tells of a source, from run to run.
@Suite struct HealthChangesTests {
    private static let today = EditionDate(Stage.night, in: .gmt)

    /// A source from run to run, as the report and the state know it.
    private struct Past {
        private(set) var memory = SourceMemory()
        private(set) var changes: [HealthChange] = []

        /// A run so many hours after the first.
        mutating func run(
            _ outcome: Outcome, _ detail: String? = nil, at hours: Double, movedTo address: String? = nil
        ) {
            let now = Stage.night.addingTimeInterval(hours * 3600)
            let date = EditionDate(now, in: .gmt)
            let report = SourceReport(source: "post", outcome: outcome, detail: detail)
            let before = memory.consecutiveFailures
            memory.record(SourceVisit(report: report, permanentRedirect: address), on: date, at: now)
            var health = SourceHealth(
                report: report, title: "Post", url: "https://post.example/", provider: "feed", section: "World",
                consecutiveFailures: memory.consecutiveFailures, history: memory.history,
                moved: memory.permanentRedirect?.url)
            health.failuresBefore = before
            changes = HealthChanges(date: date, now: now).all(of: [(health, memory)], after: changes)
        }

        /// What is remembered of redirects and runs is lost, as by a restored state.
        mutating func lose() {
            var rest = SourceMemory()
            (rest.history, rest.firstAnswered) = (memory.history, memory.history.first { $0.outcome.isAnswer }?.at)
            memory = rest
        }
    }

    @Test func aBreakIsToldOnceAndInTheWordsOfItsNight() throws {
        var past = Past()
        past.run(.fresh, at: 0)
        past.run(.httpError, "404 Not Found", at: 24)
        let told = past.changes
        #expect(told.map(\.kind) == [.broke(.httpError, detail: "404 Not Found", advice: nil)])
        #expect(told.map(\.date) == [Self.today.adding(days: 1)])
        past.run(.late, "no answer in 10 s", at: 48)
        past.run(.skipped, at: 72)
        #expect(past.changes == told)
    }

    @Test func aSecondRunOfTheDateUpdatesOnlyWhatItSaysOtherwise() {
        var past = Past()
        past.run(.fresh, at: 0)
        past.run(.late, "no answer in 10 s", at: 24)
        let first = past.changes
        past.run(.late, "no answer in 10 s", at: 25)
        #expect(past.changes == first)
        past.run(.skipped, at: 26)
        #expect(past.changes == first)
        past.run(.httpError, "503", at: 27)
        #expect(past.changes.map(\.kind) == [.broke(.httpError, detail: "503", advice: nil)])
        #expect(past.changes.map(\.updated) == [Stage.night.addingTimeInterval(27 * 3600)])
        past.run(.fresh, at: 28)
        #expect(past.changes.isEmpty, "by its last run it did not break on that date")
    }

    @Test func aRecoverySaysHowLongItTook() {
        var past = Past()
        past.run(.fresh, at: 0)
        for night in 1...4 { past.run(.late, at: Double(night) * 24) }
        past.run(.fresh, at: 120)
        let told = past.changes
        #expect(told.map(\.kind.name) == ["recovered", "broke"] && told[0].kind == .recovered(failures: 4))
        past.run(.unchanged, at: 121)
        past.run(.unchanged, at: 144)
        #expect(past.changes == told)
        past.run(.late, at: 168)
        #expect(past.changes.map(\.kind.name) == ["broke", "recovered", "broke"])
    }

    @Test(arguments: [1, 3, 40]) func whoHasNeverAnsweredHasNotChanged(nights: Int) {
        var past = Past()
        for night in 0..<nights { past.run(.unreachable, at: Double(night) * 24) }
        #expect(past.changes.isEmpty)
        past.run(.fresh, at: Double(nights) * 24)
        #expect(past.changes.isEmpty, "it answers, but not again")
        past.run(.late, at: Double(nights + 1) * 24)
        #expect(past.changes.map(\.kind.name) == ["broke"])
    }

    @Test func whoHadAnsweredBeforeAllThatIsRememberedRecovers() {
        var past = Past()
        past.run(.fresh, at: 0)
        for night in 1...45 { past.run(.late, at: Double(night) * 24) }
        past.run(.fresh, at: 46 * 24)
        #expect(past.changes.first?.kind == .recovered(failures: 45))
    }

    @Test func aMoveIsToldOnce() {
        var past = Past()
        past.run(.fresh, at: 0)
        past.run(.fresh, at: 24, movedTo: "https://new.example/")
        let told = past.changes
        #expect(told.map(\.kind) == [.moved(to: "https://new.example/")])
        past.run(.fresh, at: 25, movedTo: "https://new.example/")
        past.run(.fresh, at: 48, movedTo: "https://new.example/")
        past.lose()
        past.run(.fresh, at: 72, movedTo: "https://new.example/")
        #expect(past.changes == told)
        past.run(.fresh, at: 96, movedTo: "https://newer.example/")
        #expect(past.changes.map(\.kind) == [.moved(to: "https://newer.example/"), .moved(to: "https://new.example/")])
    }

    /// Every night but the first tells one.
    @Test(arguments: [(60, 59), (61, 60), (62, 60), (80, 60)])
    func noMoreAreKeptThanAFeedTells(nights: Int, count: Int) {
        var past = Past()
        for night in 0..<nights { past.run(night.isMultiple(of: 2) ? .fresh : .late, at: Double(night) * 24) }
        #expect(past.changes.count == count)
        #expect(past.changes.first?.date == Self.today.adding(days: nights - 1))
    }
}
