import Foundation
import NewsModel

/// `bench --json`: one document.
struct BenchDocument: Encodable {
    private let contests: [Entry]
    private let fanOuts: [Run]

    private struct Entry: Encodable {
        let name: String
        let sources: Int
        let requests: Int
        let sum_ms: Int
        let slowest_ms: Int
        let ways: [Way]
    }

    private struct Way: Encodable {
        let way: String
        let wall_ms: Int
        let answered: Int
    }

    private struct Run: Encodable {
        let sources: Int
        let hosts: Int
        let per_host: Int?
        let run: String
        let answered: Int
        let unchanged: Int
        let slowest_ms: Int
        let batch_ms: Int
        let whole_ms: Int
        let batch_of_slowest: Double
        let whole_of_slowest: Double
        let cpu_ms: Int
        let peak_bytes: Int

        init(_ result: FanOut.Result, _ measured: FanOut.Measurement) {
            sources = result.count
            hosts = result.sharing?.hosts ?? result.count
            per_host = result.sharing?.perHost
            run = measured.round.rawValue
            answered = measured.answered
            unchanged = measured.unchanged
            slowest_ms = result.slowest.milliseconds
            batch_ms = measured.batch.milliseconds
            whole_ms = measured.cost.wall.milliseconds
            batch_of_slowest = Self.rounded(measured.batch / result.slowest)
            whole_of_slowest = Self.rounded(measured.cost.wall / result.slowest)
            cpu_ms = measured.cost.cpu.milliseconds
            peak_bytes = measured.cost.peakBytes
        }

        private static func rounded(_ ratio: Double) -> Double { (ratio * 1000).rounded() / 1000 }
    }

    init(_ results: [Contest.Result], _ fanOuts: [FanOut.Result]) {
        contests = results.map { result in
            Entry(
                name: result.name, sources: result.sources, requests: result.requests, sum_ms: result.sum.milliseconds,
                slowest_ms: result.slowest.milliseconds,
                ways: result.measurements.map {
                    Way(way: $0.way.rawValue, wall_ms: $0.wall.milliseconds, answered: $0.answered)
                })
        }
        self.fanOuts = fanOuts.flatMap { result in result.runs.map { Run(result, $0) } }
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        // Strings and finite numbers always encode.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
