import NewsModel
import Testing

@testable import Curation

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("<p>One</p><p>two</p>", "One two"), ("a<!-- <b>x</b> -->b", "a b"), ("a<script>if (1<2) x()</script>b", "a b"),
        ("Fish &amp; chips &#8211; 5&#x20AC;", "Fish & chips – 5€"),
        ("R&D; &unknown; &#xD800;", "R&D; &unknown; &#xD800;"),
        ("open <b", "open"), ("open <!-- never closed", "open"),
    ])
    func markupBecomesWords(html: String, text: String) {
        let plain = PlainText.of(Markup(.html, html)).split(separator: " ").joined(separator: " ")
        #expect(plain == text)
    }

    @Test func plainTextStaysAsItIs() {
        #expect(PlainText.of(Markup(.text, "1 < 2 &amp;")) == "1 < 2 &amp;")
    }
}
