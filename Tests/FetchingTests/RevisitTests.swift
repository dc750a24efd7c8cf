import Foundation
import NIOHTTP1
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite struct RevisitTests {
    /// Monday, 23 November 2026, 12:30 in GMT.
    private static let now = Date(timeIntervalSince1970: 1_795_437_000)

    private static func head(_ fields: [(String, String)]) -> ResponseHead {
        ResponseHead(url: "https://paper.example/", status: .ok, headers: HTTPHeaders(fields))
    }

    private static func wait(_ fields: [(String, String)] = [], _ hints: FeedHints = FeedHints()) -> TimeInterval? {
        Revisit.due(after: head(fields), hints: hints, asked: now)?.date.timeIntervalSince(now)
    }

    @Test(
        arguments: [
            ("max-age=3600", 3420), ("public, MAX-AGE=\"3600\"", 3420), ("max-age=60", 57), ("max-age=59", nil),
            ("max-age=864000", 82_080), ("max-age=86400", 82_080), ("no-cache, max-age=3600", nil), ("no-store", nil),
            ("max-age=soon", nil), ("max-age=-5", nil), ("max-age=99999999999999999999", 82_080), ("private", nil),
        ] as [(String, TimeInterval?)])
    func maxAgeHoldsUpToADayAndATwentiethEarly(value: String, seconds: TimeInterval?) {
        #expect(Self.wait([("Cache-Control", value)]) == seconds)
    }

    @Test func theAgeThatAnAnswerCameWithCounts() {
        #expect(Self.wait([("Cache-Control", "max-age=3600"), ("Age", "1600")]) == 1900)
        #expect(Self.wait([("Cache-Control", "max-age=3600"), ("Age", "7200")]) == nil)
    }

    @Test func expiresCountsWhereThereIsNoMaxAge() {
        let dates = [("Date", "Mon, 23 Nov 2026 12:00:00 GMT"), ("Expires", "Mon, 23 Nov 2026 13:00:00 GMT")]
        #expect(Self.wait(dates) == 3420)
        #expect(Self.wait(dates + [("Cache-Control", "max-age=120")]) == 114)
        #expect(Self.wait([("Expires", "0")]) == nil)
        #expect(Self.wait([("Expires", "Mon, 23 Nov 2026 12:00:00 GMT")]) == nil)
    }

    @Test func theFeedMayAskForMoreThanItsServer() {
        #expect(Self.wait([("Cache-Control", "max-age=60")], FeedHints(timeToLive: .seconds(3600))) == 3420)
        #expect(Self.wait([], FeedHints(timeToLive: .seconds(7 * 86_400))) == 82_080)
        #expect(Self.wait([("Cache-Control", "no-cache")], FeedHints(timeToLive: .seconds(3600))) == 3420)
    }

    @Test(arguments: [(3600, "its server"), (3599, "its server"), (3601, "its feed")])
    func theReasonNamesWhoAsksForTheLongerTimeAndOfEqualOnesTheServer(feed: Int, who: String) {
        let due = Revisit.due(
            after: Self.head([("Cache-Control", "max-age=3600")]), hints: FeedHints(timeToLive: .seconds(feed)),
            asked: Self.now)
        #expect(due?.reason.hasPrefix(who + " says") == true)
    }

    private static func quiet(_ hints: FeedHints, answered: TimeInterval?) -> TimeInterval? {
        Revisit.quietUntil(hints, answered: answered.map { now.addingTimeInterval(-$0) }, now: now)?
            .timeIntervalSince(now)
    }

    @Test func quietHoursLastUntilTheNextOneThatIsNot() {
        #expect(Self.quiet(FeedHints(skipHours: [12]), answered: 3600) == 1800)
        #expect(Self.quiet(FeedHints(skipHours: [12, 13]), answered: 3600) == 5400)
        #expect(Self.quiet(FeedHints(skipHours: [11, 13]), answered: 3600) == nil)
    }

    @Test func aQuietDayIsByItsNumber() {
        #expect(Self.quiet(FeedHints(skipDays: [2]), answered: 3600) == 11.5 * 3600)
        #expect(Self.quiet(FeedHints(skipDays: [1, 3]), answered: 3600) == nil)
    }

    @Test func nobodyIsLeftAloneForMoreThanADay() {
        let always = FeedHints(skipHours: Set(0...23))
        #expect(Self.quiet(always, answered: 3600) == 78_480)
        #expect(Self.quiet(always, answered: 82_079) == 1)
        #expect(Self.quiet(always, answered: 82_080) == nil)
        #expect(Self.quiet(always, answered: nil) == nil)
        #expect(Self.quiet(always, answered: -60) == nil)
    }
}
