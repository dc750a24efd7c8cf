import Foundation
import NewsModel
import WebText

/// The entry of a cluster in Atom and in JSON Feed: both say the same of it.
///
/// Points and comments are no part of it, and those who joined stand in the order in which they did: figures and ranks
/// change from hour to hour, and an entry must not change without its date.
struct FeedEntry {
    let id: String
    let title: String
    let updated: String
    let published: String
    /// At least one name: who wrote it, else the outlet.
    let authors: [String]
    let section: String
    /// Where its story can be read; `nil` where it has no address that may be shown.
    let address: String?
    let language: String?
    let image: String?
    /// What it says.
    let html: String
    private let related: [(title: String, address: String)]
    /// Where the site shows it: its edition's page, and the fragment there.
    private let place: (page: String, anchor: String)

    private static let mostRelated = 12
    private static let mostAuthors = 8

    init(_ given: Cluster, in section: String, of edition: Edition, _ context: SiteContext) {
        var cluster = given
        cluster.sortByJoining()
        let lead = cluster.lead
        id = context.identifiers.entry(lead.id, in: edition.date)
        title = PlainText.headline(lead.title)
        updated = context.dates.rfc3339(context.updated(cluster, in: edition))
        published = context.dates.rfc3339(lead.dated)
        let names = lead.authors.map(PlainText.name).filter { !$0.isEmpty }.prefix(Self.mostAuthors)
        authors = names.isEmpty ? [context.outlet(of: lead, in: edition)] : Array(names)
        self.section = PlainText.line(section)
        address = lead.link?.text
        language = context.foreignLanguage(of: lead)
        let builder = StoryViewBuilder(forFeedOf: edition, context: context)
        image = lead.image.flatMap(builder.pictures.source)
        html = context.entryContent(of: cluster, builder)
        related = cluster.also.prefix(Self.mostRelated).compactMap { story in
            story.link.map { (PlainText.headline(story.title), $0.text) }
        }
        place = (SitePaths.edition(edition.date), SitePaths.anchor(of: cluster))
    }

    /// Writes it into an `entry` element of the feed at `path`.
    func write(to entry: inout XMLWriter, at path: String, _ context: SiteContext) {
        let place = context.address(place.page, from: path) + "#" + place.anchor
        entry.text("id", id)
        entry.text("title", [("xml:lang", language)], title)
        entry.text("updated", updated)
        entry.text("published", published)
        for name in authors { entry.element("author") { $0.text("name", name) } }
        entry.empty("category", [("term", section)])
        entry.empty(
            "link",
            [("rel", "alternate"), ("type", "text/html"), ("hreflang", language), ("href", address ?? place)])
        entry.empty("link", [("rel", "via"), ("type", "text/html"), ("href", place)])
        for (title, address) in related {
            entry.empty("link", [("rel", "related"), ("title", title), ("href", address)])
        }
        entry.text("content", [("type", "html"), ("xml:lang", language)], html)
    }

    /// Writes it as an item of JSON Feed.
    func write(to item: inout JSONWriter) {
        item.text("id", id)
        item.text("url", ifAny: address)
        item.text("title", title)
        item.text("content_html", html)
        item.text("image", ifAny: image)
        item.text("date_published", published)
        item.text("date_modified", updated)
        item.array("authors") { list in
            for name in authors { list.object { $0.text("name", name) } }
        }
        item.strings("tags", [section])
        item.text("language", ifAny: language)
    }
}

extension Cluster {
    /// Puts those who also tell it into the order in which they joined, which no later figures change.
    mutating func sortByJoining() {
        also.sort { ($0.firstSeen, $0.id) < ($1.firstSeen, $1.id) }
    }
}

extension SiteContext {
    /// What an entry says, in HTML. No path stands in it, so that all feeds have the same.
    fileprivate func entryContent(of cluster: Cluster, _ builder: StoryViewBuilder) -> String {
        var view = builder.view(of: cluster, .lead)
        // What it returns from is said only while it can be read there; a link to it has to be absolute, and the page
        // alone: the place on it is known only while that edition is at hand, and an entry must not change by that.
        if view.updateHref == nil { view.updateDate = nil }
        view.updateHref = site.url == nil ? nil : view.updateHref.map { String($0.prefix { $0 != "#" }) }
        return templates.text(of: view, with: "entry").text
    }
}
