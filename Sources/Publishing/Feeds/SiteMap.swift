import Foundation
import NewsModel
import WebText

/// `sitemap.xml` (sitemaps.org): only for a site whose address is configured and that may be indexed.
struct SiteMap {
    let context: SiteContext

    /// The most that the protocol allows in one file.
    private static let mostAddresses = 50_000

    func document() -> [UInt8]? {
        guard let url = context.site.url, context.site.isIndexed else { return nil }
        var xml = XMLWriter()
        let dates = context.archive.map(\.date)
        let pages = [SitePaths.front, SitePaths.archive] + context.sections.map(\.page)
        let editions = dates.prefix(Self.mostAddresses - pages.count).map { SitePaths.edition($0) }
        xml.element("urlset", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { set in
            for path in pages + editions {
                set.element("url") { $0.text("loc", url + SitePaths.published(path)) }
            }
        }
        return xml.bytes
    }
}

extension SiteContext {
    /// `robots.txt`. The address after `Sitemap` has to be absolute.
    var robots: String {
        guard site.isIndexed else { return "User-agent: *\nDisallow: /\n" }
        return "User-agent: *\nAllow: /\n" + (site.url.map { "Sitemap: \($0)\(SitePaths.siteMap)\n" } ?? "")
    }
}
