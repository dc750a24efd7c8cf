import Foundation
import TestSupport
import Testing

@testable import broadsheet

@Suite struct BenchTests {
    private static let result = WholeRunBenchmark.Result(
        count: 50, sharing: nil, slowest: .seconds(3),
        runs: [
            .init(
                round: .cold, batch: .milliseconds(3030),
                cost: ChildRun.Cost(wall: .milliseconds(3300), cpu: .milliseconds(450), peakBytes: 40 << 20),
                answered: 50, unchanged: 0),
            .init(
                round: .warm, batch: .milliseconds(3006),
                cost: ChildRun.Cost(wall: .milliseconds(3060), cpu: .milliseconds(120), peakBytes: 30 << 20),
                answered: 50, unchanged: 50),
        ])

    @Test func wholeRunsAreShownBesideTheirSlowestAnswer() {
        let lines = WholeRunBenchmark.table([Self.result]).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[2].contains("cold") && lines[2].contains("1.01") && lines[2].contains("40 MB"))
        #expect(lines[3].contains("warm") && lines[3].contains("1.00") && lines[3].contains("120 ms"))
    }

    @Test func theDocumentHoldsEveryRun() throws {
        let text = BenchDocument([], [Self.result]).text
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let runs = try #require(document["fanOuts"] as? [[String: Any]])
        #expect(runs.map { $0["run"] as? String } == ["cold", "warm"])
        #expect(runs.map { $0["batch_of_slowest"] as? Double } == [1.01, 1.002])
        #expect(runs.map { $0["unchanged"] as? Int } == [0, 50])
        #expect(runs.map { $0["peak_bytes"] as? Int } == [40 << 20, 30 << 20])
    }

    @Test func ofFeedsThatShareHostsTheBusiestHostIsTheMeasure() {
        let answers = [1, 5, 2, 4].map { (host: "a", latency: Duration.seconds($0)) } + [("b", .seconds(6))]
        #expect(WholeRunBenchmark.Sharing(hosts: 2, perHost: 2).slowest(answers) == .seconds(7))
        #expect(WholeRunBenchmark.Sharing(hosts: 2, perHost: 4).slowest(answers) == .seconds(6))
        #expect(WholeRunBenchmark.Sharing.ten(of: 50) == WholeRunBenchmark.Sharing(hosts: 5, perHost: 4))
        let shared = WholeRunBenchmark.Result(
            count: 50, sharing: .ten(of: 50), slowest: Self.result.slowest, runs: Self.result.runs)
        #expect(WholeRunBenchmark.table([shared]).contains("5, 4 at once"))
    }

    @Test func whatARunCostsIsMeasured() async throws {
        let cost = try await ChildRun.run(["--version"], of: Program.path)
        #expect(cost.cpu > .zero && cost.wall > .zero)
    }

    @Test func aRunThatFailsIsSaidSo() async {
        await #expect(throws: CommandFailure.self) { try await ChildRun.run(["--no-such-flag"], of: Program.path) }
        await #expect(throws: CommandFailure.self) { try await ChildRun.run([], of: "/no/such/program") }
    }

    @Test(arguments: [("1", [1]), ("50,500,2000", [50, 500, 2000]), ("5000", [5000])])
    func sizesAreReadInTheirOrder(text: String, sizes: [Int]) throws {
        #expect(try BatchSizes.read(text) == sizes)
    }
}
