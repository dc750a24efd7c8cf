import Foundation
import NewsModel
import NewsStore
import Testing

/// Editions are by the calendar of a time zone, and clocks are set: no story may be lost or told twice for it.
@Suite struct ClockTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    private func zone(_ name: String) throws -> TimeZone {
        try #require(TimeZone(identifier: name))
    }

    /// A run every two hours over a change of the clocks, one new story each time: every story in one edition only, that of
    /// the local day on which it was seen.
    @Test(arguments: [(3, 28), (10, 24)]) func bothChangesOfTheClocksKeepEachStoryOnItsDay(month: Int, day: Int) throws
    {
        let zone = try zone("Europe/Berlin")
        let start = Date.at(month, day, 12)
        var expected: [EditionDate: Set<String>] = [:]
        for hour in stride(from: 0, to: 48, by: 2) {
            let now = start.hours(Double(hour))
            let date = EditionDate(now, in: zone)
            expected[date, default: []].insert("Hour \(hour)")
            try desk.run(now, date: date, ["paper": [.titled("Hour \(hour)", now.hours(-0.5))]])
        }
        for (date, titles) in expected {
            let edition = try #require(try desk.store.edition(of: date))
            #expect(Set(edition.clusters.map(\.lead.title)) == titles)
        }
        #expect(try desk.store.archive().count == expected.count)
    }

    @Test(arguments: [-0.5, -20.0, -720.0]) func aClockThatJumpsBackNeitherRepeatsNorLoses(hours: Double) throws {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("First", .at(11, 22, 2))]])
        try desk.run(.at(11, 23, 3), ["paper": [.titled("Second", .at(11, 23, 2))]])
        let back = Date.at(11, 23, 3).hours(hours)
        // The clock is wrong here; what the source says is dated in its future.
        let told = try desk.run(back, ["paper": [.titled("Third", .at(11, 23, 4))]])
        #expect(told.contains("Third"))
        let after = try desk.run(.at(11, 24, 3), ["paper": [.titled("Fourth", .at(11, 24, 2))]])
        #expect(after == ["Fourth"])
        let all = try desk.store.editions(of: desk.store.archive().map(\.date)).flatMap(\.clusters).map(\.lead.title)
        #expect(all.sorted() == ["First", "Fourth", "Second", "Third"])
    }

    @Test func aClockThatJumpsAheadForOneRunNeitherRepeatsNorLoses() throws {
        try desk.run(.at(11, 22, 3), ["paper": [.titled("First", .at(11, 22, 2))]])
        let ahead = Date.at(11, 23, 3).days(900)
        #expect(try desk.run(ahead, ["paper": [.titled("Second", ahead.hours(-1))]]) == ["Second"])
        let told = try desk.run(.at(11, 23, 4), ["paper": [.titled("Third", .at(11, 23, 2))]])
        #expect(told == ["Third"])
    }

    @Test func anEditionFromTheFutureDoesNotShutOutANewSource() throws {
        try desk.run(.at(11, 24, 3), date: .day(11, 22), ["paper": [.titled("First", .at(11, 24, 2))]])
        let told = try desk.run(
            .at(11, 23, 3), ["blog": [.titled("New", .at(11, 23, 2)), .titled("Old", .at(11, 20))]])
        #expect(told == ["New"])
    }

    @Test func severalRunsInOneInstantAreToldApart() throws {
        let now = Date.at(11, 23, 3)
        try desk.run(now, date: .day(11, 22), ["paper": [.titled("First", now)]])
        #expect(try desk.run(now, date: .day(11, 23), ["paper": [.titled("Second", now)]]) == ["Second"])
    }

    /// An edition that was made in this very instant is none from the future: a new source's catalogue ends with it.
    @Test func anEditionOfTheSameInstantShutsOutTheBackCatalogueOfANewSource() throws {
        let now = Date.at(11, 23, 3)
        try desk.run(now, date: .day(11, 22), ["paper": [.titled("First", now)]])
        #expect(try desk.store.beginRun(of: .day(11, 23), now: now).horizon(EditionPolicy()) == now)
        let told = try desk.run(
            now, date: .day(11, 23), ["blog": [.titled("New", now), .titled("Old", now.hours(-1))]])
        #expect(told == ["New"])
    }
}
