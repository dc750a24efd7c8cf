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
            // Seconds and milliseconds since 1970; one that is past or years away is none.
            ("1795435260", 60), ("1795435260000", 60), ("1795435140", nil), ("1795780800", 259_200),
            ("1995435200", 259_200), ("1795435260.25", 60), ("1577836800", nil), ("1577836800000", nil),
            ("3600.5", 3600),
            ("259200", 259_200), ("259201", 259_200), ("99999999999999999999", 259_200), ("0", nil), ("-60", nil),
            ("", nil),
            ("Mon, 23 Nov 2026 11:59:00 GMT", nil), ("soon", nil), ("120.5", 120), ("1.2.3", nil), ("1e9", nil),
            ("60, 120", nil),
            ("\u{661}\u{662}\u{663}", nil), ("\u{BD}", nil),
        ] as [(String, Int?)])
    func aWishToBeLeftAloneIsSecondsOrADateToComeAndNoLongerThanThreeDays(value: String, seconds: Int?) {
        let head = ResponseHead(
            url: "https://paper.example/", status: .serviceUnavailable, headers: ["Retry-After": value])
        #expect(head.retryAfter(now: Self.now)?.kept == seconds.map { .seconds($0) })
    }

    @Test(
        arguments: [
            (403, ["Server": "cloudflare"], true), (503, ["server": "AkamaiGHost"], true),
            (403, ["X-Iinfo": "1"], true),
            (429, ["Server": "ddos-guard"], true), (429, ["Server": "cloudflare", "Retry-After": "5"], false),
            (403, ["Server": "nginx"], false), (403, [:], false), (404, ["Server": "cloudflare"], false),
            (500, ["Server": "cloudflare"], false),
        ] as [(Int, [String: String], Bool)])
    func aGateBeforeASiteIsKnownByItsName(status: Int, headers: [String: String], isFromGate: Bool) {
        let head = ResponseHead(
            url: "https://paper.example/", status: HTTPResponseStatus(statusCode: status),
            headers: HTTPHeaders(headers.map { ($0, $1) }))
        #expect(head.isFromGate == isFromGate)
        let advice = Advice.status(ErrorResponse(head: head, body: []))
        #expect(advice.contains("network of this machine may be the reason") == isFromGate)
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
