package import NewsModel
import WebText

/// An item that a source just gave, with the identity that was worked out for it.
package struct NewStory: Sendable, Hashable {
    package var item: FeedItem
    /// The identity of its address (Curation's canonical URL).
    package var key: String
    /// Absolute, `http` or `https`.
    package var link: String
    /// Plain text, never empty.
    package var title: String

    package init(item: FeedItem, key: String, link: String, title: String) {
        self.item = item
        self.key = key
        self.link = link
        self.title = title
    }
}

extension NewStory {
    /// A story as a source would have to say it now.
    init(_ story: Story) {
        let item = FeedItem(
            published: story.published, updated: story.updated, authors: story.authors, summary: story.summary,
            content: story.content, categories: story.categories, image: story.image, language: story.language,
            discussion: story.discussion, points: story.points, comments: story.comments, rank: story.rank,
            publisher: story.publisher)
        self.init(item: item, key: story.key, link: story.link, title: story.title)
    }

    var withoutTexts: NewStory {
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
