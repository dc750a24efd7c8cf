import Foundation
import NewsModel
import Testing

@Suite struct EscalationTests {
    private static let first = EditionDate("2026-11-01")

    /// A source whose runs ended so, a letter a day from the first of November: `a` answered, `f` failed, `s` was not asked;
    /// a row that is longer than the history adds to its failures.
    static func source(
        _ nights: String, id: SourceID = "paper", failuresBefore: Int? = nil, further: Int = 0
    ) throws -> SourceHealth {
        let first = try #require(first)
        let history = nights.enumerated().map { day, letter in
            let date = first.adding(days: day)
            let outcome: Outcome = letter == "a" ? .fresh : letter == "f" ? .httpError : .skipped
            return SourceHealth.RunOutcome(
                date: date, at: date.start(in: .gmt), outcome: outcome, items: 0, elapsedMilliseconds: 1)
        }
        let row = history.reversed().prefix { !$0.outcome.isAnswer }.count(where: \.outcome.isFailure)
        let last = try #require(history.last?.outcome)
        let failures = row + further
        var source = SourceHealth(
            report: SourceReport(source: id, outcome: last), title: "Paper", url: "", provider: "feed",
            section: "News", consecutiveFailures: failures, history: history)
        source.failuresBefore = failuresBefore ?? (last.isFailure ? failures - 1 : failures)
        return source
    }

    @Test(arguments: [
        ("aaa", Escalation.none), ("aaf", .note), ("aff", .note), ("afff", .attention), ("fffa", .none),
        ("a" + String(repeating: "f", count: 13), .attention), ("a" + String(repeating: "f", count: 14), .removal),
        ("fsfsf", .attention), ("afss", .note),
        // Asked once a week: three failures over fourteen days.
        ("fssssssfssssssf", .removal),
    ])
    func aRowOfFailuresBecomesMoreUrgentWithTheNights(nights: String, escalation: Escalation) throws {
        let source = try Self.source(nights)
        #expect(source.escalation == escalation)
        #expect(source.needsSomeone == (escalation >= .attention))
    }

    @Test func aRowLongerThanTheHistoryIsStillOne() throws {
        let source = try Self.source("fff", further: 40)
        #expect(source.escalation == .removal)
        #expect(source.failedDates.count == 3)
    }

    @Test func aDeadSourceIsSaidOnTheThirdNightAndOnceAWeekAfterIt() throws {
        let nights = (1...40).filter { count in
            let source = try? Self.source("a" + String(repeating: "f", count: count))
            return source?.isReminderDue(afterFailures: 3) == true
        }
        #expect(nights == [3, 10, 17, 24, 31, 38])
    }

    @Test func theWeeksOfALongRowGoOnBeyondTheHistory() throws {
        let nights = (30...60).filter { count in
            let source = try? Self.source(String(repeating: "f", count: 30), further: count - 30)
            return source?.isReminderDue(afterFailures: 3) == true
        }
        #expect(nights == [31, 38, 45, 52, 59])
    }

    @Test func whoIsAskedOnceAWeekIsSaidEachTime() throws {
        let week = "fssssss"
        for weeks in 2...4 {
            let source = try Self.source(String(repeating: week, count: weeks) + "f")
            #expect(source.isReminderDue(afterFailures: 3))
        }
    }

    @Test func anotherRunOfTheSameDateSaysNothingAgain() throws {
        let source = try Self.source("afff", failuresBefore: 3)
        #expect(!source.isReminderDue(afterFailures: 3))
        #expect(!source.hasReached(failures: 3))
    }

    @Test func onANightWithoutAFailureNothingIsSaid() throws {
        #expect(try !Self.source("afffs").isReminderDue(afterFailures: 3))
        #expect(try !Self.source("afffa").isReminderDue(afterFailures: 3))
    }

    @Test func onlyWhoNeededSomeoneRecovers() throws {
        #expect(try Self.source("afffa", failuresBefore: 3).hasRecovered)
        #expect(try !Self.source("affa", failuresBefore: 2).hasRecovered)
        #expect(try !Self.source("afffs", failuresBefore: 3).hasRecovered)
        #expect(try Self.source("ffa", failuresBefore: 9).hasRecovered)
    }

    @Test func whoHasNeverAnsweredCannotAnswerAgain() throws {
        #expect(try !Self.source("fffa", failuresBefore: 3).hasRecovered)
        #expect(try !Self.source("ffsfa", failuresBefore: 3).hasRecovered)
    }
}

@Suite struct FailurePolicyTests {
    @Test(arguments: [
        ("none", FailurePolicy.none), ("any", FailurePolicy([.any])), ("all", FailurePolicy([.all])),
        ("quorum:50%,dead:3", .standard), ("dead:7", FailurePolicy([.dead(7)])),
        (" QUORUM:12.5% , any ", FailurePolicy([.quorum(0.125), .any])), ("any,any", FailurePolicy([.any])),
    ])
    func conditionsStandBesideEachOther(text: String, policy: FailurePolicy) throws {
        let read = try FailurePolicy(text)
        #expect(read == policy)
        #expect(try FailurePolicy(read.description) == policy)
    }

    @Test(arguments: [
        ("quorm:50%", "`quorum:50%`"), ("ded:3", "`dead:3`"), ("quorum:150%", "0% to 100%"),
        ("quorum:50", "0% to 100%"),
        ("quorum", "0% to 100%"), ("dead", "1 to 1000"), ("dead:0", "1 to 1000"), ("dead:three", "1 to 1000"),
        ("none,any", "stands alone"), ("anny", "`any`"), ("any:3", "`any`"),
    ])
    func aMistakeIsSaidWithWhatToWrite(text: String, advice: String) {
        let mistake = #expect(throws: FailurePolicy.Mistake.self) { try FailurePolicy(text) }
        #expect(mistake?.advice?.contains(advice) == true)
    }

    @Test(arguments: ["", ",", "any,", "sometimes"]) func whatIsNearNothingGetsNoAdvice(text: String) {
        let mistake = #expect(throws: FailurePolicy.Mistake.self) { try FailurePolicy(text) }
        #expect(mistake?.advice == nil)
    }

    private func report(_ sources: SourceHealth...) -> HealthReport {
        HealthReport(
            generated: .distantPast, edition: sources.last?.history.last?.date ?? EditionDate(.distantPast, in: .gmt),
            deadline: .seconds(30), elapsed: .seconds(1), stories: 0, newStories: 0, sources: sources)
    }

    @Test func theStandardMindsAQuorumAndTheThirdNight() throws {
        let (fine, first, third) = (
            try EscalationTests.source("aaa", id: "fine"), try EscalationTests.source("aaf", id: "first"),
            try EscalationTests.source("fff", id: "third")
        )
        #expect(FailurePolicy.standard.minded(in: report(fine, fine, first)).isEmpty)
        #expect(FailurePolicy.standard.minded(in: report(fine, fine, third, first)) == [third])
        #expect(FailurePolicy.standard.minded(in: report(fine, first, third)) == [first, third])
        #expect(FailurePolicy.none.minded(in: report(first, third)).isEmpty)
    }

    @Test func allMeansThatNobodyAnswered() throws {
        let (fine, first) = (
            try EscalationTests.source("aaa", id: "fine"), try EscalationTests.source("aaf", id: "first")
        )
        #expect(FailurePolicy([.all]).minded(in: report(first, first)).count == 2)
        #expect(FailurePolicy([.all]).minded(in: report(first, fine)).isEmpty)
        #expect(FailurePolicy([.any]).minded(in: report(first, fine)) == [first])
    }
}
