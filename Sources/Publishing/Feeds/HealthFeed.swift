import Foundation
import NewsModel
import WebText

/// A feed of changes only: a source that broke, that came back, that has moved. Who subscribes hears nothing on a good
/// night, and an entry says for good what was said on its night.
struct HealthFeed {
    let context: SiteContext

    func document() -> [UInt8] {
        let changes = context.publication.health.changes
        let feed = AtomFeed(
            path: SitePaths.healthFeed, title: context.words.phrase("feed.health", ["site": context.siteTitle]),
            subtitle: nil, page: SitePaths.health,
            updated: changes.map(\.updated).max() ?? context.beginning)
        return feed.document(context) { xml in
            for change in changes { xml.element("entry") { write(change, &$0) } }
        }
    }

    private func write(_ change: HealthChange, _ entry: inout XMLWriter) {
        let page = context.address(SitePaths.health(of: change.source), from: SitePaths.healthFeed)
        let (title, text) = words(for: change)
        entry.text("id", context.identifiers.change(change))
        entry.text("title", title)
        entry.text("updated", context.dates.rfc3339(change.updated))
        entry.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
        entry.text("content", text)
    }

    private func words(for change: HealthChange) -> (title: String, text: String) {
        let words = context.words
        var places = ["source": PlainText.name(change.title)]
        switch change.kind {
        case .broke(let outcome, let detail, let advice):
            let said = words["outcome.\(outcome.rawValue)"]
            places["outcome"] = said
            let text = [detail ?? said, advice].compactMap { $0.map(PlainText.line) }.joined(separator: ". ")
            return (words.phrase("change.broke", places), text)
        case .recovered(let failures):
            return (words.phrase("change.recovered", places), words.count("change.recovered.text", failures))
        case .moved(let address):
            places["address"] = PlainText.line(address)
            return (words.phrase("change.moved", places), words.phrase("change.moved.text", places))
        }
    }
}
