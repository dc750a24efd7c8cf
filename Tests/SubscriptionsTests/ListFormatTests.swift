import Subscriptions
import Testing

@Suite struct ListFormatTests {
    private static func read(_ text: String, besides known: [String] = []) throws -> SubscriptionList {
        try SubscriptionReader.read(Array(text.utf8), besides: known)
    }

    @Test func venusNamesSectionsByTheFeed() throws {
        let list = try Self.read(
            """
            # a planet
            [Planet]
            name = Planet Sample
            [DEFAULT]
            language = en
            [https://a.example/rss]
            name = Ann
            [https://b.example/list.opml]
            content_type = opml
            """)
        #expect(list.format == .planet)
        #expect(list.title == "Planet Sample")
        #expect(list.subscriptions.map(\.address) == ["https://a.example/rss", "https://b.example/list.opml"])
        #expect(list.subscriptions.map(\.kind) == [.feed, .list])
        #expect(list.subscriptions.first?.title == "Ann")
    }

    @Test func plutoNamesTheFeedInside() throws {
        let list = try Self.read(
            """
            title = Planet Sample

            [ann]
              title = Ann's notes
              link  = https://a.example/
              feed  = a.example/feed
            [bob]
              link = https://b.example/
            """)
        #expect(list.title == "Planet Sample")
        #expect(list.subscriptions.map(\.address) == ["https://a.example/feed"])
        #expect(list.remarks.count == 2)
    }

    @Test func osmosfeedListsHrefs() throws {
        let list = try Self.read(
            "siteTitle: Sample # yes\ncacheMaxDays: 30\nsources:\n  - href: https://a.example/f\n  - href: https://b.example/f\n"
        )
        #expect(list.format == .osmosfeed)
        #expect(list.title == "Sample")
        #expect(list.subscriptions.map(\.line) == [4, 5])
    }

    @Test func kiteGroupsFeedsByCategory() throws {
        let list = try Self.read(
            """
            {"World": {"category_type": "topic", "display_names": {"de": "Welt", "fr": "St.Louis"},
              "feeds": ["https:\\/\\/a.example\\/f"]},
             "Tech": {"feeds": [
              "https://b.example/f"]}}
            """)
        #expect(list.format == .kite)
        #expect(list.subscriptions.map(\.section) == ["World", "Tech"])
        #expect(list.subscriptions.map(\.line) == [2, 4])
        #expect(list.remarks.isEmpty)
    }

    @Test func categoriesMayHaveNames() throws {
        let list = try Self.read(
            """
            {"version": 1, "categories": [{"name": "Tech", "feeds": [{"title": "A", "url": "https://a.example/f"},
            {"title": "B", "feed_url": null}]}]}
            """)
        #expect(list.subscriptions.map(\.section) == ["Tech"])
        #expect(list.remarks == [.leftOut(line: 2, text: "B", reason: "it names no feed")])
    }

    @Test func minifluxTellsFeedsAsObjects() throws {
        let list = try Self.read(
            #"[{"id": 1, "title": "A", "site_url": "https://a.example", "feed_url": "https://a.example/f", "category": {"title": "Tech"}}]"#
        )
        #expect(list.subscriptions.map(\.title) == ["A"])
        #expect(list.subscriptions.map(\.section) == ["Tech"])
    }

    @Test func whatIsSwitchedOffInMinifluxIsNamedAndLeftOut() throws {
        let list = try Self.read(
            #"[{"title": "A", "feed_url": "https://a.example/f", "disabled": true}, {"feed_url": "https://b.example/f", "disabled": false}]"#
        )
        #expect(list.subscriptions.map(\.address) == ["https://b.example/f"])
        #expect(list.remarks == [.leftOut(line: 1, text: "A", reason: "it is switched off there")])
    }

    @Test func addressesBesideEachOtherAreSeveral() throws {
        let list = try Self.read("https://a.example/f https://b.example/f\nhttps://c.example/my feed.xml\n")
        #expect(
            list.subscriptions.map(\.address) == [
                "https://a.example/f", "https://b.example/f", "https://c.example/my%20feed.xml",
            ])
    }

    @Test func aHeadingThatDoesNotEndIsOne() throws {
        let list = try Self.read(
            "[Planet]\nname = P\n[https://a.example/f]\nname = A\n[https://b.example/f\nname = B\n[empty]\nname = C\n")
        #expect(list.subscriptions.map(\.title) == ["A", "B"])
        #expect(list.remarks == [.leftOut(line: 7, text: "empty", reason: "it names no feed")])
    }

    @Test func newsboatTagsAndTitles() throws {
        let list = try Self.read(
            """
            # mine
            https://a.example/f "~Ann's page" tech "very good"
            "query:Unread:unread = \\"yes\\""
            https://b.example/f !hidden
            exec:~/bin/feed tech
            """)
        #expect(list.subscriptions.map(\.title) == ["Ann's page", nil])
        #expect(list.subscriptions.map(\.section) == ["tech", nil])
        #expect(list.remarks.count == 2)
    }

    @Test func aPlainListIsMendedAndSaid() throws {
        let list = try Self.read(
            """
            a.example/feed
            - https://b.example/my feed.xml
            feed://c.example/rss
            http:/d.example/rss
            mailto:me@e.example
            http://a.example/feed/
            <https://f.example/rss>,
            https://g.example/x"
            """)
        #expect(
            list.subscriptions.map(\.address) == [
                "https://a.example/feed", "https://b.example/my%20feed.xml", "https://c.example/rss",
                "http://d.example/rss", "https://f.example/rss", "https://g.example/x",
            ])
        let kinds = list.remarks.map { remark in
            switch remark {
            case .mended(let line, _, _, _): "mended \(line)"
            case .leftOut(let line, _, _): "left out \(line)"
            case .duplicate(let line, _, let first): "duplicate \(line) \(first ?? 0)"
            case .note(let text): text
            }
        }
        #expect(kinds == ["mended 1", "mended 2", "mended 3", "mended 4", "left out 5", "duplicate 6 1"])
    }

    @Test func whatIsKnownIsLeftOut() throws {
        let list = try Self.read("https://a.example/f\nhttps://b.example/f\n", besides: ["http://A.example/f"])
        #expect(list.subscriptions.map(\.address) == ["https://b.example/f"])
        #expect(list.remarks == [.duplicate(line: 1, address: "https://a.example/f", first: nil)])
    }

    @Test(arguments: [
        ("https://a.example/feed", false), ("https://a.example/feed?x=12&name=ann", false),
        ("https://www.reddit.com/.rss?feed=0123456789abcdef0123&user=ann", true),
        ("https://www.patreon.com/rss/ann?auth=AbCd1234EfGh5678", true),
        ("https://a.example/feed/9f8e7d6c5b4a39281706abcdef012345/rss", true),
        ("https://me:word@a.example/feed", true),
        ("https://github.com/ann.private.atom?token=AAAA1111BBBB2222CCCC", true),
        ("https://www.youtube.com/feeds/videos.xml?channel_id=UC0123456789abcdefghijkl", false),
    ])
    func privateFeedsAreRecognised(address: String, isPrivate: Bool) {
        #expect(PrivateFeed.isLikely(address) == isPrivate)
    }
}
