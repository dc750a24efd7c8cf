internal import Foundation
internal import NewsModel
import WebText

/// The sources as OPML 2.0, a folder for each section. One whose address may not be published as a whole is left out: it
/// could not be subscribed to.
struct SourceList {
    let context: SiteContext

    static let path = "opml.xml"

    func document() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("opml", [("version", "2.0")]) { opml in
            opml.element("head") { head in
                head.text("title", context.siteTitle)
                head.text("docs", "http://opml.org/spec2.opml")
            }
            opml.element("body") { body in
                for section in sections {
                    body.element("outline", [("text", section), ("title", section)]) { folder in
                        for source in sources where PlainText.line(source.section) == section { write(source, &folder) }
                    }
                }
            }
        }
        return xml.bytes
    }

    private var sources: [SourceHealth] { context.publication.health.sources.filter(\.hasWholeAddress) }

    /// In the order of their first use.
    private var sections: [String] {
        var seen: Set<String> = []
        return sources.map { PlainText.line($0.section) }.filter { seen.insert($0).inserted }
    }

    /// A feed can be subscribed to; an API is named with a link.
    private func write(_ source: SourceHealth, _ folder: inout XMLWriter) {
        let title = PlainText.name(source.title)
        let address = WebAddress(source.url)?.text
        let isFeed = source.provider == "feed" && address != nil
        folder.empty(
            "outline",
            [
                ("text", title), ("title", title), ("type", isFeed ? "rss" : address == nil ? nil : "link"),
                (isFeed ? "xmlUrl" : "url", address),
            ])
    }
}
