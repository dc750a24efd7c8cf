import Foundation
import NewsModel
import WebText

/// A feed with an entry for each edition: the whole digest as one text.
struct DigestFeed {
    let context: SiteContext

    func document() -> [UInt8] {
        let editions = context.recent
        let feed = AtomFeed(
            path: SitePaths.digest, title: context.words.phrase("feed.digest", ["site": context.siteTitle]),
            subtitle: context.words["feed.subtitle"], page: SitePaths.archive,
            updated: editions.map(context.digestUpdated).max() ?? context.beginning)
        return feed.document(context) { xml in
            for edition in editions { xml.element("entry") { write(edition, &$0) } }
        }
    }

    private func write(_ edition: Edition, _ entry: inout XMLWriter) {
        let digest = DigestEntry(edition, context)
        let page = context.address(SitePaths.edition(edition.date), from: SitePaths.digest)
        entry.text("id", context.identifiers.edition(edition.date))
        entry.text("title", digest.title)
        entry.text("updated", context.dates.rfc3339(context.digestUpdated(edition)))
        entry.text("published", context.dates.rfc3339(edition.date.start(in: context.site.timeZone)))
        entry.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
        entry.text("summary", digest.summary)
        entry.text("content", [("type", "html")], digest.html)
    }
}

/// What the entry of an edition says. Who else tells a story stands in the order in which they joined, as in the entry of
/// the story.
struct DigestEntry {
    let title: String
    let summary: String
    let html: String

    init(_ given: Edition, _ context: SiteContext) {
        var edition = given
        for section in edition.sections.indices {
            for cluster in edition.sections[section].clusters.indices {
                edition.sections[section].clusters[cluster].sortByJoining()
            }
        }
        let view = context.editionView(of: edition, path: SitePaths.front)
        title = view.dateLine
        summary = view.line
        html = context.templates.text(of: view, with: "digest").text
    }
}
