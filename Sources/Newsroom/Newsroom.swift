import Curation
import Fetching
import Foundation
package import NewsModel
import NewsStore
import Publishing
import Settings

/// One run from end to end: fetch, remember, curate, publish, report.
package struct Newsroom: Sendable {
    private let request: RunRequest
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
        makeClock = { BatchClock(clock) }
    }

    /// Does the whole run, telling `progress` of each source as it ends.
    package func run(
        progress: @Sendable (SourceReport) -> Void = { _ in }
    ) async throws(RunFailure) -> RunReport {
        let sources = request.settings.sources
        let strangers = request.only.subtracting(sources.map(\.id))
        guard strangers.isEmpty else { throw .unknownSources(strangers.sorted(), known: sources.map(\.id)) }
        // What would end the run after the batch had better end it before.
        let press = try Press(request)
        let lock = try StateLock.take(state: request.settings.state)
        var archive = try Archive(state: request.settings.state, now: request.now)
        let memories = try archive.memories(of: sources.map(\.id))
        let intake = Intake(
            now: request.now, policy: request.settings.edition, horizon: try archive.horizon(of: request))
        let (gathered, elapsed, notes) = try await gather(memories, intake, progress: progress)
        let night = NightWork(request: request, press: press, memories: memories, intake: intake)
        let report = try archive.night(of: request) { try night.work(gathered, elapsed: elapsed, in: $0) }
        archive.close()
        let complaints = await tell(of: report)
        lock.release()
        return report.adding(notes: archive.notes + notes + complaints)
    }

    /// Tells whoever wants to know, once the night is kept.
    private func tell(of report: RunReport) async -> [String] {
        guard case .published(let changed) = report.publication else { return [] }
        return await Notifying(request: request).tell(of: report.edition, changed: changed)
    }

    /// Asks the sources, or says of each why it was not asked.
    private func gather(
        _ memories: [SourceID: SourceMemory], _ intake: Intake, progress: @Sendable (SourceReport) -> Void
    ) async throws(RunFailure) -> ([Delivery<Harvest>], Duration, notes: [String]) {
        let settings = request.settings
        guard request.fetches else {
            return (settings.sources.map { .skipped($0, detail: "nobody was asked (--no-fetch)") }, .zero, [])
        }
        let (policy, notes) = Self.withRoom(settings.fetch)
        let clients: HTTPClients
        do {
            clients = try HTTPClients(fetch: settings.fetch, network: settings.network)
        } catch {
            throw .cannot(error.description)
        }
        let clock = makeClock()
        let batch = Batch(
            policy: policy, network: settings.network, clients: clients, clock: clock, now: request.now,
            jitter: jitter, failsFast: request.failsFast, userAgent: UserAgent.standard(site: settings.site.url))
        let redactor = Redactor(secrets: settings.secrets)
        let asked = await batch.run(assignments(memories)) { feed, assignment in
            intake.harvest(feed, of: assignment.source, assignment.memory)
        } progress: {
            progress($0.redacted(by: redactor))
        }
        let elapsed = clock.elapsed
        clients.close()
        if request.failsFast, let culprit = asked.first(where: \.report.outcome.isFailure) {
            throw .failedFast(culprit.report.source, detail: redactor.redact(culprit.report.detail ?? ""))
        }
        return (inOrder(asked), elapsed, notes)
    }

    /// As many requests at once as the system has room for.
    private static func withRoom(_ wanted: FetchPolicy) -> (FetchPolicy, notes: [String]) {
        var policy = wanted
        policy.concurrency = OpenFiles.makeRoom(forConnections: wanted.concurrency)
        guard policy.concurrency < wanted.concurrency else { return (policy, []) }
        let note =
            "This system lets only so many files be open that at most \(policy.concurrency) requests are under way at "
            + "once, not \(wanted.concurrency); raise its limit (ulimit -n) or lower fetch.concurrency."
        return (policy, [note])
    }

    private func assignments(_ memories: [SourceID: SourceMemory]) -> [Assignment] {
        request.settings.sources.filter { request.only.isEmpty || request.only.contains($0.id) }.map { source in
            var memory = memories[source.id] ?? SourceMemory()
            if request.isForced { memory.pause = nil }
            return Assignment(source: source, memory: memory)
        }
    }

    /// One result for every source of the configuration, those that were left out included.
    private func inOrder(_ asked: [Delivery<Harvest>]) -> [Delivery<Harvest>] {
        let found = Dictionary(asked.map { ($0.report.source, $0) }) { first, _ in first }
        return request.settings.sources.map { found[$0.id] ?? .skipped($0, detail: "left out by --only") }
    }
}

extension Delivery<Harvest> {
    fileprivate static func skipped(_ source: Source, detail: String) -> Self {
        Delivery(visit: SourceVisit(report: SourceReport(source: source.id, outcome: .skipped, detail: detail)))
    }
}
