internal import Foundation
internal import NewsModel
import WebText

/// The entry of a cluster, written once for all feeds that have it: what differs from feed to feed is where the links
/// into the site begin.
struct FeedEntry: Sendable {
    /// What it says.
    let html: String
    /// The elements of Atom before and behind the links that may lead into the site.
    private let head: [UInt8]
    private let tail: [UInt8]
    /// Where its story can be read; `nil` where it has no address that may be shown.
    private let address: String?
    private let language: String?

    private static let mostRelated = 12

    init(_ given: Cluster, _ section: String, of edition: Edition, _ context: SiteContext) {
        let cluster = EntryContent.inOrderOfArrival(given)
        let content = EntryContent(context: context, edition: edition)
        html = content.html(of: cluster)
        let lead = cluster.lead
        address = WebAddress(lead.link)?.text
        language = context.foreignLanguage(of: lead)

        var xml = XMLWriter(withinElements: 2)
        xml.text("id", context.identity.entry(lead.id, in: edition.date))
        xml.text("title", PlainText.headline(lead.title))
        xml.text("updated", context.clock.rfc3339(context.updated(cluster, in: edition)))
        xml.text("published", context.clock.rfc3339(lead.dated))
        for name in content.authors(of: lead) { xml.element("author") { $0.text("name", name) } }
        xml.empty("category", [("term", PlainText.line(section))])
        head = xml.bytes

        xml = XMLWriter(withinElements: 2)
        for story in cluster.also.prefix(Self.mostRelated) {
            guard let address = WebAddress(story.link) else { continue }
            xml.empty("link", [("rel", "related"), ("title", PlainText.headline(story.title)), ("href", address.text)])
        }
        xml.text("content", [("type", "html"), ("xml:lang", language)], html)
        tail = xml.bytes
    }

    /// Writes it into an `entry` of Atom.
    ///
    /// - Parameters:
    ///   - place: Where the cluster stands on the site, as seen from the feed.
    ///   - entry: Two elements deep.
    func write(place: String, to entry: inout XMLWriter) {
        entry.written(head)
        entry.empty(
            "link",
            [("rel", "alternate"), ("type", "text/html"), ("hreflang", language), ("href", address ?? place)])
        entry.empty("link", [("rel", "via"), ("type", "text/html"), ("href", place)])
        entry.written(tail)
    }
}
