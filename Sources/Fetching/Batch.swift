package import Foundation
package import HTTPTransport
package import NewsModel
import Parallelism

/// All fetches of one run, under one deadline.
///
/// Every source starts as `late` and can only improve. At the deadline what is still running is cancelled, and the
/// batch ends with what arrived.
package struct Batch: Sendable {
    private let policy: FetchPolicy
    private let clock: BatchClock
    private let fetcher: HTTPFetcher
    private let userAgent: String
    private let failsFast: Bool

    /// A batch that begins at `now`, together with its `clock`.
    ///
    /// The client is open for as long as it runs; the caller closes it. `jitter` gives 0 ..< 1 for the waits
    /// before retries. If it fails fast, the first failure ends it.
    package init(
        policy: FetchPolicy, network: NetworkPolicy, client: HTTPClient, clock: BatchClock, now: Date,
        jitter: @escaping @Sendable () -> Double, failsFast: Bool = false,
        userAgent: String = UserAgent.standard(site: nil)
    ) {
        self.init(
            policy: policy, network: network, send: client.send, clock: clock, now: now, jitter: jitter,
            failsFast: failsFast, userAgent: userAgent)
    }

    init(
        policy: FetchPolicy, network: NetworkPolicy, send: @escaping HTTPFetcher.Send, clock: BatchClock, now: Date,
        jitter: @escaping @Sendable () -> Double, failsFast: Bool = false,
        userAgent: String = UserAgent.standard(site: nil)
    ) {
        self.policy = policy
        self.clock = clock
        self.failsFast = failsFast
        self.userAgent = policy.userAgent ?? userAgent
        fetcher = HTTPFetcher(
            send: send, addresses: AddressPolicy(allowsPrivate: network.allowsPrivate),
            slots: Slots(limit: policy.concurrency), gate: HostGate(limits: policy.rateLimits),
            retry: Retry(retries: policy.retries), maxBodyBytes: policy.maxBodyBytes, clock: clock,
            deadline: policy.deadline, began: now, jitter: jitter)
    }

    /// Asks every source, and waits until each has ended or the deadline has come.
    ///
    /// Tells `progress` of each source as it ends, in the order of their ends, and returns exactly one result per
    /// assignment, in the order of the assignments.
    package func run(
        _ assignments: [Assignment], progress: @Sendable (SourceReport) -> Void = { _ in }
    ) async -> [Gathered] {
        var results = [Gathered?](repeating: nil, count: assignments.count)
        await run(
            assignments, making: { feed, _ in feed },
            ending: { index, gathered in
                results[index] = gathered
                progress(gathered.report)
            })
        return results.compactMap { $0 }
    }

    /// Asks every source, and hands over each as it ends, with what `make` makes of its feed: exactly one delivery per
    /// assignment, in the order of their ends.
    ///
    /// `make` works while others are waited for: most of the time of a batch is waiting. At the deadline its task is
    /// cancelled, and it should end soon. `meanwhile` works where even so nobody has anything to do, and is cancelled
    /// when the batch is over.
    package func run<Matter: Sendable>(
        _ assignments: [Assignment], making make: @escaping @Sendable (Feed, Assignment) -> Matter,
        meanwhile: @escaping @Sendable () async -> Void = {}, handingOver receive: @Sendable (Delivery<Matter>) -> Void
    ) async {
        await run(assignments, making: make, meanwhile: meanwhile, ending: { _, delivery in receive(delivery) })
    }

    private func run<Matter: Sendable>(
        _ assignments: [Assignment], making make: @escaping @Sendable (Feed, Assignment) -> Matter,
        meanwhile: @escaping @Sendable () async -> Void = {}, ending end: (Int, Delivery<Matter>) -> Void
    ) async {
        let executor = BatchExecutor()
        defer { executor.shutDown() }
        async let _ = withTaskExecutorPreference(executor.background) { await meanwhile() }
        await fetcher.gate.remember(assignments, at: fetcher.began)
        await withTaskGroup(of: (Int, Delivery<Matter>)?.self) { group in
            for (index, assignment) in assignments.enumerated() {
                group.addTask(executorPreference: executor) {
                    let gathered = await gather(assignment, rank: index)
                    return (index, Delivery(visit: gathered.visit, matter: gathered.feed.map { make($0, assignment) }))
                }
            }
            group.addTask {
                await untilDeadline()
                return nil
            }
            var waiting = assignments.count
            var culprit: SourceID?
            while waiting > 0, let next = await group.next() {
                guard case (let index, var delivery)? = next else {
                    group.cancelAll()
                    continue
                }
                waiting -= 1
                if let culprit, delivery.report.outcome == .late { delivery = stopped(delivery, by: culprit) }
                end(index, delivery)
                if failsFast, culprit == nil, delivery.report.outcome.isFailure {
                    culprit = delivery.report.source
                    group.cancelAll()
                }
            }
            group.cancelAll()
        }
    }

    /// Ends at the deadline, or as soon as the batch is over.
    private func untilDeadline() async {
        // Cancelled when the batch is over: then nobody looks at the answer.
        try? await clock.sleep(until: policy.deadline)
    }

    private func gather(_ assignment: Assignment, rank: Int) async -> Gathered {
        let context = ReadingContext(
            source: assignment.source, memory: assignment.memory, fetcher: fetcher, policy: policy,
            userAgent: userAgent, log: FetchLog(), rank: rank)
        if assignment.source.isPaused {
            return context.gathered(.skipped, detail: "paused in the configuration")
        }
        if let skipped = context.leftAlone() { return skipped }
        return await Providers.reader(for: assignment.source.provider).gather(with: context)
    }

    private func stopped<Matter>(_ gathered: Delivery<Matter>, by culprit: SourceID) -> Delivery<Matter> {
        var gathered = gathered
        gathered.report.outcome = .skipped
        gathered.report.detail = "stopped, because \(culprit) failed and the run was told to fail fast"
        gathered.report.advice = nil
        return gathered
    }
}
