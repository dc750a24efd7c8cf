import Discovery
import FeedParsing
import Foundation
import Subscriptions
import WebText

extension FuzzTarget {
    /// Lists of feeds in all formats: what is taken over is an address that is understood the same way again.
    static let list = FuzzTarget(
        name: "list",
        corpus: texts([
            """
            <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
            <outline text="News &amp; more"><outline type="rss" title="A" xmlUrl="https://a.example/feed"/>
            <outline text="B" type="include" url="feed://b.example/list.opml"/></outline></body></opml>
            """,
            "[Planet]\nname = Planet\n\n[https://a.example/feed]\nname = A\nface: x.png\n[feed:b.example/atom]\n",
            "sources:\n  - href: https://a.example/feed\n  - href: b.example/rss\ncacheUrl: https://c.example\n",
            #"{"World": {"category_type": "x", "feeds": ["https://a.example/feed", "https://b.example/rss"]}}"#,
            #"[{"feed_url": "https://a.example/feed", "title": "A", "category": {"title": "News"}}]"#,
            "# mine\nhttps://a.example/feed \"~A\" news\nhttp://b.example/rss # b\n\"query:x:y\"\nexec:ls\nhttps;//c.example",
        ])
    ) { bytes, _ in
        guard let list = try? SubscriptionReader.read(bytes) else { return nil }
        for subscription in list.subscriptions {
            guard let mended = try? MendedAddress(subscription.address), mended.text == subscription.address else {
                return "takes over an address that is not understood again: \(subscription.address)"
            }
        }
        return nil
    }

    /// Pages that name feeds.
    static let page = FuzzTarget(
        name: "page",
        corpus: texts([
            """
            <!doctype html><head><base href="/x/"><link rel="alternate home" type="application/rss+xml" title="A"
            href="feed.xml"><link rel=alternate type='application/atom+xml; charset=utf-8' href=//b.example/atom></head>
            <body><a href="/rss">RSS</a><a class=feed href='?feed=rss2'>Feed &amp; more</a><iframe src=/feed></iframe>
            """,
            "<html xmlns='http://www.w3.org/1999/xhtml'><link href='feed.json' rel='feed'/><meta charset=utf-16>",
        ])
    ) { bytes, number in
        let discovery = FeedDiscovery { address throws(DiscoveryFailure) in
            if address == pageAddress { return FetchedDocument(bytes: bytes, url: address, contentType: "text/html") }
            guard number % 2 == 0 else { throw DiscoveryFailure(reason: "there is none") }
            return FetchedDocument(bytes: Array("<rss><channel><title>x".utf8), url: address)
        }
        guard let page = WebAddress(pageAddress), let found = try? await discovery.feed(of: page) else { return nil }
        return WebAddress(found.address) == nil ? "finds what is no address: \(found.address)" : nil
    }

    private static let pageAddress = "https://a.example/blog/"
}
