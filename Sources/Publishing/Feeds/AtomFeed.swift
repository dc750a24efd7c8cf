import Foundation
import NewsModel
import WebText

/// The `feed` element of our Atom documents (RFC 4287), without its entries.
struct AtomFeed {
    static let mediaType = "application/atom+xml"

    /// Where it is published below the root.
    let path: String
    let title: String
    let subtitle: String?
    /// The page that shows the same, below the root.
    let page: String
    let updated: Date
    /// Documents before and after it, and the one to subscribe to (RFC 5005 §4), below the root.
    var previousArchive: String?
    var nextArchive: String?
    var current: String?

    /// The document with the entries that `entries` writes.
    func document(_ context: SiteContext, _ entries: (inout XMLWriter) -> Void) -> [UInt8] {
        var xml = XMLWriter()
        let names = [
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xmlns:fh", current == nil ? nil : "http://purl.org/syndication/history/1.0"),
            ("xml:lang", context.site.language),
        ]
        xml.element("feed", names) { feed in
            feed.text("id", context.identifiers.feed(path))
            feed.text("title", title)
            if let subtitle { feed.text("subtitle", subtitle) }
            feed.text("updated", RFC3339.text(updated))
            feed.element("author") { $0.text("name", context.siteTitle) }
            feed.text(
                "generator", [("uri", Product.address), ("version", Product.version)], Product.name)
            links(context, &feed)
            if current != nil { feed.empty("fh:archive") }
            entries(&feed)
        }
        return xml.bytes
    }

    private func links(_ context: SiteContext, _ feed: inout XMLWriter) {
        let link = { (path: String) in context.address(path, from: self.path) }
        feed.empty("link", [("rel", "self"), ("type", Self.mediaType), ("href", link(path))])
        feed.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", link(page))])
        for (relation, path) in [
            ("current", current), ("prev-archive", previousArchive), ("next-archive", nextArchive),
        ] {
            guard let path else { continue }
            feed.empty("link", [("rel", relation), ("type", Self.mediaType), ("href", link(path))])
        }
        // A hub announces changes (WebSub); an archive document does not change.
        for hub in context.site.hubs where current == nil {
            feed.empty("link", [("rel", "hub"), ("href", WebAddress(link: hub)?.text)])
        }
    }
}

extension SiteContext {
    /// A path below the root as a feed links to it: absolute where the site's address is known, as many readers want
    /// it, else relative to the document.
    func address(_ path: String, from document: String) -> String {
        site.url.map { $0 + SitePaths.published(path) } ?? SitePaths.root(from: document) + path
    }

    /// When what an entry says last changed, as it was marked when it was published.
    func updated(_ cluster: Cluster, in edition: Edition) -> Date {
        cluster.entry?.updated ?? firstUpdated(cluster, in: edition)
    }

    /// The same of an entry that is new: when a story joined, or the lead was rewritten.
    func firstUpdated(_ cluster: Cluster, in edition: Edition) -> Date {
        let joined = cluster.stories.map(\.firstSeen).max() ?? cluster.lead.firstSeen
        guard let rewritten = cluster.lead.updated, rewritten <= edition.generated else { return joined }
        return max(joined, rewritten)
    }

    func updated(_ edition: Edition) -> Date {
        edition.clusters.map { updated($0, in: edition) }.max() ?? edition.date.start(in: site.timeZone)
    }

    /// When the digest of an edition last changed.
    func digestUpdated(_ edition: Edition) -> Date { edition.digest?.updated ?? updated(edition) }

    /// When the newest entry of some editions last changed: one without a story has none.
    func updated(_ editions: some Sequence<Edition>) -> Date {
        editions.filter { !$0.clusters.isEmpty }.map { updated($0) }.max() ?? beginning
    }

    /// What stands for the date of a feed that has no entry: it must not change from run to run.
    var beginning: Date {
        let first = archive.last?.date ?? editions.last?.date
        return first?.start(in: site.timeZone) ?? Date(timeIntervalSince1970: 0)
    }
}
