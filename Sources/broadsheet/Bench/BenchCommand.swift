import ArgumentParser
import Foundation
import NewsModel
import SimulatedWorld

/// `broadsheet bench`: what concurrency is worth, on the simulated world.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "One source after the other, or all at once: measure what concurrency is worth.",
        discussion: """
            Asks a simulated world whose latencies are known. First the three-provider digest and a batch of feeds: \
            one after the other costs the sum of the answers, all at once costs the slowest of them. Then whole runs \
            of this program over so many feeds, each run a process of its own: what the batch costs beside the slowest \
            answer, what the run costs after it, and what a second run costs when nothing has changed; each on as many \
            hosts, and with ten large feeds on each host, four of which it answers at once.

            Examples:
              broadsheet bench
              broadsheet bench --simulate-shards 8 --sources 250,500,1000
            """)

    @Option(
        name: .long, help: "How many feeds the batches have: one number, or several as in 50,500,2000 (default: 50).",
        transform: BatchSizes.read)
    var sources = [50]

    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            Share each batch out over so many workers and merge their records, in place of all else; of three sizes or \
            more, what the smaller ones say of the largest is checked.
            """, valueName: "workers"))
    var simulateShards: Int?

    @Flag(name: .long, help: "Print one JSON document in place of the tables.")
    var json = false

    /// With more, one after the other takes longer than anybody watches.
    private static let mostInContest = 100

    func validate() throws {
        guard let simulateShards else { return }
        guard (1...64).contains(simulateShards) else {
            throw ValidationError("--simulate-shards takes a number from 1 to 64.")
        }
        if json { throw ValidationError("--simulate-shards prints tables; leave --json out.") }
    }

    func run() async throws {
        if let simulateShards { return try await shareOut(over: simulateShards) }
        let batches = sources.filter { $0 <= Self.mostInContest }
        let contests =
            [ConcurrencyBenchmark(name: "three-provider digest", catalogue: .digest)]
            + batches.map { ConcurrencyBenchmark(name: "batch of \($0)", catalogue: .bench(count: $0)) }
        var results: [ConcurrencyBenchmark.Result] = []
        for contest in contests {
            note("measuring the \(contest.name) …")
            results.append(try await contest.run(now: Date()))
        }
        var wholeRuns: [WholeRunBenchmark.Result] = []
        for count in sources {
            for sharing in [nil, WholeRunBenchmark.Sharing.ten(of: count)] {
                note("measuring whole runs over \(count) feeds\(sharing == nil ? "" : ", ten a host") …")
                wholeRuns.append(try await WholeRunBenchmark(count: count, sharing: sharing).run(now: Date()))
            }
        }
        let tables = results.map(\.table) + [WholeRunBenchmark.table(wholeRuns)]
        try Console.say(json ? BenchDocument(results, wholeRuns).text : tables.joined(separator: "\n\n"))
    }

    private func shareOut(over shards: Int) async throws {
        var results: [ShardBenchmark.Result] = []
        for count in sources.sorted() {
            note("sharing \(count) feeds out over \(shards) workers …")
            results.append(try await ShardBenchmark(count: count, shards: shards).run(now: Date()))
        }
        let tables = [
            ShardBenchmark.Result.table(results, shards: shards), ScaleForecast.check(results),
            ScaleForecast(results).table(),
        ]
        try Console.say(tables.compactMap { $0 }.joined(separator: "\n\n"))
    }

    private func note(_ text: String) {
        if !json { Console.note(text) }
    }
}

/// How many feeds each batch of a bench has.
enum BatchSizes {
    private static let most = 5000

    /// - Throws: ``WrongValue`` for anything but numbers from 1 to 5000 with commas between them.
    static func read(_ text: String) throws -> [Int] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { number in
            guard let size = Int(number), (1...most).contains(size) else {
                throw WrongValue(expects: "numbers from 1 to \(most) with commas between them")
            }
            return size
        }
    }
}

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
        let ways: [StrategyEntry]
    }

    private struct StrategyEntry: Encodable {
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

        init(_ result: WholeRunBenchmark.Result, _ measured: WholeRunBenchmark.Measurement) {
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

    init(_ results: [ConcurrencyBenchmark.Result], _ wholeRuns: [WholeRunBenchmark.Result]) {
        contests = results.map { result in
            Entry(
                name: result.name, sources: result.sources, requests: result.requests, sum_ms: result.sum.milliseconds,
                slowest_ms: result.slowest.milliseconds,
                ways: result.measurements.map {
                    StrategyEntry(way: $0.strategy.rawValue, wall_ms: $0.wall.milliseconds, answered: $0.answered)
                })
        }
        fanOuts = wholeRuns.flatMap { result in result.runs.map { Run(result, $0) } }
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        // Strings and finite numbers always encode.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
