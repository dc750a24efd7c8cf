import NewsModel
import Subscriptions
import WebText

/// A list of feeds out of a record, as it may be kept: without the feeds whose addresses hold a secret that nobody here knows.
struct RecordedList {
    /// `nil` where no feed is left.
    let bytes: [UInt8]?
    /// How many feeds are left out.
    private(set) var leftOut = 0

    /// Reads a list; `nil` for what is none.
    ///
    /// - Parameters:
    ///   - recorded: the bytes of the list, with what is known in the places of its placeholders.
    ///   - unknown: what stands where there is no way back.
    init?(_ recorded: [UInt8], unknown: [Secret]) {
        guard let list = try? SubscriptionReader.read(recorded) else { return nil }
        let marks = unknown.map { $0.reveal() }
        guard marks.contains(where: { recorded.firstRange(of: $0.utf8) != nil }) else {
            bytes = recorded
            return
        }
        let known = list.subscriptions.filter { feed in !marks.contains { feed.address.contains($0) } }
        bytes = known.isEmpty ? nil : Self.document(of: known)
        leftOut = list.subscriptions.count - known.count
    }

    private static func document(of feeds: [Subscription]) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("opml", [("version", "2.0")]) { opml in
            opml.element("body") { body in
                for feed in feeds {
                    guard let section = feed.section else {
                        write(feed, &body)
                        continue
                    }
                    body.element("outline", [("text", section)]) { write(feed, &$0) }
                }
            }
        }
        return xml.bytes
    }

    private static func write(_ feed: Subscription, _ folder: inout XMLWriter) {
        let type = feed.kind == .list ? "include" : "rss"
        let title = feed.title.map { [("text", $0)] } ?? []
        folder.empty("outline", [("type", type)] + title + [(feed.kind == .list ? "url" : "xmlUrl", feed.address)])
    }
}
