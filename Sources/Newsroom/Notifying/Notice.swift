import Foundation
import NewsModel
import Publishing
import Settings

/// What a run has to tell of one event, in words and as data.
struct Notice: Sendable {
    let event: WebhookEvent
    /// The same for all who are told.
    let id: String
    let created: Date
    /// A line that stands alone.
    let title: String
    let text: String
    /// Where to read more; `nil` where the site has no address.
    let url: String?
    let edition: Edition
    /// Those that broke or recovered.
    let sources: [SourceHealth]

    /// All that a run has to tell, in the order of ``WebhookEvent``.
    static func all(of report: RunReport, _ settings: Settings, _ redactor: Redactor) -> [Notice] {
        WebhookEvent.allCases.compactMap { event in
            switch event {
            case .edition: edition(report, settings, redactor)
            case .broken:
                changed(event, report, settings) { $0.hasReached(failures: Escalation.datesUntilAttention) }
            case .recovered: changed(event, report, settings) { $0.hasRecovered }
            }
        }
    }

    private static func edition(_ report: RunReport, _ settings: Settings, _ redactor: Redactor) -> Notice? {
        guard case .published = report.publication, report.news == .edition else { return nil }
        let edition = report.edition
        let count = edition.clusters.count
        let headline = headline(of: edition, redactor)
        let stories = count == 1 ? "1 story" : "\(count) stories"
        return Notice(
            event: .edition, id: id(.edition, report), created: report.health.generated,
            title: "\(settings.site.title): the edition of \(edition.date)",
            text: headline.map { count == 1 ? $0 : "\($0), and \(count - 1) more" } ?? stories,
            url: settings.site.url.map { "\($0)\(edition.date.path)/" }, edition: edition, sources: [])
    }

    private static func changed(
        _ event: WebhookEvent, _ report: RunReport, _ settings: Settings, _ isOne: (SourceHealth) -> Bool
    ) -> Notice? {
        let sources = report.health.sources.filter(isOne)
        guard !sources.isEmpty else { return nil }
        let ids = sources.map(\.report.source.rawValue)
        let who = ids.count == 1 ? "source \(ids[0])" : "\(ids.count) sources"
        let what =
            switch (event, ids.count) {
            case (.recovered, 1): "answers again"
            case (.recovered, _): "answer again"
            case (_, 1): "needs someone"
            case (_, _): "need someone"
            }
        return Notice(
            event: event, id: id(event, report), created: report.health.generated,
            title: "\(settings.site.title): \(who) \(what)",
            text: sources.map { line(on: $0, event) }.joined(separator: "\n"),
            url: settings.site.url.map { $0 + SitePaths.health }, edition: report.edition, sources: sources)
    }

    private static func line(on source: SourceHealth, _ event: WebhookEvent) -> String {
        let id = source.report.source
        guard event == .broken else { return "\(id) had failed on \(source.failuresBefore) nights in a row" }
        let what = source.report.detail ?? source.report.outcome.rawValue
        let advice = source.report.advice.map { " → \($0)" } ?? ""
        return "\(id) has failed on \(source.consecutiveFailures) nights in a row: \(what)\(advice)"
    }

    /// The headline of the edition's first story.
    static func headline(of edition: Edition, _ redactor: Redactor) -> String? {
        (edition.clusters.first?.lead.title).map(redactor.redact)
    }

    private static func id(_ event: WebhookEvent, _ report: RunReport) -> String {
        "\(event.rawValue)_\(report.edition.date)_\(Int(report.health.generated.timeIntervalSince1970))"
    }
}
