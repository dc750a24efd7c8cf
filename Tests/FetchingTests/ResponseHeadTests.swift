import Foundation
import NIOHTTP1
import NewsModel
import Testing

@testable import Fetching

@Suite struct ResponseHeadTests {
    /// Monday, 23 November 2026, 12:00 in GMT.
    private static let now = Date(timeIntervalSince1970: 1_795_435_200)

    @Test(
        arguments: [
            ("120", 120), (" 120 ", 120), ("Mon, 23 Nov 2026 12:01:00 GMT", 60), ("Monday, 23-Nov-26 12:01:00 GMT", 60),
            ("259200", 259_200), ("259201", 259_200), ("99999999999999999999", 259_200), ("0", nil), ("-60", nil),
            ("", nil),
            ("Mon, 23 Nov 2026 11:59:00 GMT", nil), ("soon", nil), ("120.5", nil), ("1e9", nil), ("60, 120", nil),
            ("\u{661}\u{662}\u{663}", nil), ("\u{BD}", nil),
        ] as [(String, Int?)])
    func aWishToBeLeftAloneIsSecondsOrADateToComeAndNoLongerThanThreeDays(value: String, seconds: Int?) {
        let head = ResponseHead(
            url: "https://paper.example/", status: .serviceUnavailable, headers: ["Retry-After": value])
        #expect(head.retryAfter(now: Self.now)?.kept == seconds.map { .seconds($0) })
    }

    @Test(
        arguments: [
            ("259200", nil), ("3155759999", "for 36524 days"), ("3155760000", "for ever"), ("2678400", "for 31 days"),
            ("99999999999999999999", "for ever"),
            ("Thu, 31 Dec 2026 12:00:00 GMT", "for 38 days"),
        ] as [(String, String?)])
    func whatIsNotHeededOfAWishIsSaid(value: String, words: String?) {
        let head = ResponseHead(
            url: "https://paper.example/", status: .tooManyRequests, headers: ["Retry-After": value])
        let note = head.retryAfter(now: Self.now)?.note
        #expect((note == nil) == (words == nil))
        #expect(note?.contains(words ?? "") != false)
        #expect(note?.contains("for 3 at the most") != false)
    }

    /// The server's clock is a year behind, and ours may be as far from the truth.
    @Test func aDateIsUnderstoodByTheServersOwnClock() {
        let head = ResponseHead(
            url: "https://paper.example/", status: .tooManyRequests,
            headers: ["Retry-After": "Sun, 23 Nov 2025 13:00:00 GMT", "Date": "Sun, 23 Nov 2025 12:00:00 GMT"])
        #expect(head.retryAfter(now: Self.now)?.kept == .seconds(3600))
    }
}
