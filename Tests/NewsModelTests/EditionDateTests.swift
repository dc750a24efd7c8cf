import Foundation
import NewsModel
import Testing

@Suite struct EditionDateTests {
    @Test(arguments: ["2026-11-23", "2024-02-29", "0001-01-01", "9999-12-31"])
    func aDateThatExistsReadsBackAsItWasWritten(text: String) {
        #expect(EditionDate(text)?.description == text)
    }

    @Test(arguments: [
        "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026/01/01", "", "tomorrow",
        "2026-11-23T00:00", "٢٠٢٦-11-23", "-026-01-01", "1900-02-29",
    ])
    func aDateThatDoesNotExistIsNone(text: String) {
        #expect(EditionDate(text) == nil)
    }

    @Test(arguments: [
        ("2026/11/23", "2026-11-23"), ("2026-11-23", nil), ("2026/11/2", nil), ("2026/11/233", nil),
        ("2026/02/30", nil),
    ]) func aPathIsReadBack(path: String, date: String?) {
        #expect(EditionDate(path: path.utf8)?.description == date)
    }

    @Test func theZoneDecidesWhatTodayIs() throws {
        let instant = try Date("2026-11-23T23:30:00Z", strategy: .iso8601)
        let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
        #expect(EditionDate(instant, in: .gmt).description == "2026-11-23")
        #expect(EditionDate(instant, in: tokyo).description == "2026-11-24")
    }

    @Test func aDayBeginsAtMidnightOfItsZoneAlsoWhereTheClockJumps() throws {
        let santiago = try #require(TimeZone(identifier: "America/Santiago"))
        let day = try #require(EditionDate("2026-09-06"))  // its midnight does not exist: the clock jumps to one
        #expect(EditionDate(day.start(in: santiago), in: santiago) == day)
        #expect(EditionDate(day.start(in: santiago).addingTimeInterval(-1), in: santiago) == day.adding(days: -1))
    }

    @Test func daysAreAddedAcrossMonthsAndLeapYears() {
        #expect(EditionDate("2024-02-28")?.adding(days: 2).description == "2024-03-01")
        #expect(EditionDate("2026-01-01")?.adding(days: -1).description == "2025-12-31")
    }

    @Test func datesSortAsTheyFollowEachOther() {
        let dates = ["2026-11-23", "2025-12-31", "2026-02-01"].compactMap { EditionDate($0) }
        #expect(dates.sorted().map(\.description) == ["2025-12-31", "2026-02-01", "2026-11-23"])
    }

    @Test func itsPathHasItsPartsInFull() {
        #expect(EditionDate(year: 2026, month: 1, day: 5)?.path == "2026/01/05")
    }
}
