import Foundation
import SimulatedWorld

/// Measures whole runs of the program over many feeds: one with an empty state, and one a day later with nothing new.
struct WholeRunBenchmark {
    /// How many feeds.
    let count: Int
    let sharing: Sharing?

    /// Many feeds a host, each of which may be asked a few things at once.
    struct Sharing: Equatable {
        let hosts: Int
        let perHost: Int

        /// Ten feeds on each of the hosts.
        static func ten(of count: Int) -> Sharing { Sharing(hosts: max(1, count / 10), perHost: 4) }

        /// What the busiest host takes if its feeds are asked in the order of the list, so many at once.
        func slowest(_ answers: [(host: String, latency: Duration)]) -> Duration {
            var turns: [String: [Duration]] = [:]
            for answer in answers {
                var ends = turns[answer.host] ?? Array(repeating: .zero, count: perHost)
                let first = ends.indices.min { ends[$0] < ends[$1] } ?? 0
                ends[first] += answer.latency
                turns[answer.host] = ends
            }
            return turns.values.joined().max() ?? .zero
        }
    }

    init(count: Int, sharing: Sharing? = nil) {
        self.count = count
        self.sharing = sharing
    }

    enum Round: String, CaseIterable {
        case cold, warm
    }

    struct Measurement {
        let round: Round
        /// From the first request to the last answer.
        let batch: Duration
        let cost: ChildRun.Cost
        let answered: Int
        let unchanged: Int
    }

    struct Result {
        let count: Int
        let sharing: Sharing?
        /// What the slowest feed takes to answer, as planned; of those that share hosts what the busiest host takes.
        let slowest: Duration
        let runs: [Measurement]
    }

    private static let slowest = Duration.seconds(3)

    func run(now: Date) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // What is left of it, if anything, lies where the system clears up.
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = try await SimulatedWorld.start(
            .bench(count: count, hosts: sharing?.hosts, slowest: Self.slowest), now: now)
        do {
            let text = world.configuration(
                deadline: .seconds(60), timeout: .seconds(30), concurrency: 4096, perHost: sharing?.perHost ?? 16)
            try write(text, in: folder)
            var runs: [Measurement] = []
            for (night, round) in Round.allCases.enumerated() {
                runs.append(try await measure(round, now: now.addingTimeInterval(Double(night) * 86_400), in: folder))
            }
            try await world.stop()
            return Result(count: count, sharing: sharing, slowest: slowest(in: world), runs: runs)
        } catch {
            try await world.stop()
            throw error
        }
    }

    private func slowest(in world: SimulatedWorld) -> Duration {
        let answers = world.sources.map { source in
            (host: URL(string: source.address)?.host() ?? source.id, latency: source.latency)
        }
        return sharing?.slowest(answers) ?? Self.slowest
    }

    private func write(_ configuration: String, in folder: URL) throws {
        try Data(configuration.utf8).write(to: folder.appending(path: "broadsheet.yml"))
    }

    private func measure(_ round: Round, now: Date, in folder: URL) async throws -> Measurement {
        let file = folder.appending(path: "broadsheet.yml").path(percentEncoded: false)
        let cost = try await ChildRun.run([
            "run", "-c", file, "--now", now.formatted(.iso8601), "--fail-on", "none", "--quiet",
        ])
        let health = try Data(contentsOf: folder.appending(path: "public/health.json"))
        let summary = try JSONDecoder().decode(HealthSummary.self, from: health)
        let counts = summary.summary.byOutcome
        let unchanged = counts["unchanged"] ?? 0
        return Measurement(
            round: round, batch: .milliseconds(summary.elapsed_ms), cost: cost,
            answered: unchanged + (counts["fresh"] ?? 0) + (counts["empty"] ?? 0), unchanged: unchanged)
    }

    /// What a bench wants of `health.json`.
    private struct HealthSummary: Decodable {
        let elapsed_ms: Int
        let summary: Counts

        struct Counts: Decodable {
            let byOutcome: [String: Int]
        }
    }
}

extension WholeRunBenchmark {
    /// For people: each run beside the slowest answer.
    static func table(_ results: [Result]) -> String {
        let rows = results.flatMap { result in
            result.runs.map { run in
                [
                    "\(result.count)", result.sharing.map { "\($0.hosts), \($0.perHost) at once" } ?? "one each",
                    run.round.rawValue, "\(run.answered)/\(result.count)", run.batch.label,
                    ConcurrencyBenchmark.Result.ratio(run.batch, result.slowest), run.cost.wall.label,
                    ConcurrencyBenchmark.Result.ratio(run.cost.wall, result.slowest), run.cost.cpu.label,
                    "\(run.cost.peakBytes >> 20) MB",
                ]
            }
        }
        let heading = [
            "feeds", "hosts", "run", "answered", "batch", "of the slowest", "whole run", "of the slowest", "CPU",
            "peak memory",
        ]
        return """
            whole runs, each a process of its own; the slowest answer \(slowest.label), or what the busiest host takes; \
            warm: a day later, nothing new
            \(TextTable(heading: heading, rows: rows).text)
            """
    }
}
