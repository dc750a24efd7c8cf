import Foundation
import NewsModel
import NewsStore
import Testing

/// An edition of the past is built again from what was known when it was built.
@Suite struct PastEditionTests {
    private static let first = EditionDate.day(11, 21)
    private let desk: TestStore

    /// Three nights, each of which left something out.
    init() throws {
        desk = try TestStore()
        for day in 21...23 {
            try desk.night(.at(11, day, 3)) { night in
                try night.answer(
                    from: "paper",
                    [.titled("Told \(day)", .at(11, day, 2)), .titled("Left out \(day)", .at(11, day, 1))])
                let stories = try night.candidates(EditionPolicy()).filter { $0.title.hasPrefix("Told") }
                try night.save(.telling(stories, on: night.date, at: night.instantOfEdition()))
            }
        }
    }

    private func candidates(of date: EditionDate, at now: Date = .at(11, 23, 9)) throws -> [String] {
        let night = try desk.store.beginRun(of: date, now: now)
        return try night.candidates(EditionPolicy()).map(\.title).sorted()
    }

    @Test(arguments: [(21, 23), (22, 23), (21, 29)])
    func nothingOfLaterNightsBelongsToIt(day: Int, today: Int) throws {
        #expect(try candidates(of: .day(11, day), at: .at(11, today, 9)) == ["Left out \(day)", "Told \(day)"])
    }

    @Test func itKeepsItsPlaceBeforeTheLaterOnesHoweverOftenItIsBuilt() throws {
        for hour in 9...10 {
            try desk.night(.at(11, 23, hour), date: Self.first) { night in
                let instant = try night.instantOfEdition()
                #expect(instant == .at(11, 21, 3))
                try night.answer(from: "paper", [.titled("Hour \(hour)", night.now)])
                try night.save(.telling(night.candidates(EditionPolicy()), on: night.date, at: instant))
            }
        }
        #expect(try candidates(of: Self.first) == ["Left out 21", "Told 21"])
        #expect(try candidates(of: .day(11, 22)) == ["Left out 22", "Told 22"])
        // What came meanwhile is told with the next.
        #expect(try candidates(of: .day(11, 24), at: .at(11, 24, 3)) == ["Hour 10", "Hour 9"])
    }

    @Test func oneThatWasRemovedIsMadeOfWhatItsOwnRunsBrought() throws {
        try desk.night(.at(11, 23, 8)) { try $0.removeEdition(of: .day(11, 22)) }
        #expect(try candidates(of: .day(11, 22)) == ["Left out 22", "Told 22"])
    }

    @Test func theNewestOfSomeDaysAgoReachesBackFromItsOwnInstant() throws {
        #expect(try candidates(of: .day(11, 23), at: .at(11, 29, 9)) == ["Left out 23", "Told 23"])
    }

    @Test func anEditionOfTheFutureClosesNone() throws {
        try desk.run(.at(11, 23, 4), date: .day(12, 24))
        try desk.night(.at(11, 23, 5)) { try $0.answer(from: "paper", [.titled("Late", .at(11, 23, 4))]) }
        #expect(try candidates(of: .day(11, 23)).contains("Late"))
    }
}
