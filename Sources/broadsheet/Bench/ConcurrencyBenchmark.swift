import Fetching
import Foundation
import HTTPTransport
import NewsModel
import Settings
import SimulatedWorld

/// Measures the same sources fetched sequentially, concurrently, and with bounded concurrency.
struct ConcurrencyBenchmark {
    let name: String
    let catalogue: [SimulatedSource]

    /// How the sources are fetched.
    enum Strategy: String, CaseIterable {
        case sequential = "sequential"
        case failFast = "concurrent, fail-fast"
        case collect = "concurrent, collect-everything"
        case bounded = "concurrent, at most 8"

        var concurrency: Int {
            switch self {
            case .sequential: 1
            case .failFast, .collect: 512
            case .bounded: 8
            }
        }
    }

    struct Measurement {
        let strategy: Strategy
        let wall: Duration
        /// How many sources gave an answer.
        let answered: Int
    }

    struct Result {
        let name: String
        let sources: Int
        let requests: Int
        /// What all answers take one after the other, and what the slowest takes, as planned.
        let sum: Duration
        let slowest: Duration
        let measurements: [Measurement]
    }

    func run(now: Date) async throws -> Result {
        let world = try await SimulatedWorld.start(catalogue, now: now)
        do {
            var measurements: [Measurement] = []
            for strategy in Strategy.allCases { measurements.append(try await measure(strategy, in: world, now: now)) }
            try await world.stop()
            return Result(
                name: name, sources: catalogue.count, requests: world.sources.reduce(0) { $0 + $1.plannedRequests },
                sum: world.sources.reduce(.zero) { $0 + $1.latency * $1.plannedRequests },
                slowest: world.sources.map(\.latency).max() ?? .zero, measurements: measurements)
        } catch {
            try await world.stop()
            throw error
        }
    }

    private func measure(_ strategy: Strategy, in world: SimulatedWorld, now: Date) async throws -> Measurement {
        let text = world.configuration(deadline: .seconds(60), timeout: .seconds(10))
        var settings = try SettingsReader.read(
            text: text, name: "bench", directory: ".", environment: [:], providers: Providers.definitions)
        settings.fetch.concurrency = strategy.concurrency
        let client = try HTTPClient(fetch: settings.fetch, network: settings.network)
        let clock = BatchClock(ContinuousClock())
        let batch = Batch(
            policy: settings.fetch, network: settings.network, send: client.send, clock: clock, now: now,
            jitter: { Double.random(in: 0..<1) }, failsFast: strategy == .failFast)
        let gathered = await batch.run(settings.sources.map { FetchJob(source: $0) })
        let wall = clock.elapsed
        client.close()
        return Measurement(strategy: strategy, wall: wall, answered: gathered.count { $0.report.outcome.isAnswer })
    }
}

extension ConcurrencyBenchmark.Result {
    /// For people: each way beside the sum and the slowest.
    var table: String {
        let rows = measurements.map { measurement in
            [
                measurement.strategy.rawValue, measurement.wall.label, "\(measurement.answered)/\(sources)",
                Self.ratio(measurement.wall, sum), Self.ratio(measurement.wall, slowest),
            ]
        }
        let heading = ["way", "wall", "answered", "of the sum", "of the slowest"]
        return """
            \(name): \(sources) sources, \(requests) requests; the sum of the answers \(sum.label), \
            the slowest \(slowest.label)
            \(TextTable(heading: heading, rows: rows).text)
            """
    }

    static func ratio(_ wall: Duration, _ other: Duration) -> String {
        String(format: "%.2f", wall / other)
    }
}
