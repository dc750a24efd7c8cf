import NewsModel
import Testing
import WebText

@testable import Publishing

@Suite struct SanitiserTests {
    private func html(_ source: String, base: String? = "https://outlet.example/2026/story.html", images: Bool = false)
        -> String
    {
        Sanitiser.html(Markup(.html, source, base: base), showsImages: images).html
    }

    /// Each cell was read twice, and so at each level: two dozen of them took longer than any night.
    @Test(arguments: [
        "<table><tr><td>", "<table><tr><td>a<td>", "<table><tbody><tr><th><div>", "<ul><li><table><tr><td>",
    ])
    func readsTablesWithinTablesOnce(level: String) {
        #expect(html(String(repeating: level, count: 40) + "end").contains("end"))
    }

    @Test(arguments: [
        ("<p>One</p><p>Two</p>", "<p>One</p><p>Two</p>"),
        ("Loose text", "<p>Loose text</p>"),
        ("<div>One<div>Two</div>Three</div>", "<p>One</p><p>Two</p><p>Three</p>"),
        ("<p>A <b>bold</b> and <em>fine</em> word</p>", "<p>A <b>bold</b> and <em>fine</em> word</p>"),
        ("<h1>Title</h1><p>x</p>", "<h4>Title</h4><p>x</p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
        ("<blockquote>said</blockquote>", "<blockquote><p>said</p></blockquote>"),
        ("<pre>a\n  b</pre>", "<pre>\na\n  b</pre>"), ("<pre>\n\na</pre>", "<pre>\n\na</pre>"),
        ("<span>plain</span> <font color=red>red</font>", "<p>plain red</p>"),
        ("x<wbr>y<embed>z", "<p>xyz</p>"),
        ("&nbsp;<p>&nbsp;</p><p><br></p><p></p>", ""),
        ("<b><i></i></b><p>x</p>", "<p>x</p>"),
        ("a &lt;b&gt; &amp;amp; \"c\" 'd'", "<p>a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39;</p>"),
    ])
    func keepsWhatItKnowsAndTheTextOfTheRest(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    @Test(arguments: [
        ("/a", "https://outlet.example/a"), ("b.html", "https://outlet.example/2026/b.html"),
        ("../c?x=1&y=2", "https://outlet.example/c?x=1&amp;y=2"), ("//other.example/d", "https://other.example/d"),
        ("#note", "https://outlet.example/2026/story.html#note"),
        ("HTTPS://Other.example/e", "https://other.example/e"),
        ("mailto:desk@outlet.example", "mailto:desk@outlet.example"),
        ("https://x.example/a b\"c", "https://x.example/a%20b%22c"),
    ])
    func resolvesLinksAgainstTheBase(href: String, expected: String) {
        let given = href.replacing("\"", with: "&quot;")
        #expect(
            html("<a href=\"\(given)\">x</a>") == "<p><a href=\"\(expected)\" rel=\"noopener nofollow ugc\">x</a></p>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "jav&Tab;ascript:alert(1)", "javascript&colon;alert(1)", "java&#10;script:alert(1)", "&#x6A;avascript:alert(1)",
        "&#1;javascript:alert(1)", "\u{1}javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "vbscript:x",
        "feed:javascript:alert(1)", "view-source:https://a.example", "file:///etc/passwd", "blob:https://a.example/x",
        "https://user:word@a.example/", "https:///no-host", "https://", "//", "http:javascript:alert(1)", "about:blank",
    ])
    func undoesALinkThatLeadsToNoPage(href: String) {
        #expect(html("<a href=\"\(href)\">x</a>") == "<p>x</p>")
    }

    @Test func undoesARelativeLinkWithoutABase() {
        #expect(html("<a href=/a>x</a>", base: nil) == "<p>x</p>")
    }

    @Test(arguments: [
        "<p>x</p><img src=https://t.example/1.gif width=1 height=1>", "<p>x<img src=https://a.example/p.jpg></p>",
        "<p>x</p><form action=/a><input name=q><button>Go</button></form>",
        "<p>x</p><style>p{}</style>", "<p>x</p><script>alert(1)</script>",
        "<p>x</p><svg onload=alert(1)><p>y</p></svg>",
        "<p>x</p><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<p>x</p><template><b>y</b></template>",
        "<p>x</p><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<p>x</p><textarea></p></textarea>", "<meta http-equiv=refresh content='0;url=https://a.example'><p>x</p>",
        "<base href=https://evil.example/><p>x</p>", "<link rel=stylesheet href=//a.example/a.css><p>x</p>",
        "<p style=position:fixed onclick=alert(1) id=clob class=c>x</p>", "<p>x</p><object data=a.swf></object>",
        "<!-- <img src=x onerror=alert(1)> --><p>x</p>", "<![CDATA[<p>x</p>]]>", "<?php echo 1 ?><p>x</p>",
        "<p>x</p><a href='https://www.facebook.com/sharer/sharer.php?u=1'>Share</a>", "<p\u{0}>x</p>",
        "<p>\u{0}x\u{8}</p>",
        "<details open ontoggle=alert(1)>x</details>", "<p>x</p><video><source onerror=alert(1)></video>",
    ])
    func leavesNothingOfWhatIsNotText(source: String) {
        #expect(html(source) == "<p>x</p>")
    }

    @Test func whatIsWrappedTwiceIsUnwrappedThoughAMarkFollows() {
        #expect(html("<![CDATA[\u{301}x]]><p>y</p>") == "<p>\u{301}x</p><p>y</p>")
    }

    @Test(arguments: [
        "<p>x<table><tr><td>a<td>b</table>", "<a href=/1>one<a href=/2>two</a></a>", "<b><p>x</b></p>",
        "<li>x</li><td>y</td>",
        "<ul><p>x</p><li>y</ul>", "<em><ul><li>x</li></ul></em>", "<form><form><p>x</form>", "<p><p><p>x",
        "</p></div>x</body>y",
        "<table><p>x</p></table>", "<blockquote><li>x<h2>y</blockquote>", "<h2><p>x</p></h2>", "<td><ul><tr>x",
        "<!doctype html><html><body>x",
        "<a href=/x><div><h3>t</h3><p>y</p></div></a>", "<select><option><p>x</p></select>y", "<pre>\n\n x",
        "<plaintext><p>x</p>",
    ])
    func writesATreeThatReadsBackAsItself(source: String) {
        let once = html(source)
        #expect(html(once) == once)
        #expect(Balance.isWellFormed(once))
    }

    @Test func removesBidirectionalControls() {
        #expect(html("a\u{202E}b\u{2066}c\u{2069}&#x202e;d") == "<p>abcd</p>")
    }

    @Test func keepsPicturesOnlyWhereTheyAreWantedAndShowSomething() {
        let source =
            "<p>x <img src=/a.jpg alt='A &quot;view&quot;' width=600 height=400 onerror=alert(1)><img src=b.gif width=1></p>"
        #expect(
            html(source, images: true)
                == "<p>x <img src=\"https://outlet.example/a.jpg\" alt=\"A &quot;view&quot;\" loading=\"lazy\" "
                + "referrerpolicy=\"no-referrer\" width=\"600\" height=\"400\"/></p>")
        #expect(html(source) == "<p>x</p>")
    }

    @Test(arguments: [
        "width=2 height=90", "width=1px", "style='DISPLAY : none'", "style='border:0;width:1px'", "hidden",
        "src=https://pixel.wp.com/b.gif?x=1", "src=https://ad.doubleclick.net/a.jpg", "src=/i/spacer.gif",
        "src=data:image/png;base64,xx", "src=//", "src='java&#9;script:alert(1)'", "srcset='data:x 2x'",
    ])
    func dropsPicturesThatShowNothing(attributes: String) {
        let source = attributes.contains("src") ? "<img \(attributes)>" : "<img src=/a.jpg \(attributes)>"
        #expect(html("<p>x\(source)</p>", images: true) == "<p>x</p>")
    }

    @Test(arguments: [
        ("width=3 height=3", true), ("width='100%' height=40", false), ("width=20000 height=4", false),
        ("width=300", false),
    ])
    func saysThePictureSizeWhereItIsOne(attributes: String, isSaid: Bool) {
        let result = html("<img src=/a.jpg \(attributes)>", images: true)
        #expect(result.contains("<img src=") && result.contains("width=") == isSaid)
    }

    @Test func letsAHeapOfMarksGrowOnlySoHigh() {
        let heap = { "z" + String(repeating: "\u{301}", count: $0) }
        #expect(html(heap(8)) == "<p>\(heap(8))</p>")
        #expect(html(heap(9)) == "<p>\(heap(8))</p>")
    }

    @Test func keepsATableOfDataAndUndoesOneOfLayout() {
        #expect(
            html("<table><tr><th>a<th>b<tr><td>1<td>2</table>")
                == "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>")
        #expect(html("<table><tr><td><p>a</p></td></tr></table>") == "<p>a</p>")
    }

    @Test func keepsLanguageAndDirection() {
        #expect(html("<p lang=ar dir=rtl>مرحبا</p>") == "<p lang=\"ar\" dir=\"rtl\">مرحبا</p>")
        #expect(html("<p lang='\"><x' dir=sideways>x</p>") == "<p>x</p>")
    }

    @Test(arguments: [10, 200, 300, 100_000])
    func survivesDeepNesting(depth: Int) {
        let source =
            "<p>first</p>" + String(repeating: "<b><i>", count: depth) + "x"
            + String(repeating: "<blockquote>", count: depth)
        let result = html(source)
        #expect(result.hasPrefix("<p>first</p>"))
        #expect(Balance.isWellFormed(result))
    }

    @Test func cutsWhatIsTooLong() {
        let result = html(String(repeating: "word ", count: HTMLNode.longestSource))
        #expect(result.utf8.count <= HTMLNode.longestSource + 16)
        #expect(result.hasSuffix("</p>"))
    }

    @Test func showsPlainTextAsParagraphs() {
        #expect(Sanitiser.html(Markup(.text, "One <b>\ntwo\n\nthree")).html == "<p>One &lt;b&gt; two</p><p>three</p>")
    }

    @Test func saysPlainTextOnOneLine() {
        #expect(
            Sanitiser.plainText(Markup(.html, "<p>One<br>two</p><ul><li>three</li></ul>&amp;")) == "One two three &")
    }
}

/// Whether every element that is opened is closed in order, and nothing else looks like markup.
enum Balance {
    static func isWellFormed(_ html: String) -> Bool {
        var open: [Substring] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { return false }
            let tag = rest[rest.index(after: start)..<end]
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return false }
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
            rest = rest[rest.index(after: end)...]
        }
        return open.isEmpty
    }
}
