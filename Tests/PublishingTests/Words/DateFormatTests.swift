import Foundation
import NewsModel
import Testing
import WebText

@testable import Publishing

@Suite struct DateFormatTests {
    private let instant = Date(timeIntervalSince1970: 1_795_415_400)  // 2026-11-23T06:30:00Z

    private func dates(_ zone: String = "GMT") throws -> DateFormat {
        DateFormat(
            words: try TemplateSet(directory: nil, language: "en").words, zone: try #require(TimeZone(identifier: zone))
        )
    }

    @Test func saysDatesInTheZoneOfTheSite() throws {
        let date = try #require(EditionDate("2026-11-23"))
        #expect(try dates().fullDate(date) == "Monday, 23 November 2026")
        #expect(try dates().shortDate(date) == "23 Nov")
        #expect(try dates("Asia/Kathmandu").rfc3339(instant) == "2026-11-23T12:15:00+05:45")
        #expect(try dates("America/St_Johns").exact(instant) == "23 November 2026, 03:00 NST")
    }

    @Test(arguments: [
        ("en", "Europe/Berlin", "07:30 CET"), ("de", "Europe/Berlin", "07:30 MEZ"),
        ("en", "Europe/London", "06:30 GMT"),
        ("en", "Asia/Kathmandu", "12:15 UTC+5:45"), ("de", "America/New_York", "01:30 EST"),
    ])
    func namesTheClockAsTheLanguageDoes(language: String, zone: String, end: String) throws {
        let words = try TemplateSet(directory: nil, language: language).words
        let exact = DateFormat(words: words, zone: try #require(TimeZone(identifier: zone))).exact(instant)
        #expect(exact.hasSuffix(end), "\(exact)")
    }

    @Test(arguments: [
        ("de", "Montag, 23. November 2026", "1. Feb.", "Sa 06:30"),
        ("fr", "lundi 23 novembre 2026", "1er févr.", "sam. 06:30"),
        ("es", "lunes, 23 de noviembre de 2026", "1 feb", "sáb 06:30"),
        ("ar", "الاثنين، 23 نوفمبر 2026", "1 فبراير", "السبت 06:30"),
    ])
    func saysDatesAndTimesInTheWordsOfTheLanguage(language: String, full: String, first: String, time: String) throws {
        let dates = DateFormat(words: try TemplateSet(directory: nil, language: language).words, zone: .gmt)
        #expect(dates.fullDate(try #require(EditionDate("2026-11-23"))) == full)
        #expect(dates.shortDate(try #require(EditionDate("2026-02-01"))) == first)
        let date = try #require(EditionDate("2026-11-23"))
        #expect(dates.time(of: instant.addingTimeInterval(-2 * 86_400), on: date) == time)
    }

    /// What is printed stays true, on whichever day the page is read.
    @Test(arguments: [
        ("2026-11-23T07:38:00Z", "07:38"), ("2026-11-23T00:00:00Z", "00:00"), ("2026-11-22T23:59:00Z", "Sun 23:59"),
        ("2026-11-17T00:00:00Z", "Tue 00:00"), ("2026-11-16T23:59:00Z", "16 Nov"), ("2026-01-01T00:00:00Z", "1 Jan"),
        ("2025-12-31T23:59:00Z", "31 Dec 2025"), ("2026-11-24T00:10:00Z", "24 Nov"),
    ])
    func saysWhatTheClockSaid(instant: String, expected: String) throws {
        let date = try #require(EditionDate("2026-11-23"))
        #expect(try dates().time(of: try #require(RFC3339.date(instant)), on: date) == expected)
    }

    @Test func goesByTheZoneOfTheSite() throws {
        let date = try #require(EditionDate("2026-11-24"))
        #expect(try dates("Pacific/Kiritimati").time(of: instant, on: date) == "Mon 20:30")
        let sentence = "left alone before 2026-11-23T06:30:00Z, at its wish"
        #expect(
            try dates("Asia/Tokyo").local(sentence)
                == "left alone before 23 November 2026, 15:30 JST, at its wish")
        #expect(try dates().local("no time: 2026-11-23") == "no time: 2026-11-23")
    }

    @Test(arguments: [
        (0, "0\u{A0}ms"), (999, "999\u{A0}ms"), (1000, "1\u{A0}s"), (3249, "3.2\u{A0}s"), (20_000, "20\u{A0}s"),
    ])
    func writesTimesTaken(milliseconds: Int, expected: String) throws {
        #expect(try dates().taken(.milliseconds(milliseconds)) == expected)
    }
}
