import FeedParsing
import Foundation
import NewsModel
import Testing

/// Dates as programs and people write them, against the rules of every format.
@Suite struct FeedDateFormsTests {
    private func isRead(_ text: String, _ expected: String) {
        #expect(FeedDate.parse(text)?.formatted(.iso8601) == expected)
    }

    @Test(arguments: [
        ("Nov. 24, 2026, 6:05 p.m.", "2026-11-24T18:05:00Z"), ("Nov. 24, 2026, 6:05 a.m.", "2026-11-24T06:05:00Z"),
        ("24 Nov 2026 6:05 P. M. EST", "2026-11-24T23:05:00Z"), ("24 Nov 2026 6:05:09 p. m.", "2026-11-24T18:05:09Z"),
        ("24 Nov 2026 6:05PM", "2026-11-24T18:05:00Z"), ("24 Nov 2026 6:05am -0500", "2026-11-24T11:05:00Z"),
        ("24 Nov 2026 6:05p", "2026-11-24T18:05:00Z"), ("24 Nov 2026 PM 6:05", "2026-11-24T18:05:00Z"),
        ("24 Nov 2026 12:05 AM", "2026-11-24T00:05:00Z"), ("24 Nov 2026 12:05 pm", "2026-11-24T12:05:00Z"),
        ("24 Nov 2026 00:05 AM", "2026-11-24T00:05:00Z"), ("24 Nov 2026 00:05 PM", "2026-11-24T12:05:00Z"),
        ("Tue, 24 Nov 2026 18:05:09 PM +0100", "2026-11-24T17:05:09Z"),
        ("13:00 pm 24 Nov 2026", "2026-11-24T13:00:00Z"),
        ("24 Nov 2026, 6 p.m.", "2026-11-24T18:00:00Z"), ("6pm, 24 Nov 2026 GMT", "2026-11-24T18:00:00Z"),
        ("2026-11-24 06:05:09 PM", "2026-11-24T18:05:09Z"), ("2026-11-24T6:05 p.m.", "2026-11-24T18:05:00Z"),
        ("2026-11-24 06:05 PM CET", "2026-11-24T17:05:00Z"), ("11/24/2026, 6:05:09\u{202F}PM", "2026-11-24T18:05:09Z"),
        ("24. November 2026 6:05 nachm.", "2026-11-24T18:05:00Z"),
        ("24 Νοεμβρίου 2026 6:05 μ.μ.", "2026-11-24T18:05:00Z"),
        ("24 Kasım 2026 06:05 ÖS", "2026-11-24T18:05:00Z"),
        // German `am` is no half of the day.
        ("12:05 Uhr am 24. November 2026", "2026-11-24T12:05:00Z"),
    ])
    func aTwelveHourClock(_ text: String, _ expected: String) { isRead(text, expected) }

    @Test(arguments: [
        ("Tue, 24 Nov 2026 18:05:09 America/New_York", "2026-11-24T23:05:09Z"),
        ("Fri, 24 Jul 2026 18:05:09 America/New_York", "2026-07-24T22:05:09Z"),
        ("2026-07-24T18:05:09 europe/paris", "2026-07-24T16:05:09Z"),
        ("2026-07-24T18:05:09[Asia/Kolkata]", "2026-07-24T12:35:09Z"),
        ("2026-07-24 18:05:09 Asia/Calcutta", "2026-07-24T12:35:09Z"),
        ("2026-07-24 18:05:09 America/Argentina/Buenos_Aires", "2026-07-24T21:05:09Z"),
        ("2026-07-24 18:05:09 Etc/GMT+5", "2026-07-24T23:05:09Z"),
        ("2026-07-24 18:05:09 US/Pacific", "2026-07-25T01:05:09Z"),
        ("2026-07-24T18:05:09+02:00:00", "2026-07-24T16:05:09Z"),
        ("24 Jul 2026 18:05:09 Pacific/Auckland", "2026-07-24T06:05:09Z"),
        ("2026-07-24T18:05:09[Pacific/Honolulu]", "2026-07-25T04:05:09Z"),
        ("24 Jul 2026 18:05 ET", "2026-07-24T22:05:00Z"), ("24 Jan 2026 18:05 ET", "2026-01-24T23:05:00Z"),
        ("24 Jul 2026 18:05 AT", "2026-07-24T21:05:00Z"), ("24 Jul 2026 18:05 CT", "2026-07-24T23:05:00Z"),
        ("24 Jul 2026 18:05 MT", "2026-07-25T00:05:00Z"),
        ("24 Jul 2026 18:05 PT", "2026-07-25T01:05:00Z"), ("24 Jan 2026 18:05 pt", "2026-01-25T02:05:00Z"),
        ("24 Jul 2026 18:05 GMT/BST", "2026-07-24T17:05:00Z"), ("24 Jan 2026 18:05 GMT/BST", "2026-01-24T18:05:00Z"),
        ("24 Jul 2026 18:05 CET/CEST", "2026-07-24T16:05:00Z"), ("24 Jul 2026 18:05 BST", "2026-07-24T17:05:00Z"),
        ("24 Jul 2026 18:05 CEST", "2026-07-24T16:05:00Z"), ("24 Jul 2026 18:05 IDT", "2026-07-24T15:05:00Z"),
        ("24 Jul 2026 18:05 NPT", "2026-07-24T12:20:00Z"),
        ("Fri Jul 24 2026 18:05:09 GMT+0200 (Central European Summer Time)", "2026-07-24T16:05:09Z"),
        ("24 Jul 2026 18:05 Eastern Daylight Time", "2026-07-24T22:05:00Z"),
        ("24 Jul 2026 18:05 Pacific Standard Time", "2026-07-25T02:05:00Z"),
        ("24 Jul 2026 6:05 PM Eastern Time (US & Canada)", "2026-07-24T22:05:00Z"),
        ("24 Jul 2026 18:05 Central European Summer Time", "2026-07-24T16:05:00Z"),
        ("24.07.2026 18:05 Mitteleuropäische Sommerzeit", "2026-07-24T16:05:00Z"),
        ("24 Jul 2026 18:05 Coordinated Universal Time", "2026-07-24T18:05:00Z"),
        ("24 Jul 2026 18:05 India Standard Time", "2026-07-24T12:35:00Z"),
        ("24 Jul 2026 18:05 W. Europe Standard Time", "2026-07-24T16:05:00Z"),
        ("24 Jul 2026 18:05 (PDT)", "2026-07-25T01:05:00Z"), ("24 July 2026 EST", "2026-07-24T05:00:00Z"),
        ("24 Jul 2026 18:05 GMT +2", "2026-07-24T16:05:00Z"), ("24 Jul 2026 18:05 UTC-05:30", "2026-07-24T23:35:00Z"),
        ("24 Jul 2026 18:05 UTC\u{2212}5", "2026-07-24T23:05:00Z"),
        ("24 Jul 2026 18:05 +0200 GMT", "2026-07-24T16:05:00Z"),
        ("2026-07-24 18:05:09.123 +0000 UTC", "2026-07-24T18:05:09Z"),
        ("24 Jul 2026 18:05:09 0000", "2026-07-24T18:05:09Z"), ("24 Jul 2026 18:05:09 0200", "2026-07-24T16:05:09Z"),
        ("2026-07-24T18:05:09 02:00", "2026-07-24T16:05:09Z"),
        ("Fri Jul 24 18:05:09 0530 2026", "2026-07-24T12:35:09Z"),
        // The `h` of hours is no zone, and neither is a word that nobody knows before one that is known.
        ("24 de julio de 2026, 18:05 h", "2026-07-24T18:05:00Z"),
        ("24. Juli 2026 18:05 Uhr MESZ", "2026-07-24T16:05:00Z"),
    ])
    func zones(_ text: String, _ expected: String) { isRead(text, expected) }

    @Test(arguments: [
        ("24.11.2026 18:05", "2026-11-24T18:05:00Z"), ("24. 11. 2026", "2026-11-24T00:00:00Z"),
        ("4.11.2026", "2026-11-04T00:00:00Z"), ("24-11-2026 18:05 +0400", "2026-11-24T14:05:00Z"),
        ("04-11-2026", "2026-11-04T00:00:00Z"), ("11-24-2026", "2026-11-24T00:00:00Z"),
        ("24/11/2026 18:05:09", "2026-11-24T18:05:09Z"), ("11/24/2026 6:05:09 PM", "2026-11-24T18:05:09Z"),
        ("11/12/2026", "2026-11-12T00:00:00Z"), ("24.11.26 18:05", "2026-11-24T18:05:00Z"),
        ("11/24/26", "2026-11-24T00:00:00Z"), ("2026.11.24 18:05", "2026-11-24T18:05:00Z"),
        ("2026. 11. 24. 18:05", "2026-11-24T18:05:00Z"), ("18:05 24/11/2026", "2026-11-24T18:05:00Z"),
        ("18:05:09, 24.11.2026", "2026-11-24T18:05:09Z"), ("Di, 24.11.2026 - 18:05 Uhr", "2026-11-24T18:05:00Z"),
        ("24/11/2026 - 18h05", "2026-11-24T18:05:00Z"), ("24/11/2026 at 18:05 +01:00", "2026-11-24T17:05:00Z"),
        ("24/Nov/2026:18:05:09 +0100", "2026-11-24T17:05:09Z"), ("20261124 18:05", "2026-11-24T18:05:00Z"),
        ("20261124180509", "2026-11-24T18:05:09Z"), ("202611241805", "2026-11-24T18:05:00Z"),
        // A zero too many.
        ("Tue, 024 Nov 2026 18:05:09 GMT", "2026-11-24T18:05:09Z"), ("2026-011-24", "2026-11-24T00:00:00Z"),
        ("2026-11-024T18:05:09Z", "2026-11-24T18:05:09Z"), ("004.011.2026", "2026-11-04T00:00:00Z"),
        ("24 Nov 02026", "2026-11-24T00:00:00Z"),
        // Numbers since 1970.
        ("1795543509", "2026-11-24T18:05:09Z"), ("1795543509.75", "2026-11-24T18:05:09Z"),
        ("1795543509000", "2026-11-24T18:05:09Z"), ("1.795543509e9", "2026-11-24T18:05:09Z"),
        ("1.795543509E+12", "2026-11-24T18:05:09Z"), ("1795543509000000", "2026-11-24T18:05:09Z"),
        ("/Date(1795543509000+0100)/", "2026-11-24T18:05:09Z"),
    ])
    func numbers(_ text: String, _ expected: String) throws {
        let date = try #require(FeedDate.parse(text)).timeIntervalSince1970.rounded(.down)
        #expect(Date(timeIntervalSince1970: date).formatted(.iso8601) == expected)
    }

    @Test(
        arguments: [
            ("Di, 24 Mrz 2026 18:05", "2026-03-24T18:05:00Z"), ("mardi 24 févr. 2026 à 18h05", "2026-02-24T18:05:00Z"),
            ("24 février 2026 à 18 h 05", "2026-02-24T18:05:00Z"),
            ("24 февраля 2026, 18:05 МСК", "2026-02-24T15:05:00Z"), ("1er janvier 2026", "2026-01-01T00:00:00Z"),
            ("24 de noviembre del 2026 a las 18:05", "2026-11-24T18:05:00Z"),
            ("24 nov. 2026 alle 18.05", "2026-11-24T18:05:00Z"),
            ("terça-feira, 24 de novembro de 2026", "2026-11-24T00:00:00Z"),
            ("di 24 mrt. 2026 18:05", "2026-03-24T18:05:00Z"),
            ("tirsdag den 24. november 2026 kl. 18.05", "2026-11-24T18:05:00Z"),
            ("24 maj 2026 kl 18:05", "2026-05-24T18:05:00Z"),
            ("24. marraskuuta 2026 klo 18.05", "2026-11-24T18:05:00Z"),
            ("24 listopada 2026, godz. 18:05", "2026-11-24T18:05:00Z"),
            ("24. prosince 2026 v 18:05", "2026-12-24T18:05:00Z"),
            ("24 нояб. 2026 г. в 18:05", "2026-11-24T18:05:00Z"), ("24 лис 2026", "2026-11-24T00:00:00Z"),
            ("24 листопада 2026", "2026-11-24T00:00:00Z"),
            ("24 Ağu 2026 Pazartesi 18:05", "2026-08-24T18:05:00Z"),
            ("2026. november 24., kedd 18:05", "2026-11-24T18:05:00Z"),
            ("24 noiembrie 2026", "2026-11-24T00:00:00Z"), ("24. studenoga 2026.", "2026-11-24T00:00:00Z"),
            ("24. новембар 2026. 18:05", "2026-11-24T18:05:00Z"), ("24 ноември 2026", "2026-11-24T00:00:00Z"),
            ("2026 m. lapkričio 24 d. 18:05", "2026-11-24T18:05:00Z"),
            ("24 Agustus 2026 18:05 WIB", "2026-08-24T11:05:00Z"),
            ("24 tháng 11 năm 2026 18:05", "2026-11-24T18:05:00Z"), ("٢٤ نوفمبر ٢٠٢٦", "2026-11-24T00:00:00Z"),
            ("24 בנובמבר 2026", "2026-11-24T00:00:00Z"), ("24 नवंबर 2026", "2026-11-24T00:00:00Z"),
            ("２０２６年１１月２４日 １８：０５", "2026-11-24T18:05:00Z"), ("2026年11月24日（火） 18時05分", "2026-11-24T18:05:00Z"),
            ("November 24th, 2026 at 6:05 PM EST", "2026-11-24T23:05:00Z"),
            ("Sunday, 24th of November 2026", "2026-11-24T00:00:00Z"),
            ("24 Nov 2026 1805 GMT", "2026-11-24T18:05:00Z"),
        ] as [(String, String?)])
    func words(_ text: String, _ expected: String?) {
        #expect(FeedDate.parse(text)?.formatted(.iso8601) == expected)
    }

    @Test(arguments: [
        "Thu, 01 Jan 1970 00:00:00 GMT", "Wed, 31 Dec 1969 16:00:00 -0800", "1970-01-01T01:00:00+01:00",
        "1970-01-01", "1969-12-31T18:00:00Z", "Fri, 02 Jan 1970 00:00:00 +0000", "Wed, 21 Jan 1970 18:45:43 GMT",
        "Mon, 01 Jan 1900 00:00:00 GMT", "1900-01-01T00:00:00+02:00", "1899-12-30T00:00:00Z", "1/1/1980",
        "Tue, 01 Jan 1980 00:00:01 GMT", "1979-12-31T19:00:00-05:00", "1904-01-01", "1601-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000", "1/1/0001 12:00:00 AM", "0000-00-00 00:00:00",
        "0", "0.0", "-1", "-62135596800", "1795543",
    ])
    func standsForNone(_ text: String) {
        let reading = FeedDate.reading(text)
        #expect(reading.date == nil)
        #expect(reading.remark == .placeholder)
    }

    @Test(arguments: ["1970-02-01", "1969-12-30T09:00:00Z", "1912-04-15", "1980-01-03", "2000-01-01", "1899-12-28"])
    func aDateLongAgoIsOne(_ text: String) {
        #expect(FeedDate.reading(text).date != nil)
    }

    @Test(
        arguments: [
            ("24 Nov 2026 18:05 QQQ", DateReading.Remark.zone), ("24 Nov 2026 18:05 Mars/Olympus", nil),
            ("11/12/2026", .order), ("yesterday evening", .unreadable), ("24 Nov 2026 18:05 EST", nil),
            ("24 Nov 2026 18:05 Tue", nil),
        ] as [(String, DateReading.Remark?)])
    func saysWhatIsInDoubt(_ text: String, _ remark: DateReading.Remark?) {
        #expect(FeedDate.reading(text).remark == remark)
    }
}

/// Whether `11/12` is in November or in December, as one feed shows it.
@Suite struct NumericDateOrderTests {
    private func dates(_ texts: [String], language: String = "") throws -> (published: [String?], warnings: [String]) {
        let items = texts.map { "<item><title>t</title><pubDate>\($0)</pubDate></item>" }.joined()
        let feed = try FeedReader.read(
            "<rss><channel><language>\(language)</language>\(items)</channel></rss>")
        return (
            feed.items.map { $0.published.map { String($0.formatted(.iso8601).prefix(10)) } },
            feed.warnings.map(\.message)
        )
    }

    @Test func oneDateSettlesTheOthers() throws {
        let found = try dates(["11/12/2026 10:00", "24/11/2026 10:00", "5/6/2026"])
        #expect(found.published == ["2026-12-11", "2026-11-24", "2026-06-05"])
        #expect(found.warnings.isEmpty)
    }

    @Test func itMaySettleThemTheOtherWay() throws {
        let found = try dates(["11/12/2026", "11/24/2026"], language: "fr")
        #expect(found.published == ["2026-11-12", "2026-11-24"])
    }

    @Test(arguments: [("", "2026-11-12"), ("en-us", "2026-11-12"), ("en-GB", "2026-12-11"), ("pt-BR", "2026-12-11")])
    func withoutOneTheLanguageDoes(language: String, expected: String) throws {
        let found = try dates(["11/12/2026"], language: language)
        #expect(found.published == [expected])
        #expect(found.warnings.count == 1)
    }
}
