import NewsModel
import Testing

@testable import Fetching

@Suite struct HostLimiterTests {
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
