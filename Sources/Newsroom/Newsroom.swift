import Curation
import Fetching
import Foundation
import HTTPTransport
package import NewsModel
import NewsStore
import Publishing
import Settings
import Synchronization

/// One run from end to end: fetch, remember, curate, publish, report.
package struct Newsroom: Sendable {
    private let request: RunRequest
    private let redactor: Redactor
    private let makeClock: @Sendable () -> BatchClock
    private let jitter: @Sendable () -> Double

    /// - Parameters:
    ///   - request: what the run is asked to do.
    ///   - clock: what the batch's deadline is measured by.
    ///   - jitter: 0 ..< 1, for the waits before retries.
    package init<C: Clock>(
        request: RunRequest, clock: C = ContinuousClock(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) where C.Duration == Duration {
        self.request = request
        self.jitter = jitter
        redactor = Redactor(secrets: request.settings.secrets)
        makeClock = { BatchClock(clock) }
    }

    /// Does the whole run, telling `progress` of each source as it ends.
    package func run(
        progress: @Sendable (SourceReport) -> Void = { _ in }
    ) async throws(RunFailure) -> RunReport {
        let sources = request.settings.sources
        let strangers = request.only.subtracting(sources.map(\.id))
        guard strangers.isEmpty else { throw .unknownSources(strangers.sorted(), known: sources.map(\.id)) }
        try SitePublishing.check(request)
        let lock = try StateLock.take(state: request.settings.state)
        let warnings = [StateLock.warning(about: request.settings.state)].compactMap(\.self)
        var archive = try RecoverableStore(state: request.settings.state, now: request.now)
        let (report, notes) = try await archive.recovering { store in
            try await night(in: store, progress: progress)
        }
        archive.close()
        let complaints = await tell(of: report)
        lock.release()
        return report.adding(notes: warnings + archive.notes + notes + complaints)
    }

    /// One night: what each source gives is remembered as it comes, and when all have ended the edition is made.
    private func night(
        in store: NewsStore, progress: @Sendable (SourceReport) -> Void
    ) async throws -> (RunReport, notes: [String]) {
        let settings = request.settings
        async let pressing = SitePublishing(request)
        let memories = try store.memories(of: settings.sources.map(\.id))
        let horizon = try store.horizon(of: request.editionDate, now: request.now, policy: settings.edition)
        let intake = ItemPreparation(
            now: request.now, policy: settings.edition, horizon: horizon,
            allowsPrivate: settings.network.allowsPrivate, redactor: redactor)
        let night = try store.beginNight(of: request.editionDate, now: request.now)
        var takings = RunState()
        let (deliveries, courier) = AsyncStream.makeStream(of: FetchResult<FeedPreparation>.self)
        async let gathering = gather(memories, intake, courier, progress: progress)
        // Templates that can't be used end the batch here, as it begins.
        let press = try await pressing
        if request.fetches, !request.isDryRun { press.prepare() }
        let work = NightWork(request: request, press: press, memories: memories, intake: intake, redactor: redactor)
        for await delivery in deliveries { try night.work { try work.take(delivery, into: &takings, in: $0) } }
        let (elapsed, notes) = try await gathering
        let report = try night.work { try work.finish(takings, elapsed: elapsed, in: $0) }
        try night.end(isRehearsal: request.isDryRun)
        return (report, notes)
    }

    /// Tells whoever wants to know, once the night is kept.
    private func tell(of report: RunReport) async -> [String] {
        guard case .published(let changed) = report.publication else { return [] }
        return await Notifying(request: request, redactor: redactor).tell(of: report.edition, changed: changed)
    }

    /// Asks the sources, and gives each to the courier as it ends.
    private func gather(
        _ memories: [SourceID: SourceMemory], _ intake: ItemPreparation,
        _ courier: AsyncStream<FetchResult<FeedPreparation>>.Continuation,
        progress: @Sendable (SourceReport) -> Void
    ) async throws(RunFailure) -> (Duration, notes: [String]) {
        defer { courier.finish() }
        guard request.fetches else { return (.zero, []) }
        let settings = request.settings
        let (policy, notes) = Self.withRoom(settings.fetch)
        let client: HTTPClient
        do {
            client = try HTTPClient(fetch: settings.fetch, network: settings.network)
        } catch {
            throw .cannot(error.description)
        }
        let clock = makeClock()
        let batch = Batch(
            policy: policy, network: settings.network, send: client.send, clock: clock, now: request.now,
            jitter: jitter, failsFast: request.failsFast, userAgent: UserAgent.standard(site: settings.site.url))
        let sources = Dictionary(settings.sources.map { ($0.id, $0) }) { first, _ in first }
        let culprit = Mutex<SourceReport?>(nil)
        let assignments = assignments(memories)
        let readingAhead = ReadingAhead(sources: assignments.count)
        await batch.run(assignments) { feed, assignment in
            intake.harvest(feed, of: assignment.source, assignment.memory)
        } meanwhile: {
            await readingAhead.read()
        } handingOver: { _, delivery in
            if let harvest = delivery.payload { readingAhead.add(harvest) }
            let report = Self.said(of: delivery, sources[delivery.report.source], memories, redactor)
            progress(report)
            if report.outcome.isFailure { culprit.withLock { $0 = $0 ?? report } }
            courier.yield(delivery)
        }
        let elapsed = clock.elapsed
        client.close()
        if request.failsFast, let culprit = culprit.withLock({ $0 }) {
            throw .failedFast(culprit.source, detail: culprit.detail ?? "")
        }
        return (elapsed, notes)
    }

    /// What is said of a source as it ends, without what its redirects hold.
    private static func said(
        of delivery: FetchResult<FeedPreparation>, _ source: Source?, _ memories: [SourceID: SourceMemory],
        _ redactor: Redactor
    ) -> SourceReport {
        guard let source else { return delivery.report.redacted(by: redactor) }
        let learned = LearnedSecrets.all(of: delivery.visit, memories[source.id], source)
        return delivery.report.redacted(by: redactor.learning(learned), of: source)
    }

    /// As many requests at once as the system has room for.
    private static func withRoom(_ wanted: FetchPolicy) -> (FetchPolicy, notes: [String]) {
        var policy = wanted
        policy.concurrency = OpenFileLimit.makeRoom(forConnections: wanted.concurrency)
        guard policy.concurrency < wanted.concurrency else { return (policy, []) }
        let note =
            "This system lets only so many files be open that at most \(policy.concurrency) requests are under way at "
            + "once, not \(wanted.concurrency); raise its limit (ulimit -n) or lower fetch.concurrency."
        return (policy, [note])
    }

    private func assignments(_ memories: [SourceID: SourceMemory]) -> [FetchJob] {
        request.settings.sources.filter { request.only.isEmpty || request.only.contains($0.id) }.map { source in
            var memory = memories[source.id] ?? SourceMemory()
            if request.isForced { memory.pause = nil }
            return FetchJob(source: source, memory: memory)
        }
    }
}
