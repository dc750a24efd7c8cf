import FeedParsing
import Foundation
import NewsModel
import Publishing
import WebText

extension FuzzTarget {
    static let json = FuzzTarget(
        name: "json",
        corpus: texts([
            #"{"items": [{"id": 1, "title": "A \u00e9 \ud83d\ude00", "tags": ["x", null, true, -1.5e3]}], "next": {}}"#,
            "[[[[]]], {\"a\": {\"b\": [1, 2, 3]}}, \"text\", false]",
        ])
    ) { bytes, _ in
        _ = try? JSONReader.document(bytes)
        return nil
    }

    static let html = FuzzTarget(
        name: "html",
        corpus: texts([
            "<p>One <b>two</b> <a href='/x?a=1&amp;b=2' onclick=x>three</a><br><img src=y.png alt='z'></p><ul><li>a<li>b</ul>",
            "<table><tr><td>1<td>2</table><blockquote><pre>a\n b</pre></blockquote><script>x</script><style>y</style>&nbsp;&#146;",
            "<a href='https:javascript://a/1'>x</a><svg><a xlink:href='javascript:1'>x</a></svg><math><mi>y</mi></math><iframe src=//a.example></iframe><!-- c -->",
            "<math display=block><mfrac linethickness=0><mn>1</mn><mi>x</mi></mfrac><semantics><annotation-xml encoding='text/html'><p>y</annotation-xml></semantics><mspace/></math><ruby>a<rp>(<rt>b<rp>)</ruby>",
            "<table><caption>c</caption><tr><td colspan=2 rowspan=3>a<td>b</table><picture><source srcset='a 1x, b 2x'><img data-src=c></picture><noscript><img src=d></noscript><video><source src=e.mp4></video><object data=f.pdf><embed src=g></object>&#x92;",
        ])
    ) { bytes, _ in
        let markup = Markup(.html, String(decoding: bytes, as: UTF8.self), base: "https://a.example/b/")
        let safe = Sanitiser.html(markup).html
        _ = Sanitiser.excerpt(markup, limit: 240)
        let lower = safe.lowercased()
        // Text is escaped, and addresses stand in quotes.
        for word in [
            "<script", "<style", "<iframe", "<svg", "<annotation-xml", "<embed", "<noscript", "=\"javascript:",
            "=\"data:text",
            " onclick=\"",
        ]
        where lower.contains(word) {
            return "lets \(word) through"
        }
        return nil
    }

    static let date = FuzzTarget(
        name: "date",
        corpus: texts([
            "Mon, 23 Nov 2026 06:30:00 +0100", "2026-11-23T06:30:00.123Z", "23/11/2026 06:30 PM",
            "November 23, 2026 EST",
            "1795415400", "2026年11月23日", "lun., 23 nov. 2026 06:30:00 GMT",
            "23.11.2026 6:30 p. m. America/New_York", "24 Jul 2026 18h05 Central European Summer Time",
            "1.795415400e12", "/Date(1795415400000+0100)/", "23 Nov 2026 06:30:00 0200 (PDT)",
            "003/011/02026 [Asia/Tokyo]",
        ])
    ) { bytes, _ in
        let text = String(decoding: bytes.prefix(4000), as: UTF8.self)
        _ = FeedDate.parse(text)
        if let instant = RFC3339.date(text), RFC3339.date(RFC3339.precise(instant)) != instant {
            return "is read as an instant that does not read back"
        }
        return nil
    }

    static let address = FuzzTarget(
        name: "address",
        corpus: texts([
            "https://user@www.example.org:8443/a/../b//c.html?q=1&utm_source=x#frag", "http://[2001:db8::1]:80/%7Ea%2f",
            "https://bücher.example/straße?ä=ö", "//a.example/x", "../b?c", "http://0x7f.1/", "mailto:a@b.example",
        ])
    ) { bytes, _ in
        let text = String(decoding: bytes.prefix(8000), as: UTF8.self)
        guard let address = WebAddress(text, base: WebAddress("https://base.example/x/y")) else { return nil }
        return WebAddress(address.text)?.text == address.text ? nil : "is read as an address that does not read back"
    }
}
