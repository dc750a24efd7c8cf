import Testing
import WebText

/// Titles and texts that speak of markup, or of what looks like it.
@Suite struct SpokenOfElementsTests {
    private func guess(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { PlainText.of($0, as: .guess) }
    }

    @Test(arguments: [
        "The <script> tag, explained", "Why <style> matters", "<template> explained", "<select> can be styled now",
        "A free guide to <head> elements", "The </p> tag", "<p> or <div>?", "Mail <b@x.example> or <http://x.example>",
        "If a<b and c>d",
    ])
    func aTitleKeepsTheElementThatItNames(title: String) {
        #expect(guess(title) == title)
        #expect(PlainText.of(titleInHTML: title) == title)
    }

    @Test(arguments: [
        ("<p>News</p>", "News"), ("<p>News", "News"), ("News</p>", "News"), ("<div><p>News", "News"),
        ("<h1>News</h1>", "News"), ("<b>News", "News"), ("News<br>today", "News today"), ("a<script>x</script>b", "ab"),
        ("<div class=\"x\">News", "News"), ("<script src=\"x\"> explained", "explained"),
        ("<script>x</script> and <script> alone", "and alone"),
    ])
    func aTitleLosesItsMarkup(title: String, text: String) {
        #expect(guess(title) == text)
        #expect(PlainText.of(titleInHTML: title) == text)
    }

    @Test func aTitleInHTMLIsDecodedOnce() {
        #expect(PlainText.of(titleInHTML: "The &lt;b&gt;x&lt;/b&gt; <!DOCTYPE x>tag") == "The <b>x</b> tag")
    }

    @Test(arguments: [
        ("For n<N it is <b>bold</b>", "For n<N it is bold"),
        ("See <https://x.example/page> now", "See <https://x.example/page> now"),
        ("Mail <ann@x.example>", "Mail <ann@x.example>"), ("If a<b and c>d", "If a<b and c>d"),
        ("<x-y>News</x-y>", "News"), ("News</x>", "News"),
    ])
    func aTextKeepsTheSignThatIsMeant(html: String, text: String) {
        #expect(PlainText.of(html: html) == text)
    }

    /// Each was looked through to the end of the text.
    @Test(arguments: ["<script> ", "<N ", "<template></x ", "<a <b= "])
    func whatIsRepeatedIsReadInTheTimeOfItsLength(piece: String) {
        let text = "<script>x</script><template></template>" + String(repeating: piece, count: 30_000) + ">"
        #expect(guess("Start " + text).hasPrefix("Start"))
        #expect(PlainText.of(html: "Start " + text).hasPrefix("Start"))
    }
}
