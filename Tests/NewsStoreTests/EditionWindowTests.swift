import Foundation
import NewsModel
import NewsStore
import Testing

/// Which stories belong to which edition: design §7, "The window, and what “new” means".
@Suite struct EditionWindowTests {
    private static let week = EditionPolicy(window: .last(.seconds(7 * 86_400)))
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    @Test func theFirstRunTellsTheLastDay() throws {
        let told = try desk.run(
            .at(11, 23, 3),
            [
                "paper": [
                    .titled("At the edge", .at(11, 22, 3)), .titled("Past it", .at(11, 22, 2, 59)),
                    .titled("Undated"), .titled("From the future", .at(12, 24)),
                ]
            ])
        #expect(told == ["At the edge", "From the future", "Undated"])
    }

    @Test func theFirstRunReachesNoFurtherThanItsOwnWindow() throws {
        let told = try desk.run(
            .at(11, 23, 3), ["paper": [.titled("Old", .at(11, 23, 0)), .titled("New", .at(11, 23, 2, 30))]],
            policy: EditionPolicy(firstWindow: .seconds(3600)))
        #expect(told == ["New"])
    }

    @Test func aFirstEditionReachesBackStepByStepAndALaterOneToTheOneBefore() throws {
        let day = Duration.seconds(86_400)
        let reaches = { (policy: EditionPolicy) in
            try desk.store.beginRun(of: .day(11, 23), now: .at(11, 23, 3)).reaches(policy)
        }
        let first = try reaches(EditionPolicy(firstWindow: day * 5))
        #expect(first == [day, day * 3, day * 5])
        let week = try reaches(Self.week)
        #expect(week == [nil])
        try desk.run(.at(11, 22, 3))
        let later = try reaches(EditionPolicy())
        #expect(later == [nil])
    }

    @Test(arguments: [(0.5, [0.5]), (1, [1]), (2, [1, 2]), (3, [1, 3]), (5, [1, 3, 5])] as [(Double, [Double])])
    func aFirstEditionReachesNoStepTwiceAndNoneBeyondItsWindow(days: Double, steps: [Double]) throws {
        let policy = EditionPolicy(firstWindow: .seconds(days * 86_400))
        let reaches = try desk.store.beginRun(of: .day(11, 23), now: .at(11, 23, 3)).reaches(policy)
        #expect(reaches == steps.map { .seconds($0 * 86_400) })
    }

    @Test func whatLiesWithinTheReachIsTold() throws {
        let told = try desk.night(.at(11, 23, 3)) { night in
            try night.answer(from: "paper", [.titled("Near", .at(11, 22, 4)), .titled("Far", .at(11, 20, 4))])
            return [1.0, 3].map { days in
                (try? night.candidates(EditionPolicy(), reach: .seconds(days * 86_400)))?.map(\.title).sorted()
            }
        }
        #expect(told == [["Near"], ["Far", "Near"]])
    }

    @Test func aStoryIsToldOnce() throws {
        let story = PreparedItem.titled("Ferry returns", .at(11, 23, 1))
        #expect(try desk.run(.at(11, 23, 3), ["paper": [story]]) == ["Ferry returns"])
        #expect(try desk.run(.at(11, 24, 3), ["paper": [story]]).isEmpty)
        #expect(try desk.run(.at(11, 25, 3), ["paper": [story]], policy: Self.week).isEmpty)
    }

    @Test func aStoryThatWasNotTakenDoesNotComeBack() throws {
        try desk.night(.at(11, 23, 3)) { night in
            try night.answer(from: "paper", [.titled("Left out", .at(11, 23, 1))])
            try night.save(.telling([], on: night.date, at: night.now))
        }
        #expect(try desk.run(.at(11, 24, 3)).isEmpty)
    }

    @Test func runningAgainRebuildsTheDate() throws {
        try desk.run(.at(11, 23, 3), ["paper": [.titled("Morning", .at(11, 23, 1))]])
        let told = try desk.run(.at(11, 23, 15), ["paper": [.titled("Noon", .at(11, 23, 12))]])
        #expect(told == ["Morning", "Noon"])
        #expect(try desk.run(.at(11, 24, 3)).isEmpty)
    }

    @Test func aRebuildKeepsAStoryEvenWhenTheWindowHasMovedOn() throws {
        try desk.run(.at(11, 23, 0, 5), ["paper": [.titled("Night", .at(11, 22, 0, 10))]])
        #expect(try desk.run(.at(11, 23, 23, 55)) == ["Night"])
    }

    @Test func aLateSourceStillContributesWhatItSaidBefore() throws {
        try desk.night(.at(11, 23, 3)) { try $0.answer(from: "paper", [.titled("Said before", .at(11, 23, 1))]) }
        let told = try desk.night(.at(11, 23, 4)) { night in
            try night.record(SourceVisit(report: SourceReport(source: "paper", outcome: .late)))
            return try night.publish()
        }
        #expect(told == ["Said before"])
    }

    @Test func aRunThatDidNotPublishLosesNothing() throws {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("Start", .at(11, 22, 1))]])
        try desk.run(.at(11, 23, 3), ["paper": [.titled("Early", .at(11, 23, 1))]])
        // Later on the same date, and on the next one, the guard kept the site as it was.
        for (now, title) in [(Date.at(11, 23, 20), "Evening"), (.at(11, 24, 3), "Night")] {
            try desk.night(now) { try $0.answer(from: "paper", [.titled(title, now.hours(-1))]) }
        }
        #expect(try desk.run(.at(11, 25, 3)) == ["Evening", "Night"])
    }

    @Test(arguments: [1, 2, 3]) func runsThatWereLeftOutLoseNothingWithinMaxWindow(nights: Int) throws {
        try desk.run(.at(11, 20, 3), ["paper": [.titled("Start", .at(11, 20, 1))]])
        let items = (0..<nights).map { PreparedItem.titled("Day \($0)", .at(11, 20, 4).days(Double($0))) }
        let told = try desk.run(.at(11, 20, 3).days(Double(nights)), ["paper": items])
        #expect(told == items.map(\.title))
    }

    @Test func noEditionReachesFurtherBackThanMaxWindow() throws {
        try desk.run(.at(11, 10, 3), ["paper": [.titled("Start", .at(11, 10, 1))]])
        let told = try desk.run(
            .at(11, 23, 3),
            ["paper": [.titled("At the edge", .at(11, 20, 3)), .titled("Past it", .at(11, 20, 2, 59))]])
        #expect(told == ["At the edge"])
    }

    @Test func whatASourceListsLateIsTold() throws {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("Start", .at(11, 22, 1))]])
        let late = PreparedItem.titled("Dated before the last edition", .at(11, 21, 12))
        #expect(try desk.run(.at(11, 23, 3), ["paper": [late]]) == ["Dated before the last edition"])
    }

    @Test func aNewSourceDoesNotDumpItsBackCatalogue() throws {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("Start", .at(11, 22, 1))]])
        let items: [PreparedItem] = [
            .titled("Since the last edition", .at(11, 22, 3)), .titled("Before it", .at(11, 22, 2, 59)),
            .titled("Undated"),
        ]
        let told = try desk.run(.at(11, 23, 3), ["blog": items])
        #expect(told == ["Since the last edition", "Undated"])
        #expect(try desk.run(.at(11, 23, 4), ["blog": items]) == told)
        #expect(try desk.run(.at(11, 24, 3), ["blog": items]).isEmpty)
    }

    @Test func aNewSourceReachesNoFurtherBackThanMaxWindow() throws {
        try desk.run(.at(11, 10, 3), ["paper": [.titled("Start", .at(11, 10, 1))]])
        let told = try desk.run(
            .at(11, 23, 3), ["blog": [.titled("New", .at(11, 22)), .titled("Old", .at(11, 15))]])
        #expect(told == ["New"])
    }

    @Test func aFixedWindowTellsWhatIsDatedWithinItOnTheFirstRunToo() throws {
        let items: [PreparedItem] = [
            .titled("At the edge", .at(11, 16, 3)), .titled("Past it", .at(11, 16, 2, 59)), .titled("Undated"),
        ]
        #expect(try desk.run(.at(11, 23, 3), ["paper": items], policy: Self.week) == ["At the edge", "Undated"])
    }

    @Test func aFixedWindowTellsWhatWasFirstSeenWithinIt() throws {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("Start", .at(11, 22, 1))]], policy: Self.week)
        let late = PreparedItem.titled("Listed late", .at(11, 1))
        #expect(try desk.run(.at(11, 23, 3), ["paper": [late]], policy: Self.week) == ["Listed late"])
    }

    @Test func aWiderWindowFindsWhatAnEarlierRunPassedOver() throws {
        let old = PreparedItem.titled("Two days old", .at(11, 21, 3))
        #expect(try desk.run(.at(11, 23, 3), ["paper": [old]]).isEmpty)
        #expect(try desk.run(.at(11, 23, 4), policy: Self.week) == ["Two days old"])
    }

    @Test func aStoryThatIsDatedAnewEveryNightIsNotNews() throws {
        for day in 20...23 {
            let told = try desk.run(.at(11, day, 3), ["paper": [.titled("Evergreen", .at(11, day, 2))]])
            #expect(told == (day == 20 ? ["Evergreen"] : []))
        }
    }

    @Test func anEarlierDateIsBuiltWithoutWhatALaterOneTold() throws {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("First", .at(11, 22, 1))]])
        try desk.run(.at(11, 23, 3), ["paper": [.titled("Second", .at(11, 23, 1))]])
        #expect(try desk.run(.at(11, 23, 5), date: .day(11, 22)) == ["First"])
        #expect(try desk.run(.at(11, 23, 6)) == ["Second"])
    }

    @Test(arguments: [(0.0, true), (0.001, false)])
    func aFixedWindowReachesToItsVeryBeginning(late: Double, isTold: Bool) throws {
        try desk.run(.at(11, 1, 3), ["paper": [.titled("Start", .at(11, 1, 1))]], policy: Self.week)
        // First seen at the beginning of the window, but old, and not told then.
        try desk.night(.at(11, 16, 3)) { try $0.answer(from: "paper", [.titled("Listed late", .at(11, 2))]) }
        let told = try desk.run(.at(11, 23, 3).addingTimeInterval(late), policy: Self.week)
        #expect(told == (isTold ? ["Listed late"] : []))
    }

    @Test func aStoryThatIsDatedAnewIsAsOldAsWhenItWasFirstSeen() throws {
        try desk.run(.at(11, 10, 3), ["paper": [.titled("Start", .at(11, 10, 1))]])
        try desk.night(.at(11, 19, 3)) { try $0.answer(from: "paper", [.titled("Evergreen", .at(11, 19, 2))]) }
        #expect(try desk.run(.at(11, 23, 3), ["paper": [.titled("Evergreen", .at(11, 23, 2))]]).isEmpty)
    }
}
