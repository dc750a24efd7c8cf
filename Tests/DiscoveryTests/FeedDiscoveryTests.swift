import Discovery
import NewsModel
import Testing
import WebText

@Suite struct FeedDiscoveryTests {
    static let feed = "<rss version='2.0'><channel><title>T</title><item><title>A</title></item></channel></rss>"

    /// Pages of a site, by address.
    private static func find(_ address: String, in site: [String: String], links: [String] = []) async throws
        -> DiscoveredFeed
    {
        let discovery = FeedDiscovery { url throws(DiscoveryFailure) in
            guard let text = site[url] else { throw DiscoveryFailure(reason: "404 Not Found") }
            return FetchedDocument(bytes: Array(text.utf8), url: url, contentType: "text/html", links: links)
        }
        return try await discovery.feed(of: try #require(WebAddress(address)))
    }

    @Test(arguments: [
        ("<link rel=alternate type='application/rss+xml' href=/a.xml>", "https://p.example/a.xml"),
        (
            "<link rel='alternate' type='application/json+oembed' href='/o'><link type=\"application/atom+xml\" rel=\"ALTERNATE\" href=\"a.xml\">",
            "https://p.example/blog/a.xml"
        ),
        (
            "<base href='https://p.example/x/'><link rel='feed' type='application/atom+xml' href='a.xml'>",
            "https://p.example/x/a.xml"
        ),
        (
            "<link rel=alternate type=application/rss+xml title='All » Comments Feed' href=/comments/feed/><link rel=alternate type=application/rss+xml title=All href=/a.xml>",
            "https://p.example/a.xml"
        ),
        (
            "<link rel=alternate type='application/rss+xml; charset=utf-8' href='//p.example/a.xml'>",
            "https://p.example/a.xml"
        ),
        (
            "<link rel=alternate type=application/feed+json href=/missing.json><link rel=alternate type=application/rss+xml href=/a.xml>",
            "https://p.example/a.xml"
        ),
        ("<link rel=alternate type=application/rss+xml href='/a.xml?a=1&amp;b=2'>", "https://p.example/a.xml?a=1&b=2"),
        ("<p><a href='/about'>About</a> <a class=x href=\"/rss.xml\">Subscribe</a>", "https://p.example/rss.xml"),
        (
            "<link rel=alternate type='application/x-rss+xml' href='a.xml'><base href='/x/'>",
            "https://p.example/x/a.xml"
        ),
        (
            "<script>s = \"<link rel=alternate type='application/rss+xml' href=/b.xml>\"</script><link rel=alternate type='text/rss+xml' href=/a.xml>",
            "https://p.example/a.xml"
        ),
        ("<!-- nothing -->", "https://p.example/blog/feed.xml"),
    ])
    func aPageNamesItsFeed(markup: String, expected: String) async throws {
        let site = [
            "https://p.example/blog/": "<!doctype html><html><head>\(markup)</head><body><h1>Hello</h1></body></html>",
            expected: Self.feed, "https://p.example/comments/feed/": Self.feed,
        ]
        #expect(try await Self.find("https://p.example/blog/", in: site).address == expected)
    }

    @Test func aPageMayBeAFolder() async throws {
        let site = ["https://p.example/blog": "<html>Hi</html>", "https://p.example/blog/feed.xml": Self.feed]
        #expect(try await Self.find("https://p.example/blog", in: site).address == "https://p.example/blog/feed.xml")
    }

    @Test func theHeadOfTheAnswerNamesOne() async throws {
        let site = ["https://p.example/": "<html>Hi</html>", "https://p.example/a": Self.feed]
        let found = try await Self.find(
            "https://p.example/", in: site,
            links: ["</s.css>; rel=preload, </a>; rel=\"alternate\"; type=\"application/rss+xml\""])
        #expect(found.address == "https://p.example/a")
        #expect(found.way == .page)
    }

    @Test func aFeedIsItsOwn() async throws {
        let found = try await Self.find("https://p.example/x", in: ["https://p.example/x": Self.feed])
        #expect(found.way == .itself)
        #expect(found.feed.items.count == 1)
    }

    /// What is known of a site is for its pages: a feed of a tag or a private one is what was asked for.
    @Test(arguments: [
        "https://github.com/o/r/tags.atom", "https://ann.substack.com/feed/private/0f3c9a77",
        "https://www.reddit.com/user/ann/saved.rss?feed=0f3c9a77&user=ann", "https://ann.tumblr.com/tagged/tea/rss",
    ])
    func aFeedOfAKnownSiteIsItsOwn(address: String) async throws {
        var site = [address: Self.feed]
        for other in SitePatterns.feeds(of: try #require(WebAddress(address))) { site[other] = Self.feed }
        #expect(try await Self.find(address, in: site).address == address)
    }

    @Test(arguments: [
        ["https://p.example/blog/a/": "<html>Hi</html>", "https://p.example/feed": feed],
        [
            "https://p.example/blog/a/":
                "<link rel=alternate type=application/rss+xml title='Comments' href='/blog/a/comments.xml'>",
            "https://p.example/blog/a/comments.xml": feed, "https://p.example/feed": feed,
        ],
    ])
    func whatTheSiteSaysComesBeforeComments(site: [String: String]) async throws {
        var site = site
        site["https://p.example/blog/a/feed"] = Self.feed.replacing("<title>T<", with: "<title>Comments on: T<")
        #expect(try await Self.find("https://p.example/blog/a/", in: site).address == "https://p.example/feed")
        site["https://p.example/feed"] = nil
        #expect(try await Self.find("https://p.example/blog/a/", in: site).address.contains("/blog/a/"))
    }

    @Test func otherFeedsOfAPageAreTold() async throws {
        let page = ["a", "b"].map { "<link rel=alternate type=text/xml href=/\($0).xml>" }.joined()
        let site = [
            "https://p.example/": page, "https://p.example/a.xml": Self.feed, "https://p.example/b.xml": Self.feed,
        ]
        #expect(try await Self.find("https://p.example/", in: site).others == ["https://p.example/b.xml"])
    }

    @Test func aPageWithoutAFeedIsToldInAClause() async throws {
        await #expect(
            throws: DiscoveryFailure(reason: "the page names no feed, and there is none where feeds usually are")
        ) {
            try await Self.find("https://p.example/", in: ["https://p.example/": "<html>Hi</html>"])
        }
        await #expect(throws: DiscoveryFailure(reason: "404 Not Found")) {
            try await Self.find("https://p.example/", in: [:])
        }
    }

    @Test(arguments: [
        ("https://www.youtube.com/channel/UCabc/videos", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc"),
        ("https://youtube.com/playlist?list=PL1&x=2", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
        ("https://github.com/o/r", "https://github.com/o/r/releases.atom"),
        ("https://github.com/o/r/commits/main", "https://github.com/o/r/commits/main.atom"),
        ("https://github.com/o", "https://github.com/o.atom"),
        ("https://gitlab.com/g/p", "https://gitlab.com/g/p/-/releases.atom"),
        ("https://gitlab.com/g/s/p", "https://gitlab.com/g/s/p/-/releases.atom"),
        ("https://gitlab.com/g/s/p/-/tree/main/a", "https://gitlab.com/g/s/p/-/releases.atom"),
        ("https://gitlab.com/ann", "https://gitlab.com/ann.atom"),
        ("https://social.example/@ann/tagged/tea", "https://social.example/@ann/tagged/tea.rss"),
        ("https://social.example/tags/tea", "https://social.example/tags/tea.rss"),
        ("https://www.reddit.com/r/swift/comments/1a/x/", "https://www.reddit.com/r/swift/comments/1a/.rss"),
        ("https://old.reddit.com/r/swift/", "https://www.reddit.com/r/swift/.rss"),
        ("https://social.example/@ann", "https://social.example/@ann.rss"),
        ("https://bsky.app/profile/ann.example", "https://bsky.app/profile/ann.example/rss"),
        ("https://ann.substack.com/p/hello", "https://ann.substack.com/feed"),
        ("https://ann.wordpress.com/", "https://ann.wordpress.com/feed/"),
        ("https://medium.com/@ann/a-story", "https://medium.com/feed/@ann"),
        ("https://medium.com/the-paper", "https://medium.com/feed/the-paper"),
        ("https://paper.medium.com/", "https://paper.medium.com/feed"),
    ])
    func knownSitesTellByTheirAddresses(page: String, feed: String) async throws {
        #expect(try await Self.find(page, in: [feed: Self.feed]).address == feed)
    }

    @Test func aChannelOfYouTubeIsInItsPage() async throws {
        let feed = "https://www.youtube.com/feeds/videos.xml?channel_id=UC0123456789abcdefghijkl"
        let page = "<html><script>{\"externalId\":\"UC0123456789abcdefghijkl\"}</script>"
        #expect(
            try await Self.find(
                "https://www.youtube.com/@ann", in: ["https://www.youtube.com/@ann": page, feed: Self.feed]
            ).address == feed)
    }
}
