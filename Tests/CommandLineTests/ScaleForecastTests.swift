import Foundation
import Testing

@testable import broadsheet

@Suite struct ScaleForecastTests {
    private static func night(_ count: Int, workers: Int = 4) -> ShardBenchmark.Result {
        let perWorker = count / workers
        let worker = ChildRun.Cost(
            wall: .seconds(1), cpu: .milliseconds(100 + 2 * perWorker), peakBytes: 20 << 20)
        // A millisecond a feed, and what grows with the power 1.5.
        let pairs = Double(count) * Double(count).squareRoot() / 100_000
        let merge = ChildRun.Cost(
            wall: .seconds(1), cpu: .milliseconds(count) + .seconds(pairs), peakBytes: (30 << 20) + count << 14)
        return .init(
            count: count, workers: Array(repeating: worker, count: workers), recordBytes: count << 13, merge: merge,
            live: merge, isSameEdition: true)
    }

    @Test(arguments: [CostModel.Growth.fixed, .pairs])
    func aModelFindsBothParts(growth: CostModel.Growth) {
        let points = [100.0, 400, 1000].map { (feeds: $0, cost: 0.25 * $0 + 3 * growth($0)) }
        let model = CostModel(points, growth: growth)
        #expect(abs(model.perFeed - 0.25) < 1e-9 && abs(model.second - 3) < 1e-9)
        #expect(abs(model.cost(of: 2000) - (500 + 3 * growth(2000))) < 1e-6)
    }

    @Test func noPartIsBelowZero() {
        let falling = CostModel([(feeds: 100, cost: 10), (feeds: 200, cost: 5)], growth: .fixed)
        #expect(falling.perFeed == 0 && falling.second > 0)
        let steep = CostModel([(feeds: 100, cost: 1), (feeds: 200, cost: 10)], growth: .fixed)
        #expect(steep.perFeed > 0 && steep.second == 0)
    }

    @Test func ofOneNightAllIsTheFeeds() {
        let model = CostModel([(feeds: 100, cost: 10)], growth: .fixed)
        #expect(model.second == 0 && model.cost(of: 300) == 30)
    }

    @Test func theLargestNightIsForetoldByTheSmallerOnes() throws {
        let nights = [400, 800, 1600].map { Self.night($0) }
        let lines = try #require(ScaleForecast.check(nights)).split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.dropFirst(2).allSatisfy { $0.hasSuffix("1.00") })
        #expect(ScaleForecast.check(Array(nights.dropLast())) == nil)
    }

    @Test func largeNightsAreSharedOut() {
        let table = ScaleForecast([400, 800, 1600].map { Self.night($0) }).table([3000, 12_000], feedsOfWorker: 5000)
        let rows = table.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ").map(String.init) }
        #expect(rows.map { $0[1] } == ["1", "3"])
        // A worker costs a tenth of a second and two milliseconds a feed.
        #expect(rows.map { $0[2] } == ["6.10", "10.10"])
        // A millisecond a feed, and 12,000 to the power 1.5 hundred thousandths of a second.
        #expect(rows[1][4] == "25.15")
    }

    @Test func theTableSaysWhetherTheEditionIsTheSame() {
        let table = ShardBenchmark.Result.table([Self.night(400)], shards: 4)
        #expect(table.contains("4 workers") && table.contains("the same") && table.contains("3200 KB"))
    }
}
