import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

@Suite struct PruningTests {
    private static let start = Date.at(1, 1, 3)
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    /// A source that lists one story tonight and another one a hundred days later.
    private func twoAnswers() throws {
        try desk.night(Self.start) { try $0.answer(from: "paper", [.titled("Old")]) }
        try desk.night(Self.start.days(100)) { try $0.answer(from: "paper", [.titled("New")]) }
    }

    private func isKnown(_ title: String, at now: Date) throws -> Bool {
        try desk.night(now) { try $0.record(DistinctItems([.titled(title)], from: "paper"), from: "paper").isEmpty }
    }

    @Test func whatIsOldAndNoLongerListedIsForgotten() throws {
        try twoAnswers()
        #expect(try desk.night(Self.start.days(101)) { try $0.prune(olderThan: Self.start.days(50)) } == 1)
        #expect(try !isKnown("Old", at: Self.start.days(102)))
        #expect(try isKnown("New", at: Self.start.days(102)))
    }

    @Test func whatIsNotOldIsKept() throws {
        try twoAnswers()
        #expect(try desk.night(Self.start.days(101)) { try $0.prune(olderThan: Self.start) } == 0)
        #expect(try isKnown("Old", at: Self.start.days(102)))
    }

    @Test func whatASourceStillListsIsKept() throws {
        for month in 0...6 {
            try desk.night(Self.start.days(Double(month) * 31)) { night in
                try night.answer(from: "paper", [.titled("Evergreen"), .titled("Month \(month)")])
            }
        }
        let now = Self.start.days(6 * 31 + 1)
        #expect(try desk.night(now) { try $0.prune(olderThan: now.days(-50)) } == 5)
        #expect(try isKnown("Evergreen", at: now))
    }

    @Test func whatASourceListedWhenItLastChangedIsKept() throws {
        try desk.night(Self.start) { try $0.answer(from: "paper", [.titled("Evergreen")]) }
        let now = Self.start.days(500)
        try desk.night(now) { night in
            try night.record(SourceVisit(report: SourceReport(source: "paper", outcome: .unchanged)))
            #expect(try night.prune(olderThan: now.days(-400)) == 0)
        }
        #expect(try isKnown("Evergreen", at: now))
    }

    @Test func whatAKeptEditionTellsIsKeptAndWithItsEditionForgotten() throws {
        try desk.run(Self.start, ["paper": [.titled("Told")]])
        try desk.night(Self.start.days(100)) { try $0.answer(from: "paper", [.titled("New")]) }
        let now = Self.start.days(101)
        #expect(try desk.night(now) { try $0.prune(olderThan: now.days(-50)) } == 0)
        try desk.night(now) { night in
            try night.removeEditions(before: .day(2, 1))
            #expect(try night.prune(olderThan: now.days(-50)) == 1)
        }
    }

    @Test func historyIsForgottenWithAge() throws {
        try twoAnswers()
        try desk.night(Self.start.days(101)) { try $0.prune(olderThan: Self.start.days(50)) }
        let memory = try #require(try desk.store.memories(of: ["paper"])["paper"])
        #expect(memory.history.map(\.at) == [Self.start.days(100)])
        #expect(memory.firstAnswered == Self.start)
    }

    private func count(_ table: String) throws -> Int? {
        try desk.store.use { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    @Test func whatIdentifiedAStoryIsForgottenWithIt() throws {
        try twoAnswers()
        let tables = ["identity", "recentIdentity"]
        let both = try tables.map { try #require(try count($0)) }
        #expect(!both.contains(0))
        try desk.night(Self.start.days(101)) { try $0.prune(olderThan: Self.start.days(50)) }
        #expect(try tables.map { try count($0) } == [0, both[1]])
        for table in tables {
            #expect(try count("\(table) WHERE story NOT IN (SELECT number FROM story)") == 0)
        }
    }

    @Test func whatWasLeftOutIsForgottenWithTheRunsOfItsDate() throws {
        for day in [0.0, 100, 101] {
            try desk.night(Self.start.days(day)) { night in
                try night.answer(from: "paper", [.titled("Day \(day)")])
                let story = try #require(try night.candidates(EditionPolicy()).first { $0.title == "Day \(day)" })
                var edition = Edition.telling([], on: night.date, at: night.now)
                edition.leftOut = [.init(story: story, reason: .muted, detail: "day")]
                try night.save(edition)
            }
        }
        // The second date is made once more, late.
        try desk.night(Self.start.days(102), date: EditionDate(Self.start.days(100), in: .gmt)) { night in
            try night.prune(olderThan: Self.start.days(101))
        }
        #expect(try desk.store.edition(of: EditionDate(Self.start, in: .gmt))?.leftOut.isEmpty == true)
        #expect(try count("leftOut") == 2)
    }

    @Test func aNumberIsNotGivenTwice() throws {
        try desk.night(Self.start) { try $0.answer(from: "paper", [.titled("Old"), .titled("Older")]) }
        try desk.night(Self.start.days(100)) {
            try $0.record(SourceVisit(report: SourceReport(source: "paper", outcome: .fresh)))
        }
        let now = Self.start.days(200)
        try desk.night(now) { night in
            try night.answer(from: "other", [])
            try night.prune(olderThan: now.days(-50))
        }
        let last = try desk.store.use { try Int.fetchOne($0, sql: "SELECT max(number) FROM story") }
        #expect(last == 2)
    }

    // MARK: At the bounds

    @Test(arguments: [(0.0, 1), (0.001, 0)]) func aVisitOfTheOldestInstantIsKept(late: Double, kept: Int) throws {
        try desk.night(Self.start) { try $0.answer(from: "paper", [.titled("Old")]) }
        try desk.night(Self.start.days(1)) { try $0.prune(olderThan: Self.start.addingTimeInterval(late)) }
        #expect(try desk.store.memories(of: ["paper"])["paper"]?.history.count == kept)
    }

    @Test(arguments: [(0.0, 0), (0.001, 1)]) func whatWasListedAtTheOldestInstantIsKept(late: Double, gone: Int) throws
    {
        try desk.night(Self.start) { try $0.answer(from: "paper", [.titled("Old")]) }
        let changed = Self.start.days(10)
        try desk.night(changed) { try $0.answer(from: "paper", [.titled("Old", summary: "More is known.")]) }
        try desk.night(Self.start.days(100)) { night in
            try night.answer(from: "paper", [.titled("New")])
            #expect(try night.prune(olderThan: changed.addingTimeInterval(late)) == gone)
        }
    }

    /// What is listed is only noted every thirty days: so much later its source may have listed it last.
    @Test(arguments: [(0.0, 0), (0.001, 1)]) func whatMayStillBeListedIsKept(late: Double, gone: Int) throws {
        try desk.night(Self.start) { try $0.answer(from: "paper", [.titled("Old")]) }
        let now = Self.start.days(30).addingTimeInterval(late)
        try desk.night(now) { night in
            try night.answer(from: "paper", [.titled("New")])
            #expect(try night.prune(olderThan: now) == gone)
        }
    }

    @Test(arguments: [(0.0, 1), (0.001, 0)])
    func whatIsListedUnchangedIsNotedAfterThirtyDays(late: Double, gone: Int) throws {
        try desk.night(Self.start) { try $0.answer(from: "paper", [.titled("Evergreen")]) }
        let again = Self.start.days(30).addingTimeInterval(late)
        try desk.night(again) { try $0.answer(from: "paper", [.titled("Evergreen")]) }
        try desk.night(Self.start.days(100)) { night in
            try night.answer(from: "paper", [.titled("New")])
            #expect(try night.prune(olderThan: again) == gone)
        }
    }

    @Test func restoringAnEditionDoesNotSayWhatASourceStillLists() throws {
        try desk.run(Self.start, ["paper": [.titled("Told")]])
        let edition = try #require(try desk.store.edition(of: .day(1, 1)))
        try desk.night(Self.start.days(1)) { try $0.answer(from: "paper", [.titled("Evergreen")]) }
        let now = Self.start.days(500)
        try desk.store.adopt(PublishedMemory(editions: [edition]))
        let gone = try desk.night(now) { try $0.prune(olderThan: now.days(-400)) }
        #expect(gone == 0)
        #expect(try isKnown("Evergreen", at: now))
    }

    @Test func sixtyRunsOfHistoryAreKept() throws {
        for day in 0..<62 {
            try desk.night(Self.start.days(Double(day))) {
                try $0.record(SourceVisit(report: SourceReport(source: "paper", outcome: .unchanged)))
            }
        }
        try desk.store.close()
        let queue = try DatabaseQueue(path: desk.path)
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM visit") } == 60)
    }
}
