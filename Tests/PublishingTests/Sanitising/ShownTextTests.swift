import NewsModel
import Testing

@testable import Publishing

/// Elements that careful programs leave out, and browsers show.
@Suite struct ShownTextTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/")).html
    }

    @Test(arguments: [
        ("<marquee>News</marquee>", "<p>News</p>"), ("It is <output>5</output>", "<p>It is 5</p>"),
        ("<meter value=.6>60%</meter> and <progress>7 of 9</progress>", "<p>60% and 7 of 9</p>"),
        ("<dialog open>Shown</dialog>x", "<p>Shown</p><p>x</p>"), ("<dialog>Hidden</dialog>x", "<p>x</p>"),
        ("<slot>News</slot>", "<p>News</p>"),
        ("<xmp><b>x</b> &amp;</xmp>y", "<pre>\n&lt;b&gt;x&lt;/b&gt; &amp;amp;</pre><p>y</p>"),
        ("<xmp>never ends <script>", "<pre>\nnever ends &lt;script&gt;</pre>"),
    ])
    func textThatABrowserShowsIsKept(source: String, expected: String) {
        #expect(html(source) == expected)
    }
}
