import Foundation
import NewsModel
import Testing

@testable import FeedParsing

/// Names, words and texts that were escaped too often, or written as HTML where the format has plain text.
@Suite struct PlainNameTests {
    private func item(_ inner: String) throws -> FeedItem {
        let feed = try FeedReader.read(
            """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:a="http://www.w3.org/2005/Atom" \
            xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item>\(inner)</item></channel></rss>
            """)
        return try #require(feed.items.first)
    }

    @Test(arguments: [
        (
            "<dc:creator>&lt;a href='https://a.example/1'>O. Person&lt;/a>, P. D&amp;#8217;Or</dc:creator>",
            "O. Person, P. D’Or"
        ),
        ("<author>Jo &amp;amp; Flo</author>", "Jo & Flo"), ("<author>Jo &amp;amp;amp; Flo</author>", "Jo & Flo"),
        ("<author>&lt;b>Jo&lt;/b></author>", "Jo"), ("<author>jo@a.example (Jo &amp;eacute;)</author>", "Jo é"),
        ("<author>Jo &lt;a@a.example></author>", "Jo"), ("<author>Jo &amp;lt;jo@a.example&amp;gt;</author>", "Jo"),
        ("<author>&lt;a href='mailto:jo@a.example'>Jo&lt;/a></author>", "Jo"),
        ("<itunes:author>Jo &amp;#38; Flo</itunes:author>", "Jo & Flo"),
        ("<a:author><a:name>Jo &amp;ndash; Flo</a:name></a:author>", "Jo – Flo"),
        ("<author>&lt;![CDATA[Jo]]&gt;</author>", "Jo"), ("<author>AT&amp;T desk</author>", "AT&T desk"),
        ("<author>Jo\n   Flo</author>", "Jo Flo"),
    ])
    func anAuthorIsAName(inner: String, expected: String) throws {
        #expect(try item(inner).authors == [expected])
    }

    @Test(arguments: ["&lt;br>", "&lt;p>&lt;/p>", "&lt;a href='/a'>&lt;/a>", "<![CDATA[<span> </span>]]>"])
    func tagsAloneAreNoName(inner: String) throws {
        let item = try item("<author>\(inner)</author><category>\(inner)</category>")
        #expect(item.authors.isEmpty)
        #expect(item.categories.isEmpty)
    }

    @Test func aTypeInAngleBracketsIsAName() throws {
        #expect(try item("<category>&lt;T></category><category>&lt;3</category>").categories == ["<T>", "<3"])
    }

    @Test func sectionMarksOfATitleInJSONAreLeftOut() throws {
        let feed = try FeedReader.read(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"<![CDATA[Paper]]>","items":[{"id":"1","#
                + #""title":"<![CDATA[Rail & road]]>"},{"id":"2","title":"On <![CDATA[ and ]]>"}]}"#)
        #expect(feed.title == "Paper")
        #expect(feed.items.map(\.title) == ["Rail & road", "On <![CDATA[ and ]]>"])
    }

    @Test(arguments: [
        ("<category><![CDATA[Rail &amp; Road]]></category>", ["Rail & Road"]),
        ("<dc:subject>&lt;a href='/t'>Rail&lt;/a></dc:subject>", ["Rail"]),
        ("<keywords>Rail, Road &amp;amp; Sea</keywords>", ["Rail", "Road & Sea"]),
        ("<a:category term='Rail &amp;amp;amp; Road'/>", ["Rail & Road"]),
        ("<category>&lt;![CDATA[Rail]]&gt;</category>", ["Rail"]), ("<category>Vec&lt;T></category>", ["Vec<T>"]),
        ("<category>&lt;p>A text.&lt;/p></category>", ["<p>A text.</p>"]),
    ])
    func aCategoryIsAWord(inner: String, expected: [String]) throws {
        #expect(try item(inner).categories == expected)
    }

    @Test func thoseOfAJSONFeedAreReadAlike() throws {
        let feed = try FeedReader.read(
            """
            {"version":"https://jsonfeed.org/version/1.1","language":"pt_BR","items":[{"id":"1",\
            "authors":[{"name":"Jo &amp; <i>Flo</i>"}],"tags":["Rail &amp;amp; Road"],"content_html":"it\\u0092s"}]}
            """)
        #expect(feed.items.first?.authors == ["Jo & Flo"])
        #expect(feed.items.first?.categories == ["Rail & Road"])
        #expect(feed.items.first?.content?.source == "it’s")
        #expect(feed.language == "pt-BR")
    }

    @Test(arguments: [
        ("<title>&lt;![CDATA[Escaped twice]]&gt;</title>", "Escaped twice"),
        ("<title>&amp;lt;![CDATA[Escaped twice]]&amp;gt;</title>", "Escaped twice"),
        ("<title><![CDATA[<![CDATA[Nested]]]]><![CDATA[>]]></title>", "Nested"),
        ("<title>News: &lt;![CDATA[inside]]&gt; and on</title>", "News: inside and on"),
    ])
    func aTitleHasNoMarksOfASection(inner: String, expected: String) throws {
        #expect(try item(inner).title == expected)
    }

    @Test func neitherHasADateOrAText() throws {
        let item = try item(
            "<pubDate>&lt;![CDATA[24 Nov 2026]]&gt;</pubDate><description>&lt;![CDATA[&lt;b>x&lt;/b>]]&gt;</description>"
        )
        #expect(item.published?.timeIntervalSince1970 == 1_795_478_400)
        #expect(item.summary?.source == "<b>x</b>")
    }

    @Test(arguments: ["text/markdown", "application/x-prose", "odd", "image/png"])
    func aTextOfAnUnknownTypeIsText(type: String) throws {
        let feed = try FeedReader.read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="\(type)">5 &lt; 6</title>\
            <summary type="\(type)">*so* &lt;b></summary></entry></feed>
            """)
        #expect(feed.items.first?.title == "5 < 6")
        #expect(feed.items.first?.summary == Markup(.text, "*so* <b>"))
    }

    @Test(arguments: [("en_GB", "en-GB"), ("EN-us", "en-US"), ("german", "de")])
    func aLanguageIsWrittenInOneWay(text: String, expected: String) throws {
        let feed = try FeedReader.read("<rss><channel><language>\(text)</language></channel></rss>")
        #expect(feed.language == expected)
        let atom = try FeedReader.read("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='\(text)'/>")
        #expect(atom.language == expected)
    }
}
