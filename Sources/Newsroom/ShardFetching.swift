import Fetching
import Foundation
import HTTPTransport
package import NewsModel
import NewsStore
import Settings

/// Asks a part of the sources and records what they answer, for an edition that is made elsewhere. The state is read and
/// never written, so that it can be done again, and anywhere.
package struct ShardFetching: Sendable {
    private let request: RunRequest
    private let makeClock: @Sendable () -> BatchClock
    private let jitter: @Sendable () -> Double

    /// What was asked, and what a person should know of it.
    package struct Report: Sendable {
        package var asked = 0
        package var answered = 0
        package var notes: [String] = []
    }

    /// The request names the record, and the shard in it. The `clock` measures the deadline of the batch; `jitter` is
    /// 0 ..< 1, for the waits before retries.
    package init<C: Clock>(
        request: RunRequest, clock: C = ContinuousClock(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) where C.Duration == Duration {
        self.request = request
        self.jitter = jitter
        makeClock = { BatchClock(clock) }
    }

    /// Asks, and returns when the record is whole; throws a sentence where it can't be.
    package func run(
        progress: @Sendable (SourceReport) -> Void = { _ in }
    ) async throws(RunFailure) -> Report {
        let settings = request.settings
        let memories: [SourceID: SourceMemory]
        do {
            memories = try NewsStore.memories(of: settings.sources.map(\.id), readingOnly: settings.state)
        } catch {
            throw .cannot(error.description)
        }
        let sources =
            request.record?.shard.map { Sharding.part($0, of: settings.sources, memories) } ?? settings.sources
        let recorder = try recorder(memories, asking: sources)
        let opened = try OpenBatch(request, clock: makeClock(), jitter: jitter, recorder: recorder)
        async let recorded = recorder.write()
        var report = Report(asked: sources.count, notes: opened.notes)
        let redactor = Redactor(secrets: settings.secrets)
        await opened.batch.run(request.jobs(for: sources, memories)) { _, _ in
            // What a feed says is read where the edition is made.
        } handingOver: { _, delivery in
            if delivery.report.outcome.isAnswer { report.answered += 1 }
            progress(delivery.report.redacted(by: redactor))
        }
        opened.close(elapsed: opened.elapsed)
        if let failure = await recorded { throw .cannot(failure) }
        return report
    }

    private func recorder(
        _ memories: [SourceID: SourceMemory], asking sources: [Source]
    ) throws(RunFailure) -> BatchRecorder {
        do throws(RecordFailure) {
            guard let recorder = try request.recorder(memories, asking: sources.map(\.id)) else {
                preconditionFailure("a shard is asked in order to be recorded")
            }
            return recorder
        } catch {
            throw .cannot(error.description)
        }
    }
}
