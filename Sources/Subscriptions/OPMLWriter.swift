package import NewsModel
import WebText

/// Writes sources as OPML 2.0, a folder for each section, with whole addresses: it is the user's own list.
package enum OPMLWriter {
    /// - Returns: the document, and how many of the sources are no feeds, which no reader could subscribe to.
    package static func document(title: String, sources: [Source]) -> (bytes: [UInt8], others: Int) {
        let feeds = sources.filter { $0.provider.name == "feed" }
        let bySection = Dictionary(grouping: feeds, by: \.section)
        var seen: Set<String> = []
        let sections = feeds.map(\.section).filter { seen.insert($0).inserted }
        var xml = XMLWriter()
        xml.element("opml", [("version", "2.0")]) { opml in
            opml.element("head") { $0.text("title", title) }
            opml.element("body") { body in
                for section in sections {
                    body.element("outline", [("text", section), ("title", section)]) { folder in
                        for source in bySection[section] ?? [] { write(source, &folder) }
                    }
                }
            }
        }
        return (xml.bytes, sources.count - feeds.count)
    }

    private static func write(_ source: Source, _ folder: inout XMLWriter) {
        let title = source.title ?? source.id.rawValue
        folder.empty(
            "outline",
            [("type", "rss"), ("text", title), ("title", title), ("xmlUrl", source.provider["feed"])])
    }
}
