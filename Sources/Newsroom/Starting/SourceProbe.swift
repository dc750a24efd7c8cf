import Fetching
package import Foundation
package import NewsModel
package import Settings

/// Asks sources once, without a run: nothing is remembered, nothing published.
package struct SourceProbe {
    /// How a source fared.
    package struct Finding: Sendable {
        package var source: Source
        package var report: SourceReport
        /// Where it has moved to for good.
        package var movedTo: String?

        /// Whether it answers with something that can be read.
        package var answers: Bool { report.outcome.isAnswer }

        /// Whether it wants to know who asks.
        package var wantsCredentials: Bool { report.status == 401 || report.status == 403 }

        package var isEmpty: Bool { report.outcome == .empty }
    }

    private let engine: EngineClient

    /// - Throws: ``RunFailure`` where the certificate authorities can't be used.
    package init(settings: Settings, now: Date) throws(RunFailure) {
        engine = try EngineClient(settings: settings, now: now)
    }

    /// Asks each source once, all at once within the limits of the configuration; many get more time than its deadline.
    /// - Returns: a finding for each, in their order.
    package func findings(
        of sources: [Source], progress: @Sendable (SourceReport) -> Void = { _ in }
    ) async -> [Finding] {
        var policy = engine.settings.fetch
        policy.retries = 0
        policy.concurrency = OpenFileLimit.makeRoom(forConnections: policy.concurrency)
        policy.deadline = max(policy.deadline, policy.timeout * 2 + .milliseconds(30 * sources.count))
        let jobs = sources.map { source in
            var source = source
            source.isPaused = false
            return FetchJob(source: source)
        }
        let results = await engine.batch(policy).run(jobs, progress: progress)
        engine.close()
        let redactor = Redactor(secrets: engine.settings.secrets)
        return zip(sources, results).map { source, result in
            Finding(
                source: source, report: result.report.redacted(by: redactor, of: source),
                movedTo: result.visit.permanentRedirect)
        }
    }
}
