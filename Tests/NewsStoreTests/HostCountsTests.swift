import NewsModel
import Testing

@testable import NewsStore

@Suite struct HostCountsTests {
    @Test func storiesAreCountedByTheirHosts() {
        var counts = ["post.example": 1]
        HostCounts.count(["post.example/a", "post.example:8080/b", "paper#id-7"], of: "paper", in: &counts)
        #expect(counts == ["post.example": 2, "post.example:8080": 1])
    }

    @Test func onlyTheUsualHostsAreKept() {
        var counts = ["post.example": 3]
        HostCounts.count((0..<100).map { "h\($0).example/a" }, of: "paper", in: &counts)
        #expect(counts.count == 17)
        #expect(counts["post.example"] == 3)
        #expect(counts.values.reduce(0, +) == 103)
    }

    @Test func aSourceThatHasMovedIsAtHomeInItsNewPlaceInTime() {
        var counts = ["old.example": 2000]
        for _ in 0..<40 { HostCounts.count((0..<100).map { "new.example/\($0)" }, of: "paper", in: &counts) }
        #expect(counts["new.example", default: 0] > counts["old.example", default: 0])
        #expect(counts.values.reduce(0, +) <= 2000)
    }

    @Test(arguments: [(1999, 2000), (2000, 1000)]) func whatIsCountedIsHalvedPastTwoThousand(before: Int, after: Int) {
        var counts = ["post.example": before]
        HostCounts.count(["post.example/a"], of: "paper", in: &counts)
        #expect(counts == ["post.example": after])
    }
}
