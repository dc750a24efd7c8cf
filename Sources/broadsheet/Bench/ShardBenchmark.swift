import Foundation
import SimulatedWorld

/// Measures a night that is shared out: each shard fetched by a process of its own, one after the other, then the merge of
/// their records, beside a run that does all of it by itself.
struct ShardBenchmark {
    /// How many feeds.
    let count: Int
    let shards: Int

    struct Result {
        let count: Int
        /// What each worker cost.
        let workers: [ChildRun.Cost]
        let recordBytes: Int
        let merge: ChildRun.Cost
        let live: ChildRun.Cost
        /// Whether the merge published the same front page as the run that asked by itself.
        let isSameEdition: Bool
    }

    func run(now: Date) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-bench-\(UUID().uuidString)")
        // What is left of it, if anything, lies where the system clears up.
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = try await SimulatedWorld.start(.bench(count: count, hosts: nil, slowest: .seconds(1)), now: now)
        do {
            let text = world.configuration(
                deadline: .seconds(60), timeout: .seconds(30), concurrency: 4096, perHost: 16)
            let result = try await measure(text, now: now, in: folder)
            try await world.stop()
            return result
        } catch {
            try await world.stop()
            throw error
        }
    }

    private func measure(_ configuration: String, now: Date, in folder: URL) async throws -> Result {
        let (merged, live) = (folder.appending(path: "merged"), folder.appending(path: "live"))
        let records = folder.appending(path: "records")
        for place in [merged, live, records] {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        for place in [merged, live] {
            try Data(configuration.utf8).write(to: place.appending(path: "broadsheet.yml"))
        }
        let file = Self.path(merged.appending(path: "broadsheet.yml"))
        let instant = now.formatted(.iso8601)
        var workers: [ChildRun.Cost] = []
        for shard in 1...shards {
            workers.append(
                try await ChildRun.run([
                    "fetch", "-c", file, "--now", instant, "--shard", "\(shard)/\(shards)", "--quiet", "--record",
                    Self.path(records.appending(path: "\(shard).warc.gz")),
                ]))
        }
        let merge = try await ChildRun.run([
            "run", "-c", file, "--replay", Self.path(records), "--fail-on", "none", "--quiet",
        ])
        let alone = try await ChildRun.run([
            "run", "-c", Self.path(live.appending(path: "broadsheet.yml")), "--now", instant, "--fail-on", "none",
            "--quiet",
        ])
        return Result(
            count: count, workers: workers, recordBytes: try Self.bytes(in: records), merge: merge, live: alone,
            isSameEdition: try Self.frontPage(of: merged) == Self.frontPage(of: live))
    }

    private static func path(_ place: URL) -> String { place.path(percentEncoded: false) }

    private static func frontPage(of project: URL) throws -> Data {
        try Data(contentsOf: project.appending(path: "public/index.html"))
    }

    private static func bytes(in folder: URL) throws -> Int {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
            .reduce(0) { $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
    }
}

extension ShardBenchmark.Result {
    /// For people: what the parts cost at each size.
    static func table(_ results: [Self], shards: Int) -> String {
        let rows = results.map { result in
            [
                "\(result.count)", result.workerCPU.label, (result.workers.map(\.wall).max() ?? .zero).label,
                "\(result.recordBytes >> 10) KB", result.merge.cpu.label, "\(result.merge.peakBytes >> 20) MB",
                result.live.cpu.label, "\(result.live.peakBytes >> 20) MB",
                result.isSameEdition ? "the same" : "another",
            ]
        }
        let heading = [
            "feeds", "CPU of a worker", "longest worker", "records", "CPU of the merge", "its memory", "CPU of one run",
            "its memory", "edition",
        ]
        return """
            shared out over \(shards) workers, one after the other on this machine, and merged, beside one run
            \(TextTable(heading: heading, rows: rows).text)
            """
    }

    /// Of one worker, on average.
    var workerCPU: Duration { workers.map(\.cpu).reduce(.zero, +) / max(workers.count, 1) }
}
