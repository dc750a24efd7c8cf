package import Foundation
import HTTPTransport
package import NewsModel
import Parallelism

/// All fetches of one run, under one deadline.
///
/// Every source starts as `late` and can only improve. At the deadline what is still running is cancelled, and the
/// batch ends with what arrived.
package struct Batch: Sendable {
    let policy: FetchPolicy
    private let clock: BatchClock
    let fetcher: HTTPFetcher
    let userAgent: String
    private let failsFast: Bool

    /// A batch that begins at `now`, together with its `clock`.
    ///
    /// What `send` sends through is open for as long as it runs. `jitter` gives 0 ..< 1 for the waits before retries. If
    /// it fails fast, the first failure ends it. The `recorder` is told of each exchange, and of each source as it ends.
    package init(
        policy: FetchPolicy, network: NetworkPolicy, send: @escaping SendRequest, clock: BatchClock, now: Date,
        jitter: @escaping @Sendable () -> Double, failsFast: Bool = false,
        userAgent: String = UserAgent.standard(site: nil), recorder: BatchRecorder? = nil
    ) {
        self.policy = policy
        self.clock = clock
        self.failsFast = failsFast
        self.userAgent = policy.userAgent ?? userAgent
        fetcher = HTTPFetcher(
            send: send, addresses: AddressPolicy(allowsPrivate: network.allowsPrivate),
            slots: Slots(limit: policy.concurrency), limiter: HostLimiter(limits: policy.rateLimits),
            retry: Retry(retries: policy.retries), maxBodyBytes: policy.maxBodyBytes, clock: clock,
            deadline: policy.deadline, began: now, jitter: jitter, recorder: recorder)
    }

    /// Fetches every source, and waits until each has ended or the deadline has come.
    ///
    /// Calls `progress` for each source as it ends, in the order of their ends, and returns exactly one result per job,
    /// in the order of the jobs.
    package func run(
        _ jobs: [FetchJob], progress: @Sendable (SourceReport) -> Void = { _ in }
    ) async -> [FetchedFeed] {
        var results = [FetchedFeed?](repeating: nil, count: jobs.count)
        await run(jobs) { feed, _ in
            feed
        } handingOver: { index, result in
            results[index] = result
            progress(result.report)
        }
        return results.compactMap { $0 }
    }

    /// Fetches every source, and hands over each as it ends, with its index and what `make` makes of its feed: exactly
    /// one result per job, in the order of their ends.
    ///
    /// `make` runs while other sources are waited for: most of the time of a batch is waiting. At the deadline its task
    /// is cancelled, and it should end soon. `meanwhile` runs where even so no thread has anything to do, and is
    /// cancelled when the batch is over.
    package func run<Payload: Sendable>(
        _ jobs: [FetchJob], making make: @escaping @Sendable (Feed, FetchJob) -> Payload,
        meanwhile: @escaping @Sendable () async -> Void = {},
        handingOver receive: (Int, FetchResult<Payload>) -> Void
    ) async {
        let executor = BatchExecutor()
        defer { executor.shutDown() }
        async let _ = withTaskExecutorPreference(executor.background) { await meanwhile() }
        await fetcher.limiter.remember(jobs, at: fetcher.began)
        let ended = Mailbox<(index: Int, result: FetchResult<Payload>)?>()
        await withDiscardingTaskGroup { group in
            let order = Self.order(of: jobs)
            for rank in stride(from: 0, to: order.count, by: Self.mostInGroup) {
                let part = order[rank...].prefix(Self.mostInGroup)
                group.addTask(executorPreference: executor) {
                    await run(part, of: jobs, making: make) { index, result in ended.send((index, result)) }
                }
            }
            group.addTask {
                // Cancelled when the batch is over: then nobody looks at it.
                try? await clock.sleep(until: policy.deadline)
                ended.send(nil)
            }
            var waiting = jobs.count
            var failedSource: SourceID?
            while waiting > 0 {
                for end in await ended.receive() {
                    guard case (let index, var result)? = end else {
                        group.cancelAll()
                        continue
                    }
                    waiting -= 1
                    if let failedSource, result.report.outcome == .late { result.stop(because: failedSource) }
                    fetcher.recorder?.end(result.visit, readsFeed: result.payload != nil)
                    receive(index, result)
                    if failsFast, failedSource == nil, result.report.outcome.isFailure {
                        failedSource = result.report.source
                        group.cancelAll()
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// Fetches a part of the sources, in the order that their places give them, and tells of each as it ends.
    private func run<Payload: Sendable>(
        _ part: ArraySlice<Int>, of jobs: [FetchJob],
        making make: @escaping @Sendable (Feed, FetchJob) -> Payload,
        ended: @escaping @Sendable (Int, FetchResult<Payload>) -> Void
    ) async {
        await withDiscardingTaskGroup { group in
            for rank in part.indices {
                let (index, job) = (part[rank], jobs[part[rank]])
                group.addTask { ended(index, Self.made(of: await fetch(job, rank: rank), job, by: make)) }
            }
        }
    }

    /// A task that ends is looked for among all that its group still waits for: thousands are no single group.
    private static let mostInGroup = 64

    /// The indices of the jobs, those first that have waited longest since their last turn: where a host has more sources
    /// than turns before the deadline, each of them has its night.
    private static func order(of jobs: [FetchJob]) -> [Int] {
        let turns = jobs.map { $0.memory.lastTurn ?? .distantPast }
        return jobs.indices.sorted { (turns[$0], $0) < (turns[$1], $1) }
    }

    // Not inlined, so that their values take up room while they run alone, and not in each of thousands of waiting tasks.
    @inline(never)
    private static func made<Payload: Sendable>(
        of fetched: FetchedFeed, _ job: FetchJob, by make: (Feed, FetchJob) -> Payload
    ) -> FetchResult<Payload> {
        FetchResult(visit: fetched.visit, payload: fetched.feed.map { make($0, job) })
    }

    @inline(never)
    private func fetch(_ job: FetchJob, rank: Int) async -> FetchedFeed {
        let context = ReadingContext(
            source: job.source, memory: job.memory, fetcher: fetcher, policy: policy,
            userAgent: userAgent, progress: FetchProgress(), rank: rank)
        if job.source.isPaused {
            return context.gathered(.skipped, detail: "paused in the configuration")
        }
        if let skipped = context.leftAlone() { return skipped }
        return await Providers.reader(for: job.source.provider).gather(with: context)
    }
}

extension FetchResult {
    /// Makes a skipped one of a late one, since a failure ended the run.
    fileprivate mutating func stop(because failedSource: SourceID) {
        report.outcome = .skipped
        visit.hadTurn = false
        visit.sharedCause = nil
        report.detail = "stopped, because \(failedSource) failed and the run was told to fail fast"
        report.advice = nil
    }
}
