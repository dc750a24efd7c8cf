internal import Foundation
internal import NewsModel
import WebText

/// A feed with an entry for each edition: the whole digest as one text.
struct DigestFeed {
    let context: SiteContext
    let templates: TemplateSet

    static let path = "digest.xml"

    func document() -> [UInt8] {
        let editions = context.editions.prefix(Publication.editionsInFeeds)
        let feed = AtomFeed(
            path: Self.path, title: context.words.phrase("feed.digest", ["site": context.siteTitle]),
            subtitle: context.words["feed.subtitle"], page: SiteContext.archivePath,
            updated: editions.map { context.updated($0) }.max() ?? context.beginning)
        return feed.document(context) { xml in
            for edition in editions { xml.element("entry") { write(edition, &$0) } }
        }
    }

    private func write(_ edition: Edition, _ entry: inout XMLWriter) {
        let view = context.editionView(of: edition, path: "index.html")
        let page = context.address(SiteContext.page(of: edition.date), from: Self.path)
        entry.text("id", context.identity.edition(edition.date))
        entry.text("title", view.dateLine)
        entry.text("updated", context.clock.rfc3339(context.updated(edition)))
        entry.text("published", context.clock.rfc3339(edition.date.start(in: context.site.timeZone)))
        entry.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
        entry.text("summary", view.line)
        entry.text(
            "content", [("type", "html")], String(decoding: templates.render(view, with: "digest"), as: UTF8.self))
    }
}
