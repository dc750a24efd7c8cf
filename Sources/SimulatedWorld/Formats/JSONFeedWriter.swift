/// JSON Feed 1.1.
enum JSONFeedWriter {
    static func document(_ feed: FeedDocument) -> String {
        JSONText.object([
            "version": .string("https://jsonfeed.org/version/1.1"),
            "title": .string(feed.title),
            "home_page_url": .string(feed.home),
            "description": .string(feed.description),
            "language": .string("en-GB"),
            "items": .array(feed.articles.map { item($0, in: feed) }),
        ]).rendered
    }

    private static func item(_ article: Article, in feed: FeedDocument) -> JSONText {
        JSONText.object([
            "id": .string(article.id),
            "url": .string(article.link),
            "title": .string(article.title),
            "summary": .string(article.summary),
            feed.hasFullText ? "content_html" : "content_text": .string(
                feed.hasFullText ? article.html : article.paragraphs.joined(separator: "\n\n")),
            "image": .text(article.image),
            "date_published": .text(article.published.map { CivilTime($0).rfc3339 }),
            "date_modified": .text(article.updated.map { CivilTime($0).rfc3339 }),
            "authors": article.author.map { .array([.object(["name": .string($0)])]) } ?? .null,
            "tags": .array(article.categories.map(JSONText.string)),
        ]).withoutNulls
    }
}
