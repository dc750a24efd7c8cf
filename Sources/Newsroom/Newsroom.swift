import Fetching
import Foundation
package import NewsModel
import NewsStore
import Parallelism
import Publishing
import Settings

/// One run from end to end: fetch, remember, curate, publish, report.
package struct Newsroom: Sendable {
    private let request: RunRequest
    private let redactor: Redactor
    private let makeClock: @Sendable () -> BatchClock
    private let jitter: @Sendable () -> Double

    /// A run of which the `clock` measures the deadline of the batch; `jitter` is 0 ..< 1, for the waits before
    /// retries.
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
        try request.checkSelection()
        try request.checkDate()
        try SitePublishing.check(request)
        let lock = try StateLock.take(state: request.settings.state)
        let warnings = [StateLock.warning(about: request.settings.state)].compactMap { $0 }
        var state = try RecoverableStore(
            path: request.settings.state, now: request.now, replacesNewer: SitePublishing.hasEditions(request))
        var (report, publishing) = try await state.recovering { store in
            try await makeEdition(in: store, progress: progress)
        }
        report.notes = warnings + state.notes + report.notes
        if request.tellsOthers {
            await RunNotification(request: request, redactor: redactor, clock: makeClock(), jitter: jitter)
                .tell(of: &report, from: state.store, publishing)
        }
        state.close()
        lock.release()
        return report
    }

    /// Fetches, remembers, curates and publishes in one transaction: what a source gives is recorded as it ends, and when
    /// all have ended the edition is made.
    private func makeEdition(
        in store: NewsStore, progress: @Sendable (SourceReport) -> Void
    ) async throws -> (RunReport, SitePublishing) {
        async let preparedPublishing = SitePublishing(request)
        let findings = try await SitePublishing.findings(request, unknownTo: store)
        let transaction = try store.beginRun(
            of: request.editionDate, now: request.now, today: request.today, adopting: findings.memory)
        let owner = try SiteOwnership(request: request).owner(by: transaction)
        let memories = try transaction.memories(of: request.settings.sources.map(\.id))
        let preparation = try ItemPreparation(request, in: transaction, redactor: redactor)
        let (recorder, unopened) = try request.recorder(ifAny: memories, asking: request.asked.map(\.id))
        async let recorded = recorder?.write()
        let fetching = SourceFetching(
            request: request, memories: memories, preparation: preparation, redactor: redactor, jitter: jitter,
            recorder: recorder)
        let (results, continuation) = AsyncStream.makeStream(of: SourceResult.self)
        async let fetched = fetching.run(clock: makeClock(), sending: continuation, progress: progress)
        // Templates that can't be used end the batch here, as it begins.
        let publishing = try await preparedPublishing.owned(by: owner)
        if request.fetches, !request.isDryRun { publishing.prepare() }
        var run = EditionRun(
            request: request, transaction: transaction, memories: memories, preparation: preparation,
            publishing: publishing, redactor: redactor)
        var clock = ClockCheck()
        for await result in results {
            clock.add(result.visit.clock)
            try run.record(result)
        }
        var report: RunReport
        do {
            let batch = try await fetched
            defer { batch.pictures.close() }
            try Self.checkIsWhole()
            if request.isClockOfMachine { try clock.check() }
            report = try await finish(&run, batch)
            report.notes += batch.notes
        } catch {
            // What was recorded of a night that failed is what somebody will ask for.
            _ = await recorded
            throw error
        }
        let unrecorded = (await recorded ?? nil).map(RunRequest.unrecorded)
        report.notes += [unopened, unrecorded].compactMap(\.self)
        report.notes += AdoptionNotes(findings, from: "the site").sentences
        return (report, publishing)
    }

    /// Of what was asked after a run was broken off, nothing is an answer.
    private static func checkIsWhole() throws(RunFailure) {
        guard !Task.isCancelled else { throw .cannot("The run was broken off: the site stays as it was.") }
    }

    /// Makes and publishes the edition, and keeps it: all of it is done, or nothing.
    private func finish(_ run: inout EditionRun, _ batch: SourceFetching.Summary) async throws -> RunReport {
        do {
            FreedMemory.giveBack()
            var draft = try run.draft(elapsed: batch.elapsed)
            if !draft.missingPictures.isEmpty {
                draft.add(try await batch.pictures.pictures(at: draft.missingPictures))
                try Self.checkIsWhole()
            }
            var report = try run.finish(draft)
            if request.isDryRun {
                run.undo()
            } else {
                let messages = MessageComposer(request: request, redactor: redactor).messages(about: report)
                report.notes += messages.notes
                try run.commit(keeping: messages.all)
            }
            return report
        } catch {
            throw run.undo(after: error)
        }
    }
}
