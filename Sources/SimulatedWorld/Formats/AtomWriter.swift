/// Atom 1.0 (RFC 4287).
enum AtomWriter {
    static func document(_ feed: FeedDocument) -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">", XMLText.element("id", feed.home),
            XMLText.element("title", feed.title), XMLText.element("subtitle", feed.description),
            "<link rel=\"alternate\" href=\"\(XMLText.escaped(feed.home))\"/>",
            XMLText.element("updated", feed.updated.rfc3339),
            "<author>\(XMLText.element("name", feed.title))</author>",
        ]
        for article in feed.articles { lines += entry(article, in: feed) }
        return lines.joined(separator: "\n") + "\n</feed>\n"
    }

    /// An undated entry goes without both dates: invalid by the letter, and seen often enough.
    private static func entry(_ article: Article, in feed: FeedDocument) -> [String] {
        let updated = article.updated ?? article.published
        var lines = [
            "<entry>", XMLText.element("id", article.id), XMLText.element("title", article.title),
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(XMLText.escaped(article.link))\"/>",
            XMLText.element("published", article.published.map { CivilTime($0).rfc3339 }),
            XMLText.element("updated", updated.map { CivilTime($0).rfc3339 }),
        ]
        if let author = article.author { lines.append("<author>\(XMLText.element("name", author))</author>") }
        lines += article.categories.map { "<category term=\"\(XMLText.escaped($0))\"/>" }
        lines.append(XMLText.element("summary", article.summary))
        if feed.hasFullText { lines.append(XMLText.element("content", article.html, "type=\"html\"")) }
        return (lines + ["</entry>"]).filter { !$0.isEmpty }
    }
}
