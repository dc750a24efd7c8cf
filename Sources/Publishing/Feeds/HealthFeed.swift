internal import Foundation
internal import NewsModel

/// A feed of changes only: a source that broke, a source that came back. Who subscribes hears nothing on a good night.
struct HealthFeed {
    let context: SiteContext

    static let path = "health.xml"
    private static let mostEntries = 60
    /// As many nights as a history holds: what lies before its first is not known.
    private static let wholeHistory = 30

    private struct Change {
        var source: SourceHealth
        var night: SourceHealth.Night
        /// How many runs it had failed before it came back; 0 where it broke.
        var failures: Int
        var isRecovery: Bool { failures > 0 }
    }

    func document() -> [UInt8] {
        let changes = context.publication.health.sources.flatMap(changes)
            .sorted { ($0.night.at, $1.source.report.source) > ($1.night.at, $0.source.report.source) }
            .prefix(Self.mostEntries)
        let feed = AtomFeed(
            path: Self.path, title: context.words.phrase("feed.health", ["site": context.siteTitle]), subtitle: nil,
            page: SiteContext.healthPath, updated: changes.first?.night.at ?? context.beginning)
        return feed.document(context) { xml in
            for change in changes { xml.element("entry") { write(change, &$0) } }
        }
    }

    /// The runs at which a source's state turned; those that did not ask it say nothing.
    private func changes(of source: SourceHealth) -> [Change] {
        var found: [Change] = []
        var failures: Int? = source.history.count < Self.wholeHistory ? 0 : nil
        for night in source.history where night.outcome != .skipped {
            if night.outcome.isFailure {
                if failures == 0 { found.append(Change(source: source, night: night, failures: 0)) }
                failures = (failures ?? 0) + 1
            } else {
                if let failures, failures > 0 { found.append(Change(source: source, night: night, failures: failures)) }
                failures = 0
            }
        }
        return found
    }

    private func write(_ change: Change, _ entry: inout XMLWriter) {
        let report = change.source.report
        let words = context.words
        let outcome = words["outcome.\(change.night.outcome.rawValue)"]
        let places = ["source": PlainText.line(change.source.title), "outcome": outcome]
        let page = context.address(SiteContext.healthPath, from: Self.path)
        entry.text("id", context.identity.change(of: report.source, at: change.night.at))
        entry.text("title", words.phrase(change.isRecovery ? "change.recovered" : "change.broke", places))
        entry.text("updated", context.clock.rfc3339(change.night.at))
        entry.empty(
            "link",
            [
                ("rel", "alternate"), ("type", "text/html"),
                ("href", "\(page)#source-\(SiteIdentity.safe(report.source.rawValue))"),
            ])
        entry.text("content", text(of: change, outcome))
    }

    /// Tonight's failure with its detail and advice; an earlier one only by what its history says.
    private func text(of change: Change, _ outcome: String) -> String {
        let report = change.source.report
        if change.isRecovery { return context.words.count("change.recovered.text", change.failures) }
        guard change.night.at == change.source.history.last?.at else { return outcome }
        return [report.detail ?? outcome, report.advice].compactMap { $0.map(PlainText.line) }.joined(separator: ". ")
    }
}
