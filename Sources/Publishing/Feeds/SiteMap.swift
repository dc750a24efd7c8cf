internal import Foundation
internal import NewsModel
import WebText

/// `sitemap.xml` (sitemaps.org): only for a site that knows its address and wants to be found.
struct SiteMap {
    let context: SiteContext

    static let path = "sitemap.xml"
    /// The most that the protocol allows in one file.
    private static let mostAddresses = 50_000

    func document() -> [UInt8]? {
        guard let url = context.site.url, context.site.isIndexed else { return nil }
        var xml = XMLWriter()
        let dates = context.publication.archive.map(\.date).sorted(by: >)
        xml.element("urlset", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { set in
            let sections = context.sections.map { url + $0.page.dropLast("index.html".count) }
            for address in [url, url + "archive/"] + sections { set.element("url") { $0.text("loc", address) } }
            for date in dates.prefix(Self.mostAddresses - 2 - sections.count) {
                set.element("url") { $0.text("loc", url + date.path + "/") }
            }
        }
        return xml.bytes
    }
}
