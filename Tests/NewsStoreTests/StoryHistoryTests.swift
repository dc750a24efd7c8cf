import Foundation
import NewsModel
import NewsStore
import Testing

/// What the store knows of where a story stands, or why it belongs to no edition.
@Suite struct StoryHistoryTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    private func history(_ title: String) throws -> StoryHistory {
        try #require(try desk.histories().first { $0.story.title == title })
    }

    @Test func whatIsToldKnowsItsDateAndItsLead() throws {
        try desk.run(.at(11, 23, 3), ["paper": [.titled("One", .at(11, 23, 2))]])
        let found = try history("One")
        #expect(found.told == [.day(11, 23): found.story.id])
        #expect(found.absence == nil)
    }

    @Test func whatWasLeftOutKnowsWhyOnEachDate() throws {
        try desk.night(.at(11, 23, 3)) { night in
            try night.answer(from: "paper", [.titled("One", .at(11, 23, 2))])
            let story = try #require(try night.candidates(EditionPolicy()).first)
            var edition = Edition.telling([], on: night.date, at: night.now)
            edition.leftOut = [.init(story: story, reason: .perSource, detail: "6 from paper", score: 0.5)]
            try night.save(edition)
        }
        let found = try history("One")
        #expect(found.leftOut.mapValues(\.detail) == [.day(11, 23): "6 from paper"])
        #expect(found.leftOut.mapValues(\.score) == [.day(11, 23): 0.5])
    }

    @Test func whatWasSeenSinceTheLastEditionIsNotYetJudged() throws {
        try desk.run(.at(11, 22, 3))
        try desk.night(.at(11, 23, 3)) { try $0.answer(from: "paper", [.titled("One", .at(11, 23, 2))]) }
        #expect(try history("One").absence == .notYet)
    }

    @Test(arguments: [(71.0, false), (73.0, true)])
    func whatIsDatedBeforeTheReachIsTooOld(hours: Double, isTooOld: Bool) throws {
        let now = Date.at(11, 23, 3)
        try desk.run(.at(11, 19, 3), ["paper": [.titled("First", .at(11, 19, 2))]])
        try desk.run(now, ["paper": [.titled("One", now.hours(-hours))]])
        let expected: Absence? = isTooOld ? .tooOld(.day(11, 23), reach: now.hours(-72)) : nil
        #expect(try history("One").absence == expected)
    }

    @Test(arguments: [(-1.0, true), (1.0, false)])
    func whatANewSourceHadBeforeIsItsBackCatalogue(hours: Double, isOld: Bool) throws {
        let before = Date.at(11, 22, 3)
        try desk.run(before, ["paper": [.titled("First", .at(11, 22, 2))]])
        try desk.run(.at(11, 23, 3), ["blog": [.titled("One", before.hours(hours))]])
        #expect(try history("One").absence == (isOld ? .backCatalogue(.day(11, 23), since: before) : nil))
    }

    @Test func whatAnEditionWasBuiltWithoutWasPassedOver() throws {
        try desk.run(.at(11, 22, 3))
        try desk.night(.at(11, 23, 3)) { night in
            try night.answer(from: "paper", [.titled("One", .at(11, 23, 2))])
            try night.save(.telling([], on: night.date, at: night.now))
        }
        #expect(try history("One").absence == .passedOver(.day(11, 23)))
    }

    // MARK: What joined too late

    private func leaveOut(_ title: String, on day: Int, as reason: Edition.LeftOut.Reason = .told) throws {
        try desk.night(.at(11, day, 3)) { night in
            try night.answer(from: "paper", [.titled(title, .at(11, day, 2), summary: "<p>Text</p>")])
            let story = try #require(try night.candidates(EditionPolicy()).first { $0.title == title })
            var edition = Edition.telling([], on: night.date, at: night.now)
            edition.leftOut = [.init(story: story, reason: reason, detail: "2026-11-2\(day % 10 - 1)")]
            try night.save(edition)
        }
    }

    @Test func latecomersAreWhatWasLeftOutSinceItsStoryWasToldBefore() throws {
        try leaveOut("Late", on: 22)
        try leaveOut("Muted", on: 23, as: .muted)
        let late = try desk.night(.at(11, 24, 3)) { try $0.latecomers(from: .day(11, 22)) }
        #expect(late.map(\.story.title) == ["Late"])
        #expect(late.map(\.detail) == ["2026-11-21"])
        #expect(late.first?.story.summary?.source == "<p>Text</p>")
        #expect(try desk.night(.at(11, 24, 4)) { try $0.latecomers(from: .day(11, 23)) }.isEmpty)
        #expect(try desk.night(.at(11, 22, 4)) { try $0.latecomers(from: .day(11, 20)) }.isEmpty)
    }

    @Test func aLatecomerThatIsToldIsNoneAnyMore() throws {
        try leaveOut("Late", on: 22)
        try desk.night(.at(11, 23, 3)) { night in
            let late = try night.latecomers(from: .day(11, 22))
            try night.save(.telling(late.map(\.story), on: night.date, at: night.now))
        }
        #expect(try desk.night(.at(11, 24, 3)) { try $0.latecomers(from: .day(11, 22)) }.isEmpty)
    }

    // MARK: What stands at a bound

    /// Why an item of a source that was first read on a day is absent from the edition of the next one, which was built
    /// without it.
    private func absence(of item: PreparedItem, source: SourceID) throws -> Absence? {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("First", .at(11, 22, 2))]])
        try desk.night(.at(11, 23, 3)) { night in
            try night.answer(from: source, [item])
            try night.save(.telling([], on: night.date, at: night.now))
        }
        return try history(item.title).absence
    }

    @Test func whatIsDatedAtTheReachItselfIsNotTooOld() throws {
        #expect(try absence(of: .titled("One", .at(11, 20, 3)), source: "paper") == .passedOver(.day(11, 23)))
    }

    @Test func whatIsDatedAtTheEditionBeforeIsNoBackCatalogue() throws {
        #expect(try absence(of: .titled("One", .at(11, 22, 3)), source: "blog") == .passedOver(.day(11, 23)))
    }

    @Test func aSourceThatTheEditionBeforeReadHasNoBackCatalogue() throws {
        #expect(try absence(of: .titled("One", .at(11, 22, 1)), source: "paper") == .passedOver(.day(11, 23)))
    }

    @Test func aLatecomerOfTwoNightsIsGivenOnceByTheLastStoryThatItJoined() throws {
        try leaveOut("Late", on: 22)
        let story = try history("Late").story
        try desk.night(.at(11, 23, 3)) { night in
            var edition = Edition.telling([], on: night.date, at: night.now)
            edition.leftOut = [.init(story: story, reason: .told, detail: "2026-11-22")]
            try night.save(edition)
        }
        let late = try desk.night(.at(11, 24, 3)) { try $0.latecomers(from: .day(11, 22)) }
        #expect(late.map(\.detail) == ["2026-11-22"])
    }

    @Test func aScoreThatIsNoNumberIsKeptAsNone() throws {
        try desk.night(.at(11, 23, 3)) { night in
            try night.answer(from: "paper", [.titled("One", .at(11, 23, 2))])
            let story = try #require(try night.candidates(EditionPolicy()).first)
            var edition = Edition.telling([], on: night.date, at: night.now)
            edition.leftOut = [.init(story: story, reason: .stories, detail: "60", score: .nan)]
            try night.save(edition)
        }
        #expect(try history("One").leftOut[.day(11, 23)]?.score.isNaN == true)
    }
}
