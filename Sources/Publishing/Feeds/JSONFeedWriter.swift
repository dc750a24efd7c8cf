import Foundation
import NewsModel
import WebText

/// The stories as JSON Feed 1.1.
struct JSONFeedWriter {
    let context: SiteContext

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { feed in
            feed.text("version", "https://jsonfeed.org/version/1.1")
            feed.text("title", context.siteTitle)
            // Addresses must be absolute here, so a site that does not know its own says none.
            feed.text("home_page_url", ifAny: context.site.url)
            feed.text("feed_url", ifAny: context.site.url.map { $0 + SitePaths.storiesAsJSON })
            feed.text("description", context.words["feed.subtitle"])
            feed.text("language", context.site.language)
            feed.array("authors") { $0.object { $0.text("name", context.siteTitle) } }
            let hubs = context.site.hubs.compactMap { WebAddress(link: $0)?.text }
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
                for edition in context.editions.prefix(Publication.editionsInStoryFeed) {
                    for section in edition.sections {
                        for cluster in section.clusters {
                            let entry = FeedEntry(cluster, in: section.name, of: edition, context)
                            list.object { entry.write(to: &$0) }
                        }
                    }
                }
            }
        }
        return json.bytes
    }
}
