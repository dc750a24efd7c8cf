package import NewsModel
import WebText

/// An item of a feed as the store takes it: with an identity, an address that a reader can follow, and a title.
package struct PreparedItem: Sendable, Hashable {
    /// Its link and title are those that are shown.
    package var item: FeedItem
    /// The identity of its address (Curation's canonical URL).
    package var key: String

    /// - Parameters:
    ///   - item: the item.
    ///   - key: the identity of its address.
    ///   - link: absolute, `http` or `https`; empty where there is no address for readers.
    ///   - title: plain text, never empty.
    package init(item: FeedItem, key: String, link: String, title: String) {
        self.item = item
        self.key = key
        self.item.link = link
        self.item.title = title
    }

    package var link: String { item.link ?? "" }
    package var title: String { item.title ?? "" }
}

extension PreparedItem {
    /// A story as its source would have to say it now.
    init(_ story: Story) {
        let item = FeedItem(
            published: story.published, updated: story.updated, authors: story.authors, summary: story.summary,
            content: story.content, categories: story.categories, image: story.image, language: story.language,
            discussion: story.discussion, points: story.points, comments: story.comments, rank: story.rank,
            publisher: story.publisher)
        self.init(item: item, key: story.key, link: story.link, title: story.title)
    }

    var withoutTexts: PreparedItem {
        var short = self
        (short.item.summary, short.item.content) = (nil, nil)
        return short
    }

    /// A hash of all that the source says about it: equal means that there is nothing to write.
    var fingerprint: Int64 {
        var hash = StableHash()
        for text in [key, link, title] { hash.combine(text) }
        for text in [item.id, item.image, item.language, item.discussion, item.publisher] { hash.combine(text) }
        for date in [item.published, item.updated] { hash.combine(date?.milliseconds) }
        for number in [item.points, item.comments, item.rank] { hash.combine(number.map(Int64.init)) }
        for list in [item.authors, item.categories] {
            hash.combine(UInt64(list.count))
            for text in list { hash.combine(text) }
        }
        for markup in [item.summary, item.content] {
            hash.combine(markup.map { $0.kind == .html ? 1 : 2 as Int64 })
            hash.combine(markup?.source)
            hash.combine(markup?.base)
        }
        return hash.finish()
    }
}
