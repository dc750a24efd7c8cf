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
                XMLText.element("dc:date", article.published.map { CivilTime($0).rfc3339 }),
                XMLText.element("dc:creator", article.author),
                feed.hasFullText ? "<content:encoded><![CDATA[\(article.html)]]></content:encoded>" : "",
            ] + article.categories.map { XMLText.element("dc:subject", $0) } + ["</item>"]
        return lines.filter { !$0.isEmpty }
    }
}
