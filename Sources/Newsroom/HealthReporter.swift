import Foundation
import NewsModel
import Settings

/// Puts the health report of a run together.
struct HealthReporter {
    let request: RunRequest
    let redactor: Redactor

    /// The report on the results of all sources, in the order of the configuration. `stories` is how many clusters the
    /// edition has, `attempts` how often sources gave evidence which would have moved others' stories, and `earlier` are
    /// the changes that the report before it told.
    func report(
        on results: [SourceResult], elapsed: Duration, stories: Int, attempts: [SourceID: Int],
        after earlier: [HealthChange]
    ) -> HealthReport {
        var report = HealthReport(
            generated: request.now, edition: request.editionDate, deadline: request.settings.fetch.deadline,
            elapsed: elapsed, stories: stories, newStories: results.reduce(0) { $0 + $1.report.newItems },
            sources: results.map { health(of: $0, attempts: attempts[$0.source.id] ?? 0) },
            notices: request.notices
                + HealthNotices(on: results, policy: request.settings.fetch, redactor: redactor).all)
        report.changes = HealthChanges(date: request.editionDate, now: request.now)
            .all(of: zip(report.sources, results).map { ($0, $1.memory) }, after: earlier)
        return report
    }

    private func health(of result: SourceResult, attempts: Int) -> SourceHealth {
        let (source, memory) = (result.source, result.memory)
        var report = result.report
        if attempts > Self.mostUnnoted {
            let note = "\(attempts) of its items claim stories of other sources; they count for its own alone"
            report.detail = report.detail.map { "\($0); \(note)" } ?? note
        }
        let address = published(source.provider.address, of: source)
        var health = SourceHealth(
            report: report, title: result.title, url: address?.text ?? "", hasWholeAddress: address?.isWhole ?? false,
            provider: source.provider.name, section: source.section, lastSuccess: memory.lastSuccess,
            consecutiveFailures: memory.consecutiveFailures,
            history: memory.history.suffix(SourceMemory.historyLimit), moved: move(of: source, memory))
        health.failuresBefore = result.failuresBefore
        health.report.advice = EscalationAdvice(health).text
        return health
    }

    /// Attempts that may be slips.
    private static let mostUnnoted = 3

    /// Where the source has moved, by the last answer that was understood.
    private func move(of source: Source, _ memory: SourceMemory) -> String? {
        memory.permanentRedirect.flatMap { published($0.url, of: source)?.text }
    }

    /// What of an address may be published; `nil` for a private source.
    private func published(_ address: String, of source: Source) -> PublishedAddress? {
        source.isPrivate ? nil : PublishedAddress(of: address, besides: redactor)
    }
}
