/// RSS 0.91, 0.92 and 2.0: one family, in which the later versions allow more.
struct RSSWriter {
    let version: String

    private var isCurrent: Bool { version == "2.0" }
    private var hasCategories: Bool { version != "0.91" }

    func document(_ feed: FeedDocument) -> String {
        let namespaces =
            isCurrent
            ? " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\"" : ""
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<rss version=\"\(version)\"\(namespaces)>", "<channel>",
            XMLText.element("title", feed.title), XMLText.element("link", feed.home),
            XMLText.element("description", feed.description), XMLText.element("language", "en-gb"),
            XMLText.element("lastBuildDate", feed.updated.rfc822),
        ]
        for article in feed.articles { lines += item(article, in: feed) }
        lines += ["</channel>", "</rss>", ""]
        return lines.filter { $0 != "" }.joined(separator: "\n") + "\n"
    }

    private func item(_ article: Article, in feed: FeedDocument) -> [String] {
        var lines = [
            "<item>", XMLText.element("title", article.title), XMLText.element("link", article.link),
            XMLText.element("description", article.summary),
        ]
        if hasCategories { lines += article.categories.map { XMLText.element("category", $0) } }
        if isCurrent { lines += current(article, in: feed) }
        return lines + ["</item>"]
    }

    /// What only RSS 2.0 and its modules have.
    private func current(_ article: Article, in feed: FeedDocument) -> [String] {
        let isPermaLink = article.id == article.link
        var lines = [
            XMLText.element("guid", article.id, isPermaLink ? "" : "isPermaLink=\"false\""),
            XMLText.element("pubDate", article.published.map { CivilTime($0).rfc822 }),
            XMLText.element("dc:creator", article.author),
        ]
        if feed.hasFullText { lines.append("<content:encoded><![CDATA[\(article.html)]]></content:encoded>") }
        if let image = article.image {
            lines.append("<media:content url=\"\(XMLText.escaped(image))\" medium=\"image\" width=\"1200\"/>")
        }
        return lines
    }
}
