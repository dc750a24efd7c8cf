import Foundation

/// What nights of other sizes would cost, by models of measured ones.
struct ScaleForecast {
    /// In seconds, by the feeds of one worker.
    private let worker: CostModel
    /// In bytes.
    private let records: CostModel
    /// In seconds.
    private let merge: CostModel
    /// In bytes.
    private let memory: CostModel

    /// Models of some measured nights, at least one.
    init(_ results: [ShardBenchmark.Result]) {
        worker = CostModel(
            results.map { ($0.feedsOfWorker, $0.workerCPU / .seconds(1)) }, growth: .fixed)
        records = CostModel(results.map { (Double($0.count), Double($0.recordBytes)) }, growth: .fixed)
        merge = CostModel(results.map { (Double($0.count), $0.merge.cpu / .seconds(1)) }, growth: .pairs)
        memory = CostModel(results.map { (Double($0.count), Double($0.merge.peakBytes)) }, growth: .fixed)
    }

    /// For people: what the models of all but the largest night say of that one, beside what was measured.
    static func check(_ results: [ShardBenchmark.Result]) -> String? {
        guard results.count > 2, let largest = results.max(by: { $0.count < $1.count }) else { return nil }
        let forecast = ScaleForecast(results.filter { $0.count < largest.count })
        let rows = [
            row(
                "CPU of a worker, s", forecast.worker.cost(of: Int(largest.feedsOfWorker)),
                largest.workerCPU / .seconds(1)),
            row(
                "records, MB", forecast.records.cost(of: largest.count) / megabyte,
                Double(largest.recordBytes) / megabyte),
            row("CPU of the merge, s", forecast.merge.cost(of: largest.count), largest.merge.cpu / .seconds(1)),
            row(
                "memory of the merge, MB", forecast.memory.cost(of: largest.count) / megabyte,
                Double(largest.merge.peakBytes) / megabyte),
        ]
        return """
            what the smaller nights say of \(largest.count) feeds
            \(TextTable(heading: ["", "forecast", "measured", "ratio"], rows: rows).text)
            """
    }

    private static func row(_ name: String, _ forecast: Double, _ measured: Double) -> [String] {
        [name, decimal(forecast), decimal(measured), decimal(forecast / measured)]
    }

    /// For people: what much larger nights would take, with workers of so many feeds each.
    func table(_ sizes: [Int] = [10_000, 100_000, 1_000_000, 10_000_000], feedsOfWorker: Int = 5000) -> String {
        let rows = sizes.map { size in
            let workers = (size + feedsOfWorker - 1) / feedsOfWorker
            return [
                "\(size)", "\(workers)", Self.decimal(worker.cost(of: min(size, feedsOfWorker))),
                Self.decimal(records.cost(of: size) / Self.megabyte / 1024), Self.decimal(merge.cost(of: size)),
                Self.decimal(memory.cost(of: size) / Self.megabyte / 1024),
            ]
        }
        let heading = ["feeds", "workers", "CPU of each, s", "records, GB", "CPU of the merge, s", "its memory, GB"]
        return """
            by these models, with at most \(feedsOfWorker) feeds a worker
            \(TextTable(heading: heading, rows: rows).text)
            """
    }

    private static let megabyte = Double(1 << 20)

    private static func decimal(_ number: Double) -> String { String(format: "%.2f", number) }
}

extension ShardBenchmark.Result {
    /// How many feeds each worker asked, on average.
    var feedsOfWorker: Double { Double(count) / Double(max(workers.count, 1)) }
}
