import Foundation
import NewsModel
import Testing
import WebText

@testable import Publishing

@Suite struct NextEditionTests {
    private func archive(_ days: [Int], builtLater: Double = 0) -> [ArchiveEntry] {
        days.map { day in
            let date = Samples.date.adding(days: -day)
            let built = date.start(in: .gmt).addingTimeInterval(5.5 * 3600 + builtLater)
            return ArchiveEntry(date: date, generated: built, stories: 1, headline: "x")
        }
    }

    private func due(_ archive: [ArchiveEntry]) -> String? {
        NextEdition(after: archive, in: .gmt).map { RFC3339.text($0.instant) }
    }

    @Test(arguments: [
        ([0, 1, 2, 3], "2026-11-24T05:30:00Z"), ([0, 7, 14], "2026-11-30T05:30:00Z"),
        // A night that was missed changes nothing.
        ([0, 2, 3, 4, 5], "2026-11-24T05:30:00Z"), ([1, 0], "2026-11-24T05:30:00Z"),
    ])
    func isAsFarAwayAsUsual(days: [Int], expected: String) {
        #expect(due(archive(days)) == expected)
    }

    /// Fourteen intervals count: seven of them of three days are the middle one, and not the same in a longer archive.
    @Test func goesByTheNewestEditionsAlone() {
        let days = Array(0...7) + (1...7).map { 7 + 3 * $0 }
        #expect(due(archive(days)) == "2026-11-26T05:30:00Z")
        #expect(due(archive(days + [28 + 1])) == "2026-11-26T05:30:00Z")
        #expect(due(archive(Array(0...8) + (1...7).map { 8 + 3 * $0 })) == "2026-11-24T05:30:00Z")
    }

    @Test func isNotKnownAfterOneEdition() {
        #expect(due(archive([0])) == nil && due([]) == nil)
    }

    @Test func isNotKnownWhereTheNewestWasBuiltOnAnotherDay() {
        #expect(due(archive([0, 1], builtLater: 86_400)) == nil)
    }

    @Test func keepsTheTimeOfDayWhenTheClocksChange() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let saturday = try #require(EditionDate("2026-10-24"))
        let entries = [0, 1].map { day in
            let date = saturday.adding(days: -day)
            return ArchiveEntry(
                date: date, generated: date.start(in: berlin).addingTimeInterval(5 * 3600), stories: 1, headline: nil)
        }
        let next = try #require(NextEdition(after: entries, in: berlin))
        #expect(LocalTime(next.instant, in: berlin).hour == 5)
    }
}
