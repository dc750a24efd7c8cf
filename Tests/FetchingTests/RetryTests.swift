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
        #expect(wait(3, 1) == .tryAgain(after: .seconds(4)))
    }

    @Test func theServersOwnWishIsHeeded() {
        let decision = retry.decide(Self.status(503), attempt: 1, retryAfter: .seconds(7), jitter: 0)
        #expect(decision == .tryAgain(after: .seconds(7)))
    }
}
