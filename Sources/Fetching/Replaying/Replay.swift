package import Foundation
package import NewsModel

/// Gives what a batch gave, out of its records: no network, and no clock.
///
/// How a source ended is what was recorded; only where a feed was read, it is read again. The order is that of the records,
/// and what comes of it depends on neither cores nor time. Memory is that of a few sources.
package struct Replay: Sendable {
    private let records: RecordSet
    private let replay: SourceReplay
    private let policy: FetchPolicy
    private let secrets: NamedSecrets

    /// - Parameters:
    ///   - records: of the night.
    ///   - policy: bounds of what is read.
    ///   - network: where links may lead.
    ///   - secrets: of the configuration, which take the places of their placeholders again.
    ///   - now: the instant of the run.
    package init(
        _ records: RecordSet, policy: FetchPolicy, network: NetworkPolicy, secrets: NamedSecrets, now: Date
    ) {
        self.records = records
        self.policy = policy
        self.secrets = secrets
        replay = SourceReplay(policy: policy, network: network, now: now)
    }

    /// What stands in the records where there is no way back, as secrets.
    package var irreversible: [Secret] {
        records.irreversible
    }

    /// What there is to say of a whole replay.
    package struct Summary: Sendable {
        /// How long the batch took.
        package var elapsed = Duration.zero
        /// What a person should know, in whole sentences.
        package var notes: [String] = []
    }

    /// Hands over each source in the order of the records, and then those that are in none.
    ///
    /// - Returns: how long the batch took, and what a person should know.
    /// - Throws: a sentence, where a record can't be read on, and where the task is cancelled.
    package func run<Payload: Sendable>(
        _ jobs: [FetchJob], making make: @escaping @Sendable (Feed, FetchJob) -> Payload,
        handingOver receive: (FetchResult<Payload>) -> Void
    ) async throws(RecordFailure) -> Summary {
        var progress = ReplayProgress(jobs)
        for file in records.files {
            var reader = try RecordReader(path: file.path, secrets: secrets, mostBodyBytes: policy.maxBodyBytes)
            while true {
                var some: [(RecordedSource, FetchJob)] = []
                while some.count < Self.atOnce, let source = try reader.next() {
                    if let job = progress.take(source) { some.append((source, job)) }
                }
                if some.isEmpty { break }
                let results = await replayed(some, make)
                // What was being read when somebody broke off is not what the record holds.
                guard !Task.isCancelled else { throw Self.interruption }
                for result in results {
                    progress.note(result.visit, isMissing: result.isMissing)
                    receive(result.result)
                }
            }
            progress.note(elapsed: reader.elapsed, notes: reader.notes)
        }
        for job in progress.missing { receive(FetchResult(visit: late(job))) }
        return progress.summary
    }

    private static let interruption = RecordFailure(
        "The replay was broken off before all sources of the record were read.")

    /// How many sources are read at once, and handed over in order.
    private static let atOnce = 16

    private struct Replayed<Payload: Sendable>: Sendable {
        let index: Int
        let result: FetchResult<Payload>
        /// Whether a feed was read then and can't be found now.
        let isMissing: Bool
        var visit: SourceVisit { result.visit }
    }

    private func replayed<Payload: Sendable>(
        _ sources: [(RecordedSource, FetchJob)], _ make: @escaping @Sendable (Feed, FetchJob) -> Payload
    ) async -> [Replayed<Payload>] {
        await withTaskGroup(of: Replayed<Payload>.self) { group in
            for (index, (source, job)) in sources.enumerated() {
                group.addTask {
                    let feed = source.readsFeed ? await replay.feed(of: source, by: job.source) : nil
                    let result = FetchResult(visit: source.visit, payload: feed.map { make($0, job) })
                    return Replayed(index: index, result: result, isMissing: source.readsFeed && feed == nil)
                }
            }
            var all: [Replayed<Payload>] = []
            for await one in group { all.append(one) }
            return all.sorted { $0.index < $1.index }
        }
    }

    private func late(_ job: FetchJob) -> SourceVisit {
        let isSharedOut = records.isSharedOut
        let detail = isSharedOut ? "no record of the shards has it" : "the record ends before it"
        return SourceVisit(
            report: SourceReport(
                source: job.source.id, outcome: .late, detail: detail,
                advice: isSharedOut ? "gather its shard again, and make the edition once more" : Advice.late))
    }
}

/// What a replay has come to.
private struct ReplayProgress {
    private var jobs: [SourceID: FetchJob]
    private let order: [SourceID]
    private var seen: Set<SourceID> = []
    private var elapsed: Duration = .zero
    private var notes: [String] = []
    private var (strangers, unread) = (0, 0)

    init(_ jobs: [FetchJob]) {
        order = jobs.map(\.source.id)
        self.jobs = Dictionary(jobs.map { ($0.source.id, $0) }) { first, _ in first }
    }

    /// The job of a recorded source; `nil` where it counts for nothing.
    mutating func take(_ source: RecordedSource) -> FetchJob? {
        guard let job = jobs[source.source] else {
            strangers += 1
            return nil
        }
        return seen.insert(source.source).inserted ? job : nil
    }

    mutating func note(_ visit: SourceVisit, isMissing: Bool) {
        elapsed = max(elapsed, visit.report.times.total)
        if isMissing { unread += 1 }
    }

    mutating func note(elapsed: Duration?, notes: [String]) {
        if let elapsed { self.elapsed = max(self.elapsed, elapsed) }
        self.notes += notes
    }

    var missing: [FetchJob] { order.filter { !seen.contains($0) }.compactMap { jobs[$0] } }

    var summary: Replay.Summary {
        var notes = notes
        if strangers > 0 {
            notes.append(
                "\(strangers) sources of the record are none that this run asks, by its configuration or --only: they count for nothing."
            )
        }
        if unread > 0 {
            notes.append(
                "What \(unread) sources said then is not found in the record under the addresses of this configuration: "
                    + "their stories are missing.")
        }
        return Replay.Summary(elapsed: elapsed, notes: notes)
    }
}
