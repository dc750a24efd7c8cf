import Foundation
import Testing
import WebText

@Suite struct CivilCalendarTests {
    /// Worked out with another program's calendar.
    @Test(arguments: [
        (1, 1, 1, -719_162, 1), (1582, 10, 15, -141_427, 5), (1600, 2, 29, -135_081, 2), (1899, 12, 31, -25_568, 0),
        (1900, 3, 1, -25_508, 4), (1969, 12, 31, -1, 3), (1970, 1, 1, 0, 4), (1970, 2, 28, 58, 6), (1970, 3, 1, 59, 0),
        (2000, 2, 29, 11_016, 2), (2000, 3, 1, 11_017, 3), (2026, 11, 23, 20_780, 1), (9999, 12, 31, 2_932_896, 5),
    ])
    func countsDaysAsTheCalendarDoes(year: Int, month: Int, day: Int, number: Int, weekday: Int) {
        #expect(CivilCalendar.day(year: year, month: month, day: day) == number)
        #expect(CivilCalendar.date(ofDay: number) == (year, month, day))
        #expect(CivilCalendar.weekday(ofDay: number) == weekday)
    }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() {
        var (year, month, day) = CivilCalendar.date(ofDay: -200_000)
        for number in -200_000..<(-200_000 + 146_098) {
            #expect(CivilCalendar.day(year: year, month: month, day: day) == number)
            #expect(CivilCalendar.date(ofDay: number) == (year, month, day))
            day += 1
            if day > CivilCalendar.days(inMonth: month, of: year) { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }
    }

    @Test func yearsBeforeTheFirstAreCountedToo() {
        #expect(CivilCalendar.date(ofDay: -719_163) == (0, 12, 31))
        #expect(CivilCalendar.day(year: 0, month: 2, day: 29) == CivilCalendar.day(year: 0, month: 3, day: 1) - 1)
        #expect(CivilCalendar.date(ofDay: CivilCalendar.day(year: -400, month: 1, day: 2)) == (-400, 1, 2))
    }

    @Test(arguments: [
        (1, 1, 1, true), (9999, 12, 31, true), (0, 12, 31, false), (10_000, 1, 1, false), (2026, 0, 1, false),
        (2026, 13, 1, false), (2026, 1, 0, false), (2026, 1, 31, true), (2026, 1, 32, false), (2026, 4, 30, true),
        (2026, 4, 31, false), (2026, 2, 28, true), (2026, 2, 29, false), (2024, 2, 29, true), (1900, 2, 29, false),
        (2000, 2, 29, true), (2000, 2, 30, false),
    ])
    func knowsWhichDatesThereAre(year: Int, month: Int, day: Int, isThere: Bool) {
        #expect(CivilCalendar.holds(year: year, month: month, day: day) == isThere)
    }

    @Test(arguments: [
        (0.0, 0, 0), (86_399.9, 0, 86_399), (86_400, 1, 0), (-0.5, -1, 86_399), (-86_400, -1, 0), (-86_401, -2, 86_399),
    ])
    func splitsInstantsDownwards(seconds: Double, day: Int, second: Int) {
        #expect(CivilCalendar.split(seconds) == (day, second))
    }

    @Test func whatNoCalendarReachesStopsNothing() {
        #expect(CivilCalendar.split(1e300) == CivilCalendar.split(1e15))
        #expect(CivilCalendar.split(-.infinity) == CivilCalendar.split(-1e15))
    }
}

@Suite struct RFC3339Tests {
    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00Z"), (-0.25, 0, "1969-12-31T23:59:59Z"),
        (1_795_415_400.9, 0, "2026-11-23T06:30:00Z"),
        (1_795_415_400, 3600, "2026-11-23T07:30:00+01:00"), (0, -12_600, "1969-12-31T20:30:00-03:30"),
        (-62_135_596_800, 0, "0001-01-01T00:00:00Z"),
    ])
    func writesInstantsByTheClockOfAZone(seconds: Double, offset: Int, expected: String) throws {
        let zone = try #require(TimeZone(secondsFromGMT: offset))
        #expect(RFC3339.text(Date(timeIntervalSince1970: seconds), in: zone) == expected)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (0.5, "1970-01-01T00:00:00.500Z"), (-0.25, "1969-12-31T23:59:59.750Z"),
        (1.001, "1970-01-01T00:00:01.001Z"), (59.9996, "1970-01-01T00:01:00Z"),
        (1_795_415_400.123, "2026-11-23T06:30:00.123Z"),
    ])
    func writesPreciseInstants(seconds: Double, text: String) {
        #expect(RFC3339.precise(Date(timeIntervalSince1970: seconds)) == text)
    }

    /// To the bit, so that what was written and what is read are one instant.
    @Test(arguments: [0, 1_795_415_400, 1_795_415_400_123, 1_795_415_400_001, 1_795_415_400_999])
    func readsWhatItWrites(milliseconds: Int) {
        let instant = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        #expect(RFC3339.date(RFC3339.precise(instant)) == instant)
    }

    @Test(arguments: ["", "yesterday", "2026-11-23", "2026-13-23T06:30:00Z", "26-11-23T06:30:00Z"])
    func readsNothingElse(text: String) {
        #expect(RFC3339.date(text) == nil)
    }

    @Test func whatNoCalendarReachesStopsNothing() {
        for seconds in [1e300, -1e300] {
            #expect(!RFC3339.text(Date(timeIntervalSince1970: seconds)).isEmpty)
            #expect(!RFC3339.precise(Date(timeIntervalSince1970: seconds)).isEmpty)
        }
    }
}
