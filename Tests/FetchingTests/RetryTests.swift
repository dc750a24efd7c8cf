import FeedParsing
import Foundation
import NIOHTTP1
import Testing

@testable import Fetching

@Suite struct RetryTests {
    private let retry = Retry(retries: 2)

    private static func status(_ code: Int) -> FetchFailure {
        let head = ResponseHead(url: "https://a.example/", status: HTTPResponseStatus(statusCode: code), headers: [:])
        return .status(ErrorResponse(head: head, body: []))
    }

    @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
    func aPassingStatusIsTriedAgain(code: Int) {
        #expect(retry.decide(Self.status(code), attempt: 1, retryAfter: nil, jitter: 0) != .giveUp)
    }

    @Test(arguments: [400, 401, 403, 404, 410, 451, 501])
    func aLastingStatusIsNot(code: Int) {
        #expect(retry.decide(Self.status(code), attempt: 1, retryAfter: nil, jitter: 0) == .giveUp)
    }

    @Test(arguments: [
        (429, "x-ratelimit-remaining-day", "0", ""), (429, "x", "y", #"{"status":"error","code":"apiKeyExhausted"}"#),
    ])
    func whatIsUsedUpForTheDayIsNotAskedAgain(code: Int, name: String, value: String, page: String) {
        let head = ResponseHead(
            url: "https://a.example/", status: HTTPResponseStatus(statusCode: code), headers: [name: value])
        let failure = FetchFailure.status(ErrorResponse(head: head, body: Array(page.utf8)))
        #expect(retry.decide(failure, attempt: 1, retryAfter: nil, jitter: 0) == .giveUp)
    }

    @Test func thereAreAsManyRetriesAsAllowedAndNoMore() {
        #expect(retry.decide(Self.status(500), attempt: 2, retryAfter: nil, jitter: 0) != .giveUp)
        #expect(retry.decide(Self.status(500), attempt: 3, retryAfter: nil, jitter: 0) == .giveUp)
    }

    @Test func aNameThatIsNotFoundIsAskedForOnceMore() {
        let failure = FetchFailure.unreachable("no such name", .name)
        #expect(retry.decide(failure, attempt: 1, retryAfter: nil, jitter: 0) != .giveUp)
        #expect(retry.decide(failure, attempt: 2, retryAfter: nil, jitter: 0) == .giveUp)
    }

    @Test func theWaitDoublesAndJitterSpreadsIt() {
        func wait(_ attempt: Int, _ jitter: Double) -> Retry.Decision {
            Retry(retries: 5, base: .seconds(1), longest: .seconds(100))
                .decide(Self.status(500), attempt: attempt, retryAfter: nil, jitter: jitter)
        }
        #expect(wait(1, 0) == .tryAgain(after: .milliseconds(250)))
        #expect(wait(1, 1) == .tryAgain(after: .seconds(1)))
        #expect(wait(1, 0.5) == .tryAgain(after: .milliseconds(625)))
        #expect(wait(2, 1) == .tryAgain(after: .seconds(2)))
        #expect(wait(2, 0) == .tryAgain(after: .milliseconds(500)))
        #expect(wait(3, 1) == .tryAgain(after: .seconds(4)))
        #expect(wait(5, 1) == .tryAgain(after: .seconds(16)))
    }

    @Test func noWaitIsLongerThanTheLongestHoweverOftenItFailed() {
        func wait(_ attempt: Int) -> Retry.Decision {
            Retry(retries: .max, base: .seconds(1), longest: .seconds(10))
                .decide(Self.status(500), attempt: attempt, retryAfter: nil, jitter: 1)
        }
        #expect(wait(4) == .tryAgain(after: .seconds(8)))
        #expect(wait(5) == .tryAgain(after: .seconds(10)))
        #expect(wait(1_000_000) == .tryAgain(after: .seconds(10)))
    }

    @Test func theFirstWaitIsThreeTenthsOfASecondAtTheMost() {
        #expect(
            retry.decide(Self.status(500), attempt: 1, retryAfter: nil, jitter: 1)
                == .tryAgain(after: .milliseconds(300)))
        #expect(
            Retry(retries: 99).decide(Self.status(500), attempt: 9, retryAfter: nil, jitter: 1)
                == .tryAgain(after: .seconds(10)))
    }

    @Test(arguments: [FetchFailure.Phase.connection, .answer, .proxy]) func aBrokenConnectionIsTriedAsOftenAsAStatus(
        phase: FetchFailure.Phase
    ) {
        let failure = FetchFailure.unreachable("reset", phase)
        #expect(retry.decide(failure, attempt: 2, retryAfter: nil, jitter: 0) != .giveUp)
        #expect(retry.decide(failure, attempt: 3, retryAfter: nil, jitter: 0) == .giveUp)
    }

    @Test func whereNothingIsTriedAgainAMissingNameIsNotEither() {
        let failure = FetchFailure.unreachable("no such name", .name)
        #expect(Retry(retries: 0).decide(failure, attempt: 1, retryAfter: nil, jitter: 0) == .giveUp)
    }

    @Test func whatAnotherAttemptCantChangeIsGivenUp() {
        let failures: [FetchFailure] = [
            .late("no answer yet"), .tls("expired", advice: ""), .refused("private", advice: ""),
            .malformed("not HTTP"),
            .content(.empty), .paused(until: .distantFuture, reason: "429"),
        ]
        for failure in failures {
            #expect(retry.decide(failure, attempt: 1, retryAfter: nil, jitter: 0) == .giveUp)
        }
    }

    @Test func theServersOwnWishIsHeeded() {
        let decision = retry.decide(Self.status(503), attempt: 1, retryAfter: .seconds(7), jitter: 0)
        #expect(decision == .tryAgain(after: .seconds(7)))
        let sooner = retry.decide(Self.status(503), attempt: 1, retryAfter: .milliseconds(74), jitter: 0)
        #expect(sooner == .tryAgain(after: .milliseconds(75)), "never sooner than the backoff")
    }
}
