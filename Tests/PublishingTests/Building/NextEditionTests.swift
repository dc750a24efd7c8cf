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
            return ArchiveEntry(date: date, stories: 1, headline: "x", generated: built)
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

    @Test func isNotKnownAfterOneEdition() {
        #expect(due(archive([0])) == nil && due([]) == nil)
    }

    @Test func isNotKnownWhereTheNewestWasBuiltOnAnotherDay() {
        #expect(due(archive([0, 1], builtLater: 86_400)) == nil)
        #expect(due([ArchiveEntry(date: Samples.date, stories: 1, headline: nil)] + archive([1])) == nil)
    }

    @Test func keepsTheTimeOfDayWhenTheClocksChange() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let saturday = try #require(EditionDate("2026-10-24"))
        let entries = [0, 1].map { day in
            let date = saturday.adding(days: -day)
            return ArchiveEntry(
                date: date, stories: 1, headline: nil, generated: date.start(in: berlin).addingTimeInterval(5 * 3600))
        }
        let next = try #require(NextEdition(after: entries, in: berlin))
        #expect(LocalTime(next.instant, in: berlin).hour == 5)
    }
}
