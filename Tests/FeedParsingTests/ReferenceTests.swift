import NewsModel
import Testing

@testable import FeedParsing

@Suite struct ReferenceTests {
    private static let base = "https://h.example:8080/a/b/c.xml?q=1#f"

    @Test(arguments: [
        ("d", "https://h.example:8080/a/b/d"), ("./d", "https://h.example:8080/a/b/d"),
        ("../d", "https://h.example:8080/a/d"), ("../../../d", "https://h.example:8080/d"),
        ("/d/./e/../f", "https://h.example:8080/d/f"), ("//o.example/d", "https://o.example/d"),
        ("?x", "https://h.example:8080/a/b/c.xml?x"), ("#g", "https://h.example:8080/a/b/c.xml?q=1#g"),
        (".", "https://h.example:8080/a/b/"), ("..", "https://h.example:8080/a/"),
        ("d/..", "https://h.example:8080/a/b/"),
        ("d?e=../f", "https://h.example:8080/a/b/d?e=../f"), ("HTTP://Up.example/", "HTTP://Up.example/"),
        (" ht\ntps://x.example/a b\t", "https://x.example/a%20b"), ("mailto:a@b.example", "mailto:a@b.example"),
        ("a:b", "a:b"), ("1:b", "https://h.example:8080/a/b/1:b"), ("ä", "https://h.example:8080/a/b/ä"),
    ])
    func isResolved(_ reference: String, _ expected: String) {
        #expect(Reference.resolve(reference, base: Self.base) == expected)
    }

    @Test(arguments: [
        "", "  ", "javascript:alert(1)", "JavaScript:x", "java\nscript:x", "data:text/html,x", "vbscript:x",
    ])
    func leadsNowhere(_ reference: String) {
        #expect(Reference.resolve(reference, base: Self.base) == nil)
    }

    @Test(
        arguments: [("d", "d", nil), ("d", "d", "urn:x"), ("d", "https://h.example/d", "https://h.example")]
            as [(String, String, String?)])
    func dependsOnItsBase(_ reference: String, _ expected: String, _ base: String?) {
        #expect(Reference.resolve(reference, base: base) == expected)
    }

    @Test(arguments: [
        ("https://me:word@h.example/a/b?q=1#f", "https://h.example/a/b"), ("https://h.example", "https://h.example"),
        ("https://h.example/a@b", "https://h.example/a@b"), ("feeds/a.xml?q=1", "feeds/a.xml"),
    ])
    func aBaseHandsOnNothingOfWhoAsks(address: String, base: String) {
        #expect(Reference.base(address) == base)
    }

    @Test func whatIsRelativeToADocumentHoldsNothingOfWhoAsked() throws {
        let text = """
            <rss version="2.0"><channel><title>A</title><item><title>B</title><link>#c</link>\
            <description>&lt;a href="d">e&lt;/a></description><enclosure url="f.png" type="image/png"/></item>\
            <item xml:base="https://me:word@h.example/g?q=1"><title>H</title><link>?i=2</link></item></channel></rss>
            """
        let feed = try FeedReader.read(Array(text.utf8), url: "https://me:word@h.example/feed?token=0f3c")
        #expect(feed.items.map(\.link) == ["https://h.example/feed#c", "https://h.example/g?i=2"])
        #expect(feed.items.first?.image == "https://h.example/f.png")
        #expect(feed.items.first?.summary?.base == "https://h.example/feed")
    }
}
