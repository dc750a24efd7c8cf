import Crypto
import Foundation
import NewsModel
import Publishing
import WebText

/// How much is kept of what an item says of itself: what is longer than any real one would be copied, hashed and written
/// again and again, in the state and on pages, for nobody to read.
enum ItemLimits {
    /// Addresses and ids, in bytes.
    static let longestAddress = 4096
    /// Names of people, categories and publishers, in bytes.
    static let longestName = 512
    /// The bytes of a title that are looked at.
    static let longestTitle = 4096
    static let mostAuthors = 32
    static let mostCategories = 64
    static let mostEnclosures = 64
    /// A language tag or a media type, in bytes.
    private static let longestTag = 128

    /// An item within the bounds: without an address that is too long, with an id that stands for one that is.
    static func kept(of item: FeedItem) -> FeedItem {
        var kept = item
        kept.id = item.id.map(id)
        kept.link = address(item.link)
        kept.discussion = address(item.discussion)
        kept.image = address(item.image)
        kept.title = item.title.map { $0.cut(toBytes: longestTitle) }
        kept.publisher = item.publisher.map { $0.cut(toBytes: longestName) }
        kept.language = language(item.language)
        kept.authors = names(item.authors, mostAuthors)
        kept.categories = names(item.categories, mostCategories)
        kept.enclosures = enclosures(item.enclosures)
        kept.summary = item.summary.map(text)
        kept.content = item.content.map(text)
        return kept
    }

    /// An id as it is, or where it is too long, its beginning and a hash of all of it: the same for the same one.
    private static func id(_ id: String) -> String {
        guard id.utf8.count > longestAddress else { return id }
        let hash = Hex.text(SHA256.hash(data: Data(id.utf8)))
        return id.cut(toBytes: 128) + "#sha256:" + hash
    }

    /// A language tag, of an item or of a feed; none that is longer than any.
    static func language(_ tag: String?) -> String? {
        tag.flatMap { $0.utf8.count <= longestTag ? $0 : nil }
    }

    private static func address(_ text: String?) -> String? {
        text.flatMap { $0.utf8.count <= longestAddress ? $0 : nil }
    }

    private static func names(_ names: [String], _ most: Int) -> [String] {
        guard names.count > most || names.contains(where: { $0.utf8.count > longestName }) else { return names }
        return names.prefix(most).map { $0.cut(toBytes: longestName) }
    }

    private static func enclosures(_ files: [Enclosure]) -> [Enclosure] {
        let isFitting = { (file: Enclosure) in
            file.url.utf8.count <= longestAddress && (file.type?.utf8.count ?? 0) <= longestTag
        }
        guard files.count > mostEnclosures || !files.allSatisfy(isFitting) else { return files }
        return Array(files.lazy.filter(isFitting).prefix(mostEnclosures))
    }

    /// As much of a text as the sanitiser reads.
    private static func text(_ markup: Markup) -> Markup {
        var kept = markup
        kept.source = markup.source.cut(toBytes: Sanitiser.longestSource)
        kept.base = address(markup.base)
        return kept
    }
}
