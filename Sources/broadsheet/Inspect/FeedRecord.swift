import Foundation
import NewsModel
import Publishing
import WebText

/// A feed as `inspect feed` prints it: one line of JSON, its members in a fixed order.
struct FeedRecord {
    /// The line with its line feed, in UTF-8.
    let line: [UInt8]

    init(file: String, error: String) {
        var json = JSONWriter(indent: nil)
        json.object {
            $0.text("file", file)
            $0.text("error", error)
        }
        line = json.bytes + [UInt8(ascii: "\n")]
    }

    /// What was found in the file of this name; `reach` says where its links and pictures may lead.
    init(file: String, feed: Feed, reach: HostReach) {
        var json = JSONWriter(indent: nil)
        json.object { record in
            record.text("file", file)
            record.text("format", orNull: feed.format?.rawValue)
            record.object("feed") { Self.write(feed, reach, &$0) }
            record.array("entries") { list in
                for item in feed.items {
                    list.object { Self.write(item, reach, item.language ?? feed.language, &$0) }
                }
            }
            record.strings("warnings", feed.warnings.map(\.description))
        }
        line = json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ feed: Feed, _ reach: HostReach, _ json: inout JSONWriter) {
        json.text("title", orNull: feed.title)
        json.text("link", orNull: feed.link)
        json.text(
            "description", orNull: feed.descriptionMarkup.map { html($0, reach, feed.language) } ?? feed.description)
        json.text("language", orNull: feed.language)
        json.text("updated", orNull: feed.updated.map { RFC3339.text($0) })
    }

    private static func write(
        _ item: FeedItem, _ reach: HostReach, _ language: String?, _ json: inout JSONWriter
    ) {
        json.text("id", orNull: item.id)
        json.text("title", orNull: item.title)
        json.text("link", orNull: item.link)
        json.text("published", orNull: item.published.map { RFC3339.text($0) })
        json.text("updated", orNull: item.updated.map { RFC3339.text($0) })
        json.strings("authors", item.authors)
        json.text("summary", orNull: item.summary.map { html($0, reach, language) })
        json.text("content", orNull: item.content.map { html($0, reach, language) })
        json.strings("categories", item.categories)
        json.array("enclosures") { list in
            for file in item.enclosures {
                list.object {
                    $0.text("url", file.url)
                    $0.text("type", orNull: file.type)
                    $0.number("length", orNull: file.length)
                }
            }
        }
    }

    private static func html(_ markup: Markup, _ reach: HostReach, _ language: String?) -> String {
        Sanitiser.html(markup, showsImages: true, reach: reach, language: language).html
    }
}
