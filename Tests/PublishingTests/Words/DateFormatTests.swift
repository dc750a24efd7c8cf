import Foundation
import NewsModel
import Testing

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
        #expect(try dates("America/St_Johns").exact(instant) == "23 November 2026, 03:00 UTC−3:30")
        #expect(try dates("Pacific/Kiritimati").short(instant) == "23 Nov, 20:30")
    }

    @Test(arguments: [
        ("de", "Montag, 23. November 2026", "1. Feb.", "vor 2 Tagen"),
        ("fr", "lundi 23 novembre 2026", "1er févr.", "il y a 2 j"),
        ("es", "lunes, 23 de noviembre de 2026", "1 feb", "hace 2 d"),
        ("ar", "الاثنين، 23 نوفمبر 2026", "1 فبراير", "قبل يومين"),
    ])
    func saysDatesAndAgesInTheWordsOfTheLanguage(language: String, full: String, first: String, age: String) throws {
        let dates = DateFormat(words: try TemplateSet(directory: nil, language: language).words, zone: .gmt)
        #expect(dates.fullDate(try #require(EditionDate("2026-11-23"))) == full)
        #expect(dates.shortDate(try #require(EditionDate("2026-02-01"))) == first)
        #expect(dates.age(of: instant.addingTimeInterval(-2 * 86_400), at: instant) == age)
    }

    @Test(arguments: [
        (0, "just now"), (59, "just now"), (60, "1 min ago"), (3599, "59 min ago"), (3600, "1 h ago"),
        (172_799, "47 h ago"),
        (172_800, "2 d ago"), (5_183_999, "59 d ago"), (5_184_000, "24 September 2026"), (-500, "just now"),
    ])
    func saysHowOldSomethingIs(seconds: Double, expected: String) throws {
        #expect(try dates().age(of: instant.addingTimeInterval(-seconds), at: instant) == expected)
    }

    @Test(arguments: [
        (0, "0\u{A0}ms"), (999, "999\u{A0}ms"), (1000, "1\u{A0}s"), (3249, "3.2\u{A0}s"), (20_000, "20\u{A0}s"),
    ])
    func writesTimesTaken(milliseconds: Int, expected: String) throws {
        #expect(try dates().taken(.milliseconds(milliseconds)) == expected)
    }
}
