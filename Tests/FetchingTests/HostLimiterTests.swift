import NewsModel
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct HostLimiterTests {
    @Test func aBucketGivesItsBurstAndThenEvenly() {
        var bucket = TokenBucket(.init(requests: 2, per: .seconds(10)))
        let starts = (0..<4).map { _ in bucket.take(at: .zero) }
        #expect(starts == [.zero, .zero, .seconds(5), .seconds(10)])
    }

    @Test func tokensComeBackWithTimeButNeverMoreThanTheLimit() {
        var bucket = TokenBucket(.init(requests: 1, per: .seconds(1)))
        _ = bucket.take(at: .zero)
        #expect(bucket.take(at: .seconds(60)) == .seconds(60))
        #expect(bucket.take(at: .seconds(60)) == .seconds(61))
    }

    @Test func aLimitOnADomainCoversItsHosts() async {
        let limiter = HostLimiter(limits: ["paper.com": .init(requests: 1, per: .seconds(1))])
        #expect(await limiter.reserve("a.paper.com", at: .zero) == .zero)
        #expect(await limiter.reserve("b.paper.com", at: .zero) == .seconds(1))
        #expect(await limiter.reserve("other.com", at: .zero) == .zero)
    }

    @Test func aBucketFillsEvenlyAndNoFurtherThanItsBurst() {
        var bucket = TokenBucket(.init(requests: 2, per: .seconds(10)))
        for _ in 0..<3 { _ = bucket.take(at: .zero) }
        #expect(bucket.take(at: .seconds(4)) == .seconds(10), "one owed, and the next at ten seconds")
        #expect(bucket.take(at: .seconds(100)) == .seconds(100))
        #expect(bucket.take(at: .seconds(100)) == .seconds(100))
        #expect(bucket.take(at: .seconds(100)) == .seconds(105))
        #expect(bucket.take(at: .seconds(99)) == .seconds(109), "time does not go back")
    }

    @Test func aLimitOfNothingIsOneRequest() {
        var bucket = TokenBucket(.init(requests: 0, per: .seconds(10)))
        #expect(bucket.take(at: .zero) == .zero)
        #expect(bucket.take(at: .zero) == .seconds(10))
    }

    @Test func aHostsOwnLimitComesBeforeItsDomains() async {
        let limiter = HostLimiter(limits: [
            "paper.com": .init(requests: 1, per: .seconds(10)), "fast.paper.com": .init(requests: 9, per: .seconds(1)),
        ])
        for _ in 0..<2 { #expect(await limiter.reserve("fast.paper.com", at: .zero) == .zero) }
        #expect(await limiter.reserve("paper.com", at: .zero) == .zero)
        #expect(await limiter.reserve("paper.com", at: .zero) == .seconds(10))
    }

    @Test func itKnowsWhetherAnyHostPaused() async {
        let limiter = HostLimiter(limits: [:])
        #expect(!limiter.hasPauses)
        await limiter.pause("a.com", for: "a", isOwn: true, until: .seconds(10), reason: "503")
        #expect(limiter.hasPauses)
    }

    @Test func aPauseHoldsUntilItsInstant() async {
        let limiter = HostLimiter(limits: [:])
        await limiter.pause("a.com", for: "a", isOwn: true, until: .seconds(10), reason: "503")
        #expect(await limiter.pause(of: "a.com", for: "a", at: .milliseconds(9999))?.reason == "503")
        #expect(await limiter.pause(of: "a.com", for: "a", at: .milliseconds(10_000)) == nil)
    }

    @Test func ofThreeThatWereToldTheSecondLongestPauseHoldsForAll() async {
        let limiter = HostLimiter(limits: [:])
        for (source, seconds) in [("a", 30), ("b", 10), ("c", 20)] as [(SourceID, Int)] {
            await limiter.pause("a.com", for: source, isOwn: true, until: .seconds(seconds), reason: "429")
        }
        #expect(await limiter.pause(of: "a.com", for: "d", at: .zero)?.until == .seconds(20))
        #expect(await limiter.pause(of: "a.com", for: "b", at: .zero)?.until == .seconds(20))
        #expect(await limiter.pause(of: "a.com", for: "a", at: .zero)?.until == .seconds(30))
    }

    @Test func theLongerPauseStays() async {
        let limiter = HostLimiter(limits: [:])
        await limiter.pause("a.com", for: "a", isOwn: true, until: .seconds(10), reason: "503")
        await limiter.pause("a.com", for: "a", isOwn: true, until: .seconds(5), reason: "429")
        #expect(await limiter.pause(of: "a.com", for: "a", at: .seconds(7))?.until == .seconds(10))
        #expect(await limiter.pause(of: "a.com", for: "a", at: .seconds(10)) == nil)
    }

    @Test func whatOneSourceIsToldIsItsOwnAffairAndWhatTwoAreToldIsMeantForAll() async {
        let limiter = HostLimiter(limits: [:])
        await limiter.pause("a.com", for: "a", isOwn: true, until: .seconds(10), reason: "429")
        #expect(await limiter.pause(of: "a.com", for: "a", at: .seconds(1)) != nil)
        #expect(await limiter.pause(of: "a.com", for: "c", at: .seconds(1)) == nil)
        await limiter.pause("a.com", for: "a", isOwn: true, until: .seconds(12), reason: "429")
        #expect(await limiter.pause(of: "a.com", for: "c", at: .seconds(1)) == nil)
        await limiter.pause("a.com", for: "b", isOwn: true, until: .seconds(5), reason: "503")
        #expect(await limiter.pause(of: "a.com", for: "c", at: .seconds(1))?.until == .seconds(5))
        #expect(await limiter.pause(of: "a.com", for: "a", at: .seconds(1))?.until == .seconds(12))
        #expect(await limiter.pause(of: "b.com", for: "c", at: .seconds(1)) == nil)
    }

    @Test func whoIsRedirectedToAHostSpeaksForItselfAlone() async {
        let limiter = HostLimiter(limits: [:])
        for source in ["x", "y", "z"] as [SourceID] {
            await limiter.pause("a.com", for: source, isOwn: false, until: .seconds(10), reason: "429")
            #expect(await limiter.pause(of: "a.com", for: source, at: .seconds(1)) != nil)
        }
        #expect(await limiter.pause(of: "a.com", for: "a", at: .seconds(1)) == nil)
    }

    @Test func aHostThatAnswersOneOfItsSourcesDoesNotMeanAll() async {
        let limiter = HostLimiter(limits: [:])
        await limiter.pause("a.com", for: "a", isOwn: true, until: .seconds(10), reason: "429")
        await limiter.answered("a.com")
        await limiter.pause("a.com", for: "b", isOwn: true, until: .seconds(10), reason: "429")
        #expect(await limiter.pause(of: "a.com", for: "c", at: .seconds(1)) == nil)
        #expect(await limiter.pause(of: "a.com", for: "a", at: .seconds(1)) != nil)
    }
}
