internal import Foundation
internal import NewsModel
import WebText

/// The frame of every Atom document of ours (RFC 4287), and what its links lead to.
struct AtomFeed {
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
            feed.text("id", context.identity.feed(path))
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
        feed.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", link(path))])
        feed.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", link(page))])
        for (relation, path) in [
            ("current", current), ("prev-archive", previousArchive), ("next-archive", nextArchive),
        ] {
            guard let path else { continue }
            feed.empty("link", [("rel", relation), ("type", "application/atom+xml"), ("href", link(path))])
        }
        // Hubs tell of what one subscribes to; an archive document does not change.
        for hub in context.site.hubs where current == nil {
            feed.empty("link", [("rel", "hub"), ("href", WebAddress(hub)?.text)])
        }
    }
}

extension SiteContext {
    var siteTitle: String { PlainText.line(site.title) }

    /// A path below the root as a feed links to it: absolute where the site's address is known, as many readers want
    /// it, else relative to the document.
    func address(_ path: String, from document: String) -> String {
        guard let url = site.url else {
            return String(repeating: "../", count: document.count { $0 == "/" }) + path
        }
        return url + (path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path)
    }
}
