import Foundation
import NewsModel
import WebText

/// A feed of changes only: a source that broke, that came back, that has moved. Who subscribes hears nothing on a good
/// night.
struct HealthFeed {
    let context: SiteContext

    private static let mostEntries = 60
    /// As many nights as a history holds: what lies before its first is not known.
    private static let wholeHistory = 30

    private struct Change {
        enum Kind {
            case broke(Outcome)
            /// After how many runs without an answer.
            case recovered(failures: Int)
            case moved(to: String)
        }

        var source: SourceHealth
        var at: Date
        var kind: Kind
    }

    func document() -> [UInt8] {
        let changes = context.publication.health.sources.flatMap { turns(of: $0) + move(of: $0) }
            .sorted { ($0.at, $1.source.report.source) > ($1.at, $0.source.report.source) }
            .prefix(Self.mostEntries)
        let feed = AtomFeed(
            path: SitePaths.healthFeed, title: context.words.phrase("feed.health", ["site": context.siteTitle]),
            subtitle: nil,
            page: SitePaths.health, updated: changes.first?.at ?? context.beginning)
        return feed.document(context) { xml in
            for change in changes { xml.element("entry") { write(change, &$0) } }
        }
    }

    /// The runs at which a source's state turned; those that did not ask it say nothing.
    private func turns(of source: SourceHealth) -> [Change] {
        var found: [Change] = []
        var failures: Int? = source.history.count < Self.wholeHistory ? 0 : nil
        for night in source.history where night.outcome != .skipped {
            if night.outcome.isFailure {
                if failures == 0 { found.append(Change(source: source, at: night.at, kind: .broke(night.outcome))) }
                failures = (failures ?? 0) + 1
            } else {
                if let failures, failures > 0 {
                    found.append(Change(source: source, at: night.at, kind: .recovered(failures: failures)))
                }
                failures = 0
            }
        }
        return found
    }

    private func move(of source: SourceHealth) -> [Change] {
        guard let moved = source.moved, let since = moved.since else { return [] }
        return [Change(source: source, at: since, kind: .moved(to: moved.to))]
    }

    private func write(_ change: Change, _ entry: inout XMLWriter) {
        let source = change.source.report.source
        let page = context.address(SitePaths.health(of: source), from: SitePaths.healthFeed)
        let (id, title, text) = words(for: change)
        entry.text("id", id)
        entry.text("title", title)
        entry.text("updated", context.dates.rfc3339(change.at))
        entry.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
        entry.text("content", text)
    }

    private func words(for change: Change) -> (id: String, title: String, text: String) {
        let words = context.words
        let report = change.source.report
        var places = ["source": PlainText.name(change.source.title)]
        let id = { (kind: String) in context.identifiers.change(of: report.source, kind, at: change.at) }
        switch change.kind {
        case .broke(let outcome):
            let said = words["outcome.\(outcome.rawValue)"]
            places["outcome"] = said
            return (id(""), words.phrase("change.broke", places), text(of: change, said))
        case .recovered(let failures):
            return (id(""), words.phrase("change.recovered", places), words.count("change.recovered.text", failures))
        case .moved(let address):
            places["address"] = PlainText.line(address)
            return (id("/moved"), words.phrase("change.moved", places), words.phrase("change.moved.text", places))
        }
    }

    /// Tonight's failure with its detail and advice; an earlier one only by what its history says.
    private func text(of change: Change, _ outcome: String) -> String {
        let report = change.source.report
        guard change.at == change.source.history.last?.at else { return outcome }
        return [report.detail ?? outcome, report.advice].compactMap { $0.map(PlainText.line) }.joined(separator: ". ")
    }
}
