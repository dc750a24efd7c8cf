/// A feed before it takes a form.
struct FeedDocument: Sendable, Hashable {
    let title: String
    /// The page that the feed belongs to.
    let home: String
    let description: String
    /// Whether entries carry the whole article or only its summary.
    let hasFullText: Bool
    /// When the document last changed.
    let updated: UTCTime
    let articles: [Article]

    /// The document in one of the forms, with its media type.
    func written(as form: SimulatedSource.FeedForm) -> (contentType: String, text: String) {
        switch form {
        case .rss091: ("text/xml; charset=utf-8", RSSWriter(version: "0.91").document(self))
        case .rss092: ("text/xml; charset=utf-8", RSSWriter(version: "0.92").document(self))
        case .rss20: ("application/rss+xml; charset=utf-8", RSSWriter(version: "2.0").document(self))
        case .rss10: ("application/rdf+xml; charset=utf-8", RDFWriter.document(self))
        case .atom: ("application/atom+xml; charset=utf-8", AtomWriter.document(self))
        case .jsonFeed: ("application/feed+json; charset=utf-8", SimulatedJSONFeed.document(self))
        }
    }
}

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
            XMLText.element("pubDate", article.published.map { UTCTime($0).rfc822 }),
            XMLText.element("dc:creator", article.author),
        ]
        if feed.hasFullText { lines.append("<content:encoded><![CDATA[\(article.html)]]></content:encoded>") }
        if let image = article.image {
            lines.append("<media:content url=\"\(XMLText.escaped(image))\" medium=\"image\" width=\"1200\"/>")
        }
        return lines
    }
}

/// RSS 1.0: RDF, with dates and authors from Dublin Core.
enum RDFWriter {
    static func document(_ feed: FeedDocument) -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">",
            "<channel rdf:about=\"\(XMLText.escaped(feed.home))\">", XMLText.element("title", feed.title),
            XMLText.element("link", feed.home), XMLText.element("description", feed.description),
            XMLText.element("dc:date", feed.updated.rfc3339), "<items><rdf:Seq>",
        ]
        lines += feed.articles.map { "<rdf:li rdf:resource=\"\(XMLText.escaped($0.id))\"/>" }
        lines += ["</rdf:Seq></items>", "</channel>"]
        for article in feed.articles { lines += item(article, in: feed) }
        return lines.joined(separator: "\n") + "\n</rdf:RDF>\n"
    }

    private static func item(_ article: Article, in feed: FeedDocument) -> [String] {
        let lines =
            [
                "<item rdf:about=\"\(XMLText.escaped(article.id))\">", XMLText.element("title", article.title),
                XMLText.element("link", article.link), XMLText.element("description", article.summary),
                XMLText.element("dc:date", article.published.map { UTCTime($0).rfc3339 }),
                XMLText.element("dc:creator", article.author),
                feed.hasFullText ? "<content:encoded><![CDATA[\(article.html)]]></content:encoded>" : "",
            ] + article.categories.map { XMLText.element("dc:subject", $0) } + ["</item>"]
        return lines.filter { !$0.isEmpty }
    }
}

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
            XMLText.element("published", article.published.map { UTCTime($0).rfc3339 }),
            XMLText.element("updated", updated.map { UTCTime($0).rfc3339 }),
        ]
        if let author = article.author { lines.append("<author>\(XMLText.element("name", author))</author>") }
        lines += article.categories.map { "<category term=\"\(XMLText.escaped($0))\"/>" }
        lines.append(XMLText.element("summary", article.summary))
        if feed.hasFullText { lines.append(XMLText.element("content", article.html, "type=\"html\"")) }
        return (lines + ["</entry>"]).filter { !$0.isEmpty }
    }
}

/// JSON Feed 1.1.
enum SimulatedJSONFeed {
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
            "date_published": .text(article.published.map { UTCTime($0).rfc3339 }),
            "date_modified": .text(article.updated.map { UTCTime($0).rfc3339 }),
            "authors": article.author.map { .array([.object(["name": .string($0)])]) } ?? .null,
            "tags": .array(article.categories.map(JSONText.string)),
        ]).withoutNulls
    }
}

/// Text as it stands in XML and HTML.
enum XMLText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    /// An element with escaped text; nothing where there is no text.
    static func element(_ name: String, _ text: String?, _ attributes: String = "") -> String {
        guard let text else { return "" }
        let space = attributes.isEmpty ? "" : " "
        return "<\(name)\(space)\(attributes)>\(escaped(text))</\(name)>"
    }
}
