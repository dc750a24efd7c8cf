import Testing
import WebText

@Suite struct XMLWriterTests {
    @Test func writesAnElementALine() {
        var xml = XMLWriter()
        xml.element("feed", [("xml:lang", "en"), ("base", nil)]) { feed in
            feed.text("title", "A & B")
            feed.text("content", [("type", "html")], "<p>")
            feed.empty("link", [("href", "x?a&b"), ("title", "\"'")])
            feed.element("author") { $0.text("name", "C") }
        }
        #expect(
            String(decoding: xml.bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xml:lang="en">
                 <title>A &amp; B</title>
                 <content type="html">&lt;p&gt;</content>
                 <link href="x?a&amp;b" title="&quot;&#39;"/>
                 <author>
                  <name>C</name>
                 </author>
                </feed>

                """)
    }
}
