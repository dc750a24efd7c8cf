import Foundation
import NIOHTTP1
import NewsModel
import Testing

@testable import Fetching

@Suite struct AnswerHeadTests {
    /// Monday, 23 November 2026, 12:00 in GMT.
    private static let now = Date(timeIntervalSince1970: 1_795_435_200)

    @Test(
        arguments: [
            ("120", 120), (" 120 ", 120), ("Mon, 23 Nov 2026 12:01:00 GMT", 60), ("Monday, 23-Nov-26 12:01:00 GMT", 60),
            ("31536000", 2_678_400), ("99999999999999999999", 2_678_400), ("0", nil), ("-60", nil), ("", nil),
            ("Mon, 23 Nov 2026 11:59:00 GMT", nil), ("soon", nil), ("120.5", nil), ("1e9", nil), ("60, 120", nil),
            ("\u{661}\u{662}\u{663}", nil), ("\u{BD}", nil),
        ] as [(String, Int?)])
    func aWishToBeLeftAloneIsSecondsOrADateToComeAndNoLongerThanAMonth(value: String, seconds: Int?) {
        let head = AnswerHead(
            url: "https://paper.example/", status: .serviceUnavailable, headers: ["Retry-After": value])
        #expect(head.retryAfter(now: Self.now) == seconds.map { .seconds($0) })
    }
}
