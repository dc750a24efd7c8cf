import NewsModel
import Testing

@testable import FeedParsing

/// What a relative address is relative to: `xml:base`, else the entry's link, else the site's, else the feed's.
@Suite struct RelativeLinkTests {
    private static let url = "https://feeds.example/all/rss.xml"

    private func item(_ inner: String, channel: String = "<link>https://site.example/blog/</link>") throws -> FeedItem {
        let feed = try FeedReader.read(
            "<rss version=\"2.0\"><channel>\(channel)<item>\(inner)</item></channel></rss>", url: Self.url)
        return try #require(feed.items.first)
    }

    private static let text =
        "<description>&lt;a href='x'></description><enclosure url='a.mp3'/><comments>#c</comments>"

    @Test func whatStandsInAnEntryIsRelativeToItsLink() throws {
        let item = try item("\(Self.text)<link>https://site.example/2026/post/?p=1#top</link>")
        #expect(item.link == "https://site.example/2026/post/?p=1#top")
        #expect(item.summary?.base == "https://site.example/2026/post/?p=1")
        #expect(item.enclosures.map(\.url) == ["https://site.example/2026/post/a.mp3"])
        #expect(item.discussion == "https://site.example/2026/post/?p=1#c")
    }

    @Test func aLinkInMarkupIsItsTarget() throws {
        let item = try item("\(Self.text)<link>&lt;a href=\"/node/7?a=1&amp;amp;b=2\">Read&lt;/a></link>")
        #expect(item.link == "https://site.example/node/7?a=1&b=2")
    }

    @Test func anEntryWithoutALinkIsRelativeToItsSite() throws {
        #expect(try item(Self.text).summary?.base == "https://site.example/blog/")
    }

    @Test func aRelativeLinkIsRelativeToTheSite() throws {
        let item = try item("<link>/post/1/</link>\(Self.text)")
        #expect(item.link == "https://site.example/post/1/")
        #expect(item.summary?.base == "https://site.example/post/1/")
    }

    @Test func oneOfTheSitesOwnHostIsRelativeToTheFeed() throws {
        let item = try item("<link>p</link>\(Self.text)", channel: "<link>https://feeds.example/</link>")
        #expect(item.link == "https://feeds.example/all/p")
        #expect(item.summary?.base == "https://feeds.example/all/p")
    }

    @Test func aSiteThatIsNamedBehindTheEntriesCountsAsWell() throws {
        let feed = try FeedReader.read(
            "<rss><channel><item><link>p</link></item><link>https://site.example/</link></channel></rss>", url: Self.url
        )
        #expect(feed.items.first?.link == "https://site.example/p")
    }

    @Test func withoutASiteTheFeedIsTheBase() throws {
        let item = try item("<link>p/1</link>\(Self.text)", channel: "<title>t</title>")
        #expect(item.link == "https://feeds.example/all/p/1")
    }

    @Test func aRelativeSiteIsRelativeToTheFeed() throws {
        let item = try item(Self.text, channel: "<link>/</link>")
        #expect(item.summary?.base == "https://feeds.example/")
    }

    @Test func anXMLBaseGoesFirst() throws {
        let feed = try FeedReader.read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/b/"><link href="https://site.example/"/>\
            <entry><link href="e"/><content type="html" xml:base="c/">&lt;a href='x'></content>\
            <summary type="html">&lt;a href='x'></summary></entry></feed>
            """, url: Self.url)
        let item = try #require(feed.items.first)
        #expect(item.link == "https://feeds.example/b/e")
        #expect(item.content?.base == "https://feeds.example/b/c/")
        #expect(item.summary?.base == "https://feeds.example/b/")
    }

    @Test func theFileOfAnEntryIsNoBase() throws {
        let item = try item(
            "<enclosure url='https://files.example/d/a.mp3'/><description>&lt;a href='x'></description>")
        #expect(item.link == "https://files.example/d/a.mp3")
        #expect(item.summary?.base == "https://site.example/blog/")
    }

    @Test func aJSONFeedIsReadAlike() throws {
        let feed = try FeedReader.read(
            """
            {"version":"https://jsonfeed.org/version/1.1","home_page_url":"https://site.example/","items":[\
            {"id":"1","url":"/2026/post/","content_html":"<img src='w.png'>","image":"i.png"},\
            {"id":"2","external_url":"https://else.example/a/","content_html":"<img src='w.png'>"}]}
            """, url: Self.url)
        #expect(feed.items.map(\.link) == ["https://site.example/2026/post/", "https://else.example/a/"])
        #expect(feed.items.map(\.content?.base) == ["https://site.example/2026/post/", "https://site.example/"])
        #expect(feed.items[0].image == "https://site.example/2026/post/i.png")
    }

    // MARK: Links that were escaped too often

    @Test(
        arguments: [
            ("<link><![CDATA[https://w.example/read?id=4&amp;page=2]]></link>", "https://w.example/read?id=4&page=2"),
            ("<link>https://w.example/read?id=4&amp;amp;amp;page=2</link>", "https://w.example/read?id=4&page=2"),
            ("<link>https://w.example/a&amp;#x2F;b&amp;#47;c</link>", "https://w.example/a/b/c"),
            ("<link>https://w.example/read?a=1&amp;copy=2&amp;amp=3</link>", "https://w.example/read?a=1&copy=2&amp=3"),
            ("<guid>https://w.example/?a=1&amp;amp;b=2</guid>", "https://w.example/?a=1&b=2"),
            ("<enclosure url='https://w.example/?a=1&amp;amp;b=2'/>", "https://w.example/?a=1&b=2"),
            (
                "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='https://w.example/?a=1&amp;amp;b=2'/>",
                "https://w.example/?a=1&b=2"
            ),
            ("<link>&lt;![CDATA[https://w.example/1]]&gt;</link>", "https://w.example/1"),
            ("<link>  &amp;lt;![CDATA[https://w.example/1]]&amp;gt;</link>", "https://w.example/1"),
            ("<link><![CDATA[javascript&amp;#58;alert(1)]]></link>", nil),
        ] as [(String, String?)])
    func escapedOnceMore(inner: String, expected: String?) throws {
        #expect(try item(inner).link == expected)
    }

    @Test(arguments: ["image/png", "video/mp4", "application/pdf", "text/html", ""])
    func aContentElsewhereIsTheLink(type: String) throws {
        let feed = try FeedReader.read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>t</title>\
            <link rel="related" href="https://o.example/"/><content type="\(type)" src="https://a.example/m"/></entry></feed>
            """)
        #expect(feed.items.first?.link == "https://a.example/m")
        #expect(feed.items.first?.image == (type == "image/png" ? "https://a.example/m" : nil))
    }

    @Test func aContentElsewhereIsNoLinkBesideOne() throws {
        let feed = try FeedReader.read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="image/png" src="https://a.example/m"/>\
            <link href="https://a.example/page"/></entry></feed>
            """)
        #expect(feed.items.first?.link == "https://a.example/page")
    }
}
