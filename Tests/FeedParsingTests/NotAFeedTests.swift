import FeedParsing
import Foundation
import NewsModel
import Testing

@Suite struct NotAFeedTests {
    @Test(arguments: [
        ("", FeedError.empty),
        (" \n\t", .empty),
        ("\u{FEFF}", .empty),
        ("<html><body><h1>Gone", .notAFeed(.webPage(feedAddress: nil))),
        ("<!doctype html>\nnothing else", .notAFeed(.webPage(feedAddress: nil))),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", .notAFeed(.otherXML(root: "svg"))),
        ("<?xml version='1.0'?><!-- only this -->", .notAFeed(.otherXML(root: nil))),
        ("{\"items\": []}", .notAFeed(.otherJSON)),
        ("[1, 2]", .notAFeed(.otherJSON)),
        ("null", .notAFeed(.otherJSON)),
        ("\"text\"", .notAFeed(.otherJSON)),
        ("Too many requests.", .notAFeed(.plainText)),
    ])
    func isSaidToBeWhatItIs(_ text: String, _ error: FeedError) {
        #expect(throws: error) { try FeedReader.read(text) }
    }

    @Test(arguments: [
        "<title>Just a moment...</title>", "<!doctype html><p>Prove that you’re human to go on",
        "<html><script src='/cdn-cgi/challenge-platform/h.js'></script></html>",
        "<p>Confirmez que vous n&#39;êtes pas un robot</p>",
    ])
    func aGatesPageIsKnownByWhatItSays(_ page: String) {
        #expect(throws: FeedError.notAFeed(.challenge)) { try FeedReader.read(page) }
    }

    @Test func thePagesOwnFeedGoesBeforeThatOfItsComments() {
        let link = { (title: String, href: String) in
            "<link rel='alternate' type='application/rss+xml' title='\(title)' href='\(href)'>"
        }
        let pages = [
            link("Comments on Paper", "/c.xml") + link("Paper", "/f.xml"),
            link("Paper", "/f.xml") + link("Paper", "/comments/feed"),
            link("Kommentarfeed", "/k.xml") + link("Paper", "/f.xml"),
        ]
        for page in pages {
            #expect(throws: FeedError.notAFeed(.webPage(feedAddress: "https://a.example/f.xml"))) {
                try FeedReader.read(Array("<html><head>\(page)".utf8), url: "https://a.example/")
            }
        }
        #expect(throws: FeedError.notAFeed(.webPage(feedAddress: "https://a.example/c.xml"))) {
            try FeedReader.read(Array(link("Comments", "/c.xml").utf8), url: "https://a.example/")
        }
    }

    @Test(arguments: [
        ([0x1F, 0x8B, 8, 0] as [UInt8], "gzip"), ([0x50, 0x4B, 3, 4, 9], "zip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
        ([0x42, 0x5A, 0x68, 0x39], "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz"), ([0x78, 0x9C, 1], "zlib"),
    ])
    func packedBytesAreNamed(_ bytes: [UInt8], _ format: String) {
        #expect(throws: FeedError.notAFeed(.compressed(format))) { try FeedReader.read(bytes) }
    }

    /// As in the days before anybody closed a paragraph.
    @Test func aLongPageWithNothingClosedIsAPage() {
        let page = "<!DOCTYPE HTML><HTML><BODY>" + String(repeating: "<P>One <LI>two & three", count: 1000)
        #expect(throws: FeedError.notAFeed(.webPage(feedAddress: nil))) { try FeedReader.read(page) }
    }

    @Test(arguments: [
        "<head><title>Paper</title>FEED</head><body><p>Hello", "<title>Paper</title>FEED<h1>Hello",
        "<body>FEED<p>Hello</p></body>",
        "<!-- built at night -->\n<HEAD>FEED</HEAD>", "<meta charset=utf-8>FEED<div>Hello</div>",
        "<script>go()</script>FEED",
        "<!DOCTYPE html><title>Paper</title>FEED", "<!doctype HTML>\n<div>Hello</div>FEED",
        "<noscript>Hello</noscript>FEED",
        "<center><h1>403 Forbidden</h1></center>FEED<hr>",
    ])
    func aPageWithoutItsRootIsAPageToo(page: String) {
        let link = "<link rel=alternate type='application/atom+xml' href=/feed.atom>"
        for (head, address) in [(link, "https://page.example/feed.atom"), ("", nil)] {
            #expect(throws: FeedError.notAFeed(.webPage(feedAddress: address))) {
                try FeedReader.read(page.replacing("FEED", with: head), url: "https://page.example/")
            }
        }
    }

    @Test(arguments: [
        ("0; url=/feed.xml", "https://page.example/feed.xml"), ("5;URL='rss'", "https://page.example/blog/rss"),
        ("0;url=\"https://feeds.example/a?b=1&amp;c\"", "https://feeds.example/a?b=1&c"),
        (" 0.5 , Url = /feed ", "https://page.example/feed"), ("0; /atom.xml", "https://page.example/atom.xml"),
        ("30", nil), ("0; url=", nil), ("0;url=''", nil), ("", nil),
    ])
    func whereAPageSendsBrowsersIsSaid(content: String, address: String?) {
        let error = FeedError.notAFeed(address.map { .forwardingPage(to: $0) } ?? .webPage(feedAddress: nil))
        for page in [
            "<html><head><meta http-equiv=refresh content='\(content.replacing("'", with: "&#39;"))'></head></html>",
            "<META CONTENT='\(content.replacing("'", with: "&#39;"))' HTTP-EQUIV='Refresh'>",
        ] {
            #expect(throws: error) { try FeedReader.read(page, url: "https://page.example/blog/") }
        }
    }

    @Test func aFeedThatIsNamedComesBeforeWhereAPageSendsBrowsers() {
        let page = """
            <meta http-equiv="refresh" content="0; url=/home"><link rel="alternate" type="application/rss+xml" href="/rss">
            """
        #expect(throws: FeedError.notAFeed(.webPage(feedAddress: "https://page.example/rss"))) {
            try FeedReader.read(page, url: "https://page.example/")
        }
    }

    @Test(arguments: [
        "<opml version='2.0'/>", "<urlset/>", "<article xmlns='http://docbook.org/ns/docbook'/>", "<note/>",
    ])
    func otherXMLIsNoPage(text: String) {
        guard case .otherXML? = (#expect(throws: FeedError.self) { try FeedReader.read(text) }).flatMap(Self.found)
        else {
            Issue.record("it is taken for something else")
            return
        }
    }

    private static func found(_ error: FeedError) -> FeedError.Found? {
        if case .notAFeed(let found) = error { found } else { nil }
    }

    @Test func aMessageInFrontOfAFeedIsPassedOver() throws {
        let feed = try FeedReader.read(
            "<br />\n<b>Notice</b>: cache is cold<br />\n<?xml version=\"1.0\"?><rss><channel><title>T</title></channel></rss>"
        )
        #expect(feed.title == "T")
        #expect(feed.warnings.map(\.description) == ["line 1: text before the document was left out"])
    }

    @Test func binaryBytesAreNamed() {
        let bytes = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 5) }
        #expect(throws: FeedError.notAFeed(.binary)) { try FeedReader.read(bytes) }
    }

    @Test(arguments: [
        ("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss\">", "https://page.example/rss"),
        ("<LINK HREF='atom.xml' TYPE='application/atom+xml' REL='Alternate'>", "https://page.example/blog/atom.xml"),
        (
            "<base href='/other/'><link rel=alternate type=application/feed+json href=f.json>",
            "https://page.example/other/f.json"
        ),
        ("<link rel='stylesheet' type='text/css' href='x'><link rel='alternate' hreflang='de' href='y'>", nil),
        ("<link rel='alternate' type='application/rss+xml' href='?a=1&amp;b=2'>", "https://page.example/blog/?a=1&b=2"),
    ])
    func aPageNamesItsFeed(_ head: String, _ address: String?) {
        let page = "<!DOCTYPE html><html><head>\(head)</head><body><p>Hello</body></html>"
        #expect(throws: FeedError.notAFeed(.webPage(feedAddress: address))) {
            try FeedReader.read(page, url: "https://page.example/blog/")
        }
    }

    @Test(arguments: [
        FeedError.empty, .notAFeed(.webPage(feedAddress: "https://a.example/f")), .notAFeed(.webPage(feedAddress: nil)),
        .notAFeed(.forwardingPage(to: "https://a.example/f")), .notAFeed(.otherJSON), .notAFeed(.otherXML(root: "x")),
        .notAFeed(.otherXML(root: nil)), .notAFeed(.binary),
        .notAFeed(.compressed("gzip")), .notAFeed(.plainText), .malformed(line: 3, reason: "r"),
        .malformed(line: nil, reason: "r"), .tooLarge(.bytes(1)), .tooLarge(.entries(1)), .tooLarge(.depth(1)),
        .tooLarge(.attributes(1)), .tooLarge(.names(1)), .tooLarge(.text(1)),
    ])
    func errorsAreSentences(_ error: FeedError) {
        #expect(error.description.first?.isUppercase == true)
        #expect(error.description.count > 20 && error.description.count < 120)
    }
}
