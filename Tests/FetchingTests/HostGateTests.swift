import NewsModel
import Testing

@testable import Fetching

@Suite struct HostGateTests {
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
        let gate = HostGate(limits: ["paper.com": .init(requests: 1, per: .seconds(1))])
        #expect(await gate.reserve("a.paper.com", at: .zero) == .zero)
        #expect(await gate.reserve("b.paper.com", at: .zero) == .seconds(1))
        #expect(await gate.reserve("other.com", at: .zero) == .zero)
    }

    @Test func theLongerPauseStays() async {
        let gate = HostGate(limits: [:])
        await gate.pause("a.com", until: .seconds(10), reason: "503")
        await gate.pause("a.com", until: .seconds(5), reason: "429")
        #expect(await gate.pause(of: "a.com", at: .seconds(7))?.until == .seconds(10))
        #expect(await gate.pause(of: "a.com", at: .seconds(10)) == nil)
        #expect(await gate.reserve("a.com", at: .seconds(1)) == .seconds(10))
    }
}
