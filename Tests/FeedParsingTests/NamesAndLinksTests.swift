import NewsModel
import Testing

@testable import FeedParsing

/// Names and links that stand where few programs write them.
@Suite struct NamesAndLinksTests {
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
}
