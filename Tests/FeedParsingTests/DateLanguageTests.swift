import FeedParsing
import Foundation
import NewsModel
import Testing

/// Dates in which a language says more than the names of its months.
@Suite struct DateLanguageTests {
    private func date(_ text: String, language: String, isSaidLater: Bool = false) throws -> String? {
        let item = "<item><title>t</title><pubDate>\(text)</pubDate></item>"
        let language = "<language>\(language)</language>"
        let feed = try FeedReader.read(
            "<rss><channel>\(isSaidLater ? item + language : language + item)</channel></rss>")
        return feed.items.first?.published?.formatted(.iso8601)
    }

    @Test(arguments: [
        ("24 de noviembre de 2026 a las 6:05 de la tarde", "18:05"), ("24 noviembre 2026, 6:05 de la mañana", "06:05"),
        ("24 de novembro de 2026, 6:05 da tarde", "18:05"), ("24 de novembro de 2026 às 11:05 da noite", "23:05"),
        ("24 novembre 2026, 6:05 del pomeriggio", "18:05"), ("24 novembre 2026 12:05 di notte", "00:05"),
        ("24 novembre 2026, 6 h 05 de l’après-midi", "18:05"), ("24 novembre 2026 8:05 du soir", "20:05"),
        ("24. November 2026, 6:05 Uhr nachmittags", "18:05"), ("24. November 2026 1:05 nachts", "01:05"),
        ("24 ноября 2026 г., 6:05 вечера", "18:05"), ("24 ноября 2026, 2:05 ночи", "02:05"),
        ("24 noiembrie 2026, 7:05 dimineața", "07:05"), ("24 listopada 2026, 6:05 po południu", "18:05"),
        ("24 Kasım 2026 7:05 akşam", "19:05"), ("24 November 2026, 6:05 in the evening", "18:05"),
        ("2026年11月24日 下午6点05分", "18:05"), ("2026年11月24日 凌晨2:05", "02:05"), ("2026年11月24日 中午12:05", "12:05"),
        ("2026年11月24日星期二晚上8:05", "20:05"), ("2026年11月24日 午後6時5分", "18:05"),
        ("24 nov 2026 6:05 P M", "18:05"), ("Nov. 24, 2026, noon", "12:00"), ("24 Nov 2026, midnight", "00:00"),
        ("24 novembre 2026 à midi", "12:00"), ("24 Νοεμβρίου 2026 6:05 μ.μ.", "18:05"),
    ])
    func partsOfTheDay(_ text: String, _ clock: String) {
        #expect(FeedDate.parse(text)?.formatted(.iso8601) == "2026-11-24T\(clock):00Z")
    }

    /// The hours of a clock by which the half of the day is named.
    @Test(arguments: [
        ("24 tháng 11, 2026 6:05 CH", "vi", "18:05"), ("24 tháng 11, 2026 6:05 SA", "vi-VN", "06:05"),
        ("24 november 2026 6:05 em", "sv", "18:05"), ("24 November 2026 6:05 ptg", "ms", "18:05"),
        ("2026. november 24. du. 6:05", "hu", "18:05"), ("24. marraskuuta 2026 klo 6.05 ip.", "fi", "18:05"),
        // Elsewhere the same letters are Saturday's.
        ("24. November 2026, 12:05 Sa", "de", "12:05"),
    ])
    func partsOfTheDayOfOneLanguage(_ text: String, _ language: String, _ clock: String) throws {
        let expected = "2026-11-24T\(clock):00Z"
        #expect(try date(text, language: language) == expected)
        #expect(try date(text, language: language, isSaidLater: true) == expected)
    }

    @Test(arguments: [
        ("4 listopada 2026", "pl", "2026-11-04"), ("4. listopada 2026", "hr", "2026-10-04"),
        ("4. listopada 2026.", "", "2026-10-04"), ("4 listopada 2026", "", "2026-11-04"),
        ("4. listopad 2026", "cs-CZ", "2026-11-04"), ("4. listopad 2026.", "hr-HR", "2026-10-04"),
        ("4. lis 2026", "hr", "2026-10-04"), ("4 lis 2026", "pl", "2026-11-04"), ("4. srp 2026", "hr", "2026-07-04"),
        ("4. srp 2026", "cs", "2026-08-04"), ("4. lip 2026", "hr", "2026-06-04"), ("4 lip 2026", "pl", "2026-07-04"),
        ("4. studenoga 2026.", "hr", "2026-11-04"), ("4. lipnja 2026.", "", "2026-06-04"),
    ])
    func aMonthIsThatOfTheLanguage(_ text: String, _ language: String, _ day: String) throws {
        #expect(try date(text, language: language) == "\(day)T00:00:00Z")
        #expect(try date(text, language: language, isSaidLater: true) == "\(day)T00:00:00Z")
    }

    /// In Japan, Korea and China the year comes first, in two digits too.
    @Test(arguments: [
        ("26.11.25 18:05", "ko", "2026-11-25T18:05:00Z"), ("26/04/05", "ja", "2026-04-05T00:00:00Z"),
        ("25.11.26", "de", "2026-11-25T00:00:00Z"), ("26-11-25", "zh-TW", "2026-11-25T00:00:00Z"),
    ])
    func theYearStandsWhereTheLanguagePutsIt(_ text: String, _ language: String, _ expected: String) throws {
        #expect(try date(text, language: language) == expected)
        #expect(try date(text, language: language, isSaidLater: true) == expected)
    }

    /// An entry may be in another language than its feed.
    @Test func theEntrysOwnLanguageGoesFirst() throws {
        let feed = try FeedReader.read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pl"><entry xml:lang="hr"><updated>4. listopada 2026</updated>
            </entry><entry><updated>4 listopada 2026</updated></entry></feed>
            """)
        #expect(feed.items.map { $0.updated?.formatted(.iso8601.month().day()) } == ["10-04", "11-04"])
    }

    @Test(arguments: [
        ("24 พฤศจิกายน 2569 18:05", "2026-11-24T18:05:00Z"), ("24 พ.ย. 69 18:05 น.", "2026-11-24T18:05:00Z"),
        ("24 พ.ย. พ.ศ. 2569", "2026-11-24T00:00:00Z"), ("24 พฤศจิกายน 2026", "2026-11-24T00:00:00Z"),
        ("Tue, 24 Nov 2569 18:05:00 +0700", "2026-11-24T11:05:00Z"), ("2569-11-24T18:05:00Z", "2026-11-24T18:05:00Z"),
        ("29 Feb 2567", "2024-02-29T00:00:00Z"), ("24/11/2569 18:05", "2026-11-24T18:05:00Z"),
        ("3 آذر 1405", "2026-11-24T00:00:00Z"), ("۳ آذر ۱۴۰۵ ۱۸:۰۵", "2026-11-24T18:05:00Z"),
        ("1405-09-03", "2026-11-24T00:00:00Z"), ("1448-06-14", "2026-11-24T00:00:00Z"),
        ("令和8年11月24日 18時05分", "2026-11-24T18:05:00Z"), ("令和元年11月24日", "2019-11-24T00:00:00Z"),
        ("中華民國115年11月24日", "2026-11-24T00:00:00Z"), ("平成30年1月2日", "2018-01-02T00:00:00Z"),
    ])
    func otherCalendars(_ text: String, _ expected: String) {
        #expect(FeedDate.parse(text)?.formatted(.iso8601) == expected)
    }

    @Test(arguments: [
        "29 Feb 2569", "1405-13-01", "1405-12-31", "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 GMT",
    ])
    func noDayOfAnyCalendar(_ text: String) {
        #expect(FeedDate.reading(text).date == nil)
    }

    @Test(arguments: [
        ("24 ডিসেম্বর 2026", 12), ("২৪ ডিসেম্বর ২০২৬", 12), ("24 டிசம்பர் 2026", 12), ("24 డిసెంబర్ 2026", 12),
        ("२४ डिसेंबर २०२६", 12), ("24 دسمبر 2026", 12), ("24 желтоқсан 2026", 12), ("24 Ogos 2026", 8),
        ("24 Mac 2026", 3), ("24 Agt 2026", 8), ("24 Hydref 2026", 10), ("24 Meán Fómhair 2026", 9),
        ("24 Deireadh Fómhair 2026", 10), ("24 Desemba 2026", 12), ("24 كانون الأول 2026", 12),
        ("24 كانون الثاني 2026", 1), ("24 تشرين الثاني 2026", 11), ("24 Th11 2026", 11), ("24 Thg 11 2026", 11),
        ("24th November 2026", 11),
    ])
    func months(_ text: String, _ month: Int) {
        let number = month < 10 ? "0\(month)" : "\(month)"
        #expect(FeedDate.parse(text)?.formatted(.iso8601) == "2026-\(number)-24T00:00:00Z")
    }

    /// What only begins like a month's name in another language is none.
    @Test(arguments: [
        ("Jul 24, 2026 18:05 Arabica time", "2026-07-24T18:05:00Z"),
        ("24 Jul 2026 18:05 EST5EDT", "2026-07-24T22:05:00Z"), ("24 Jul 2026 18:05 Japan", "2026-07-24T09:05:00Z"),
        ("24 Jul 2026 18:05 hora de verano de Europa central", "2026-07-24T16:05:00Z"),
        ("2026년 7월 24일 18:05 GMT", "2026-07-24T18:05:00Z"), ("2026. 7. 24. 오후 6:05:09 +0000", "2026-07-24T18:05:09Z"),
        ("2026년 7월 24일 오후 6:05", "2026-07-24T09:05:00Z"),
    ])
    func wordsThatAreNoMonths(_ text: String, _ expected: String) {
        #expect(FeedDate.parse(text)?.formatted(.iso8601) == expected)
    }
}
