internal import Foundation
internal import NewsModel
import WebText

/// The stories as JSON Feed 1.1.
struct JSONFeedWriter {
    let context: SiteContext

    static let path = "feed.json"

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { feed in
            feed.text("version", "https://jsonfeed.org/version/1.1")
            feed.text("title", context.siteTitle)
            // Addresses must be absolute here, so a site that does not know its own says none.
            feed.text("home_page_url", ifAny: context.site.url)
            feed.text("feed_url", ifAny: context.site.url.map { $0 + Self.path })
            feed.text("description", context.words["feed.subtitle"])
            feed.text("language", context.site.language)
            feed.array("authors") { $0.object { $0.text("name", context.siteTitle) } }
            let hubs = context.site.hubs.compactMap { WebAddress($0)?.text }
            if !hubs.isEmpty {
                feed.array("hubs") { list in
                    for hub in hubs {
                        list.object {
                            $0.text("type", "WebSub"); $0.text("url", hub)
                        }
                    }
                }
            }
            feed.array("items") { list in
                for edition in context.editions.prefix(Publication.editionsInStoryFeed) { write(edition, &list) }
            }
        }
        return json.bytes
    }

    private func write(_ edition: Edition, _ list: inout JSONWriter) {
        let content = EntryContent(context: context, edition: edition)
        for section in edition.sections {
            for cluster in section.clusters {
                list.object { write(cluster, section.name, content, &$0) }
            }
        }
    }

    private func write(_ cluster: Cluster, _ section: String, _ content: EntryContent, _ item: inout JSONWriter) {
        let story = cluster.lead
        item.text("id", context.identity.entry(story.id, in: content.edition.date))
        item.text("url", ifAny: WebAddress(story.link)?.text)
        item.text("title", PlainText.headline(story.title))
        item.text("content_html", context.entry(cluster, section, of: content.edition).html)
        if context.site.showsImages { item.text("image", ifAny: story.image.flatMap { WebAddress($0)?.text }) }
        item.text("date_published", context.clock.rfc3339(story.dated))
        item.text("date_modified", context.clock.rfc3339(context.updated(cluster, in: content.edition)))
        item.array("authors") { list in
            for name in content.authors(of: story) { list.object { $0.text("name", name) } }
        }
        item.strings("tags", [PlainText.line(section)])
        item.text("language", ifAny: context.foreignLanguage(of: story))
    }
}
