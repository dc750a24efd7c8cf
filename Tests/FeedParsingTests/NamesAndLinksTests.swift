import NewsModel
import Testing

@testable import FeedParsing

/// Names and links that stand where few programs write them.
@Suite struct NamesAndLinksTests {
    private func rdf(_ item: String) throws -> FeedItem {
        let feed = try FeedReader.read(
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">"
                + "<channel><link>https://p.example/</link></channel>\(item)</rdf:RDF>", url: "https://p.example/rdf")
        return try #require(feed.items.first)
    }

    @Test func anItemOfRDFLeadsToWhatItIsAbout() throws {
        #expect(
            try rdf("<item rdf:about=\"https://p.example/1\"><title>x</title></item>").link == "https://p.example/1")
        #expect(
            try rdf("<item rdf:about=\"https://p.example/1\"><link>https://p.example/2</link></item>").link
                == "https://p.example/2")
        #expect(try rdf("<item rdf:about=\"urn:x:1\"><title>x</title></item>").link == nil)
    }

    private func categories(_ category: String) throws -> [String] {
        let feed = try FeedReader.read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>x</title>\(category)</entry></feed>")
        return try #require(feed.items.first).categories
    }

    @Test func aCategoryOfAtomIsItsLabelAndItsTerm() throws {
        #expect(
            try categories("<category term=\"cs.LG\" label=\"Machine Learning\"/>") == ["Machine Learning", "cs.LG"])
        #expect(try categories("<category term=\"World\" label=\"World\"/>") == ["World"])
        #expect(try categories("<category term=\"world\" label=\"World\"/>") == ["World"])
        #expect(try categories("<category label=\"World\"/><category term=\"uk\"/>") == ["World", "uk"])
    }

    @Test func aTitleOfAtomKeepsTheElementThatItNames() throws {
        let feed = try FeedReader.read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>"
                + "<title type=\"html\">The &lt;script> tag, &lt;em>explained&lt;/em></title></entry></feed>")
        #expect(feed.items.first?.title == "The <script> tag, explained")
    }

    @Test(arguments: [
        "\"authors\":{\"name\":\"Guest\"}", "\"authors\":[\"Guest\"]", "\"author\":\"Guest\"", "\"authors\":\"Guest\"",
        "\"author\":[{\"name\":\"Guest\"}]", "\"authors\":[{}],\"author\":{\"name\":\"Guest\"}",
    ])
    func anAuthorOfAnItemIsReadHoweverItIsWritten(author: String) throws {
        let feed = try FeedReader.read(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"x\",\"authors\":[{\"name\":\"Owner\"}],"
                + "\"items\":[{\"id\":\"1\",\"title\":\"y\",\(author)}]}")
        #expect(feed.items.first?.authors == ["Guest"])
    }
}
