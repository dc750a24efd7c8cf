internal import Foundation
internal import NewsModel
import WebText

/// What stands in the entry of a cluster, the same in Atom and in JSON Feed.
///
/// Points and comments do not: they change from hour to hour, and an entry must not change without its date.
struct EntryContent {
    let context: SiteContext
    let edition: Edition

    /// At least one name: who wrote it, else the outlet.
    func authors(of story: Story) -> [String] {
        let names = story.authors.map(PlainText.name).filter { !$0.isEmpty }.prefix(8)
        return names.isEmpty ? [context.outlet(of: story, in: edition)] : Array(names)
    }

    /// The same cluster with those who joined in the order in which they did: their rank changes from hour to hour, and
    /// an entry must not change without its date.
    static func inOrderOfArrival(_ cluster: Cluster) -> Cluster {
        var cluster = cluster
        cluster.also.sort { ($0.firstSeen, $0.id) < ($1.firstSeen, $1.id) }
        return cluster
    }

    /// What a cluster says that is ``inOrderOfArrival(_:)``. No path stands in it, so that all feeds have the same.
    func html(of cluster: Cluster) -> String {
        let story = cluster.lead
        var html = "<p><b>\(RawText.isolated(context.outlet(of: story, in: edition)).text)</b></p>"
        html += body(of: story)
        html += original(of: story)
        html += coverage(of: cluster)
        if let discussion = story.discussion.flatMap({ WebAddress($0) }) {
            html += "<p>" + link(context.words["feed.discussion"], discussion.text) + "</p>"
        }
        if let place = context.earlierPlace(of: cluster), let date = cluster.updates {
            let words =
                context.words["update"] + ", " + context.words["first-told"] + " " + context.clock.shortDate(date)
            html += "<p>" + (context.site.url.map { link(words, $0 + place) } ?? Escape.markup(words)) + "</p>"
        }
        return html
    }

    private func body(of story: Story) -> String {
        if context.site.content == .full, let content = story.content {
            return context.html(content, of: story).html
        }
        let excerpt = context.excerpts[edition.date]?.excerpt(of: story, isLong: true)
        return excerpt.map { "<p>\($0.html)</p>" } ?? ""
    }

    /// The way to the whole of it, in words, for readers that show the text alone.
    private func original(of story: Story) -> String {
        guard let address = WebAddress(story.link) else { return "" }
        let outlet = context.outlet(of: story, in: edition)
        return "<p>" + link(context.words.phrase("original", ["outlet": outlet]), address.text) + "</p>"
    }

    private func coverage(of cluster: Cluster) -> String {
        let names = context.names(in: cluster, of: edition).map { name in
            let outlet = RawText.isolated(name.outlet).text
            return Escape.markup(name.separator) + (name.href.map { anchor(outlet, $0) } ?? outlet)
        }
        guard !names.isEmpty else { return "" }
        return "<p>\(Escape.markup(context.words["feed.also"])) \(names.joined())</p>"
    }

    private func link(_ text: String, _ address: String) -> String { anchor(Escape.markup(text), address) }

    private func anchor(_ markup: String, _ address: String) -> String {
        "<a href=\"\(Escape.markup(address))\">\(markup)</a>"
    }
}

extension SiteContext {
    /// When what an entry says last changed: a story joined, or the lead was rewritten.
    func updated(_ cluster: Cluster, in edition: Edition) -> Date {
        let joined = cluster.stories.map(\.firstSeen).max() ?? cluster.lead.firstSeen
        guard let rewritten = cluster.lead.updated, rewritten <= edition.generated else { return joined }
        return max(joined, rewritten)
    }

    func updated(_ edition: Edition) -> Date {
        edition.clusters.map { updated($0, in: edition) }.max() ?? edition.date.start(in: site.timeZone)
    }

    /// What stands for the date of a feed that has no entry: it must not change from run to run.
    var beginning: Date {
        let first = publication.archive.map(\.date).min() ?? editions.last?.date
        return first?.start(in: site.timeZone) ?? Date(timeIntervalSince1970: 0)
    }
}
