import Testing
import WebText

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("  two\n words ", "two words"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("so<b>me</b>thing", "something"),
        ("a<br>b<br/>c", "a b c"),
        ("fish &amp; chips &lt;hot&gt;", "fish & chips <hot>"),
        ("&eacute;&#233;&#xE9;&#XE9;", "éééé"),
        ("&copy 2026 &notanentity; &amp", "© 2026 &notanentity; &"),
        ("&#150;&#8211;", "––"),
        ("&#55357;&#56832; &#xD83D;&#xDE00; &#55357; &#55357;&#65;", "😀 😀 \u{FFFD} \u{FFFD}A"),
        ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("a&nbsp;b\u{A0}c", "a b c"),
        ("&amp;amp;", "&amp;"),
        ("x<script>if (a < b) alert('</p>')</script>y", "xy"),
        ("x<style>p { }</style >y<script>never ends", "xy"),
        ("a <!-- b > c --> d", "a d"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<a title=\"x > y\" href='#'>z</a>", "z"),
        ("<a href=x\">quote</a>", "quote"),
        ("<![CDATA[kept]]>", "<![CDATA[kept]]>"),
        ("<!DOCTYPE html><?php echo ?>text", "text"),
        ("unclosed <b and more", "unclosed <b and more"),
        ("&NotEqualTilde;", "\u{2242}\u{338}"),
        ("tab\u{7}bell\u{92}", "tabbell’"),
        ("a<!-- <b>x</b> -->b", "ab"), ("Fish &amp; chips &#8211; 5&#x20AC;", "Fish & chips – 5€"),
        ("R&D; &unknown; &#xD800;", "R&D; &unknown; \u{FFFD}"), ("open <!-- never closed", "open <!-- never closed"),
    ])
    func isWhatAPersonReads(_ html: String, _ text: String) {
        #expect(PlainText.of(html: html) == text)
    }

    /// Journals write their own elements into titles, and programmers their types.
    @Test(arguments: [
        ("On <jats:italic>E. coli</jats:italic> & co", "On E. coli & co"),
        ("<scp>NMR</scp> of CO<inf>2</inf>", "NMR of CO2"),
        ("A 5-<tex-math notation=\"LaTeX\">$x$</tex-math>W", "A 5-$x$W"), ("<o:p></o:p>News", "News"),
        ("Vector<Item> and <your-name>", "Vector<Item> and <your-name>"), ("a <b:c> d", "a <b:c> d"),
    ])
    func elementsOfOthersAreNoWords(_ title: String, _ text: String) {
        #expect(guess(title) == text)
    }

    private func guess(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { PlainText.of($0, as: .guess) }
    }

    /// RSS does not say whether a title is HTML.
    @Test(arguments: [
        ("a <b>c</b>", "a c"), ("a <T> c", "a <T> c"), ("x &lt;b&gt;y&lt;/b&gt;", "x y"), ("x &lt;b&gt; y", "x <b> y"),
        ("x &lt;/b&gt;y&lt;b&gt;", "x </b>y<b>"), ("&amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt;", "&lt;b&gt;x&lt;/b&gt;"),
        ("&amp;amp;amp;amp;lt;b&amp;amp;amp;amp;gt;", "&amp;amp;amp;lt;b&amp;amp;amp;gt;"), ("AT&T", "AT&T"),
        ("<!DOCTYPE html>x", "<!DOCTYPE html>x"), ("<?xml?>x", "<?xml?>x"),
    ])
    func aTitleIsTakenForMarkupWhereItHoldsHTML(text: String, expected: String) {
        #expect(guess(text) == expected)
    }

    @Test func escapedMarkupIsReadFourTimesAtMost() {
        let levels = (1...5).map { level in (0..<level).reduce("<b>\(level)</b>") { text, _ in Escape.markup(text) } }
        #expect(guess(levels.joined()) == "123<b>4</b>&lt;b&gt;5&lt;/b&gt;")
    }

    @Test func literalTextKeepsItsMarkup() {
        let text = Array(" a\n<b>&amp;\u{7}</b>\u{A0}\u{85} ".utf8)
        #expect(text.withUnsafeBufferPointer { PlainText.of($0, as: .literal) } == "a <b>&amp;</b> …")
    }

    @Test(arguments: [
        ("&lt", "<"), ("&ltx", "&ltx"), ("&copy=1", "&copy=1"), ("&copy;=1", "©=1"), ("&hearts", "&hearts"),
        ("&hearts;", "♥"), ("&#65", "A"), ("&#x41", "A"), ("&#;", "&#;"), ("&#x;", "&#x;"), ("&#xg;", "&#xg;"),
        ("&;", "&;"),
        ("&", "&"), ("a&", "a&"), ("&a", "&a"), ("&AElig;&zwnj;&AMP;&zscr;", "Æ\u{200C}&𝓏"),
        ("&#159;&#160;x&#128;", "Ÿ x€"),
        ("&#127;&#31;&#7;x", "x"), ("&#99999999999;", "\u{FFFD}"), ("&#x10FFFF;", "\u{10FFFF}"),
        ("&CounterClockwiseContourIntegral;", "∳"),
        ("&CounterClockwiseContourIntegralx;", "&CounterClockwiseContourIntegralx;"),
        ("&aelig", "æ"), ("&Aelig;", "&Aelig;"), ("&frac12;&sup1;", "½¹"),
    ])
    func charactersAreReadByNameAndNumber(html: String, text: String) {
        #expect(PlainText.of(html: html) == text)
    }

    @Test func aTitleIsTheBeginningOfItsText() {
        #expect(PlainText.title(from: "") == nil)
        #expect(PlainText.title(from: "abc def", limit: 7) == "abc def")
        #expect(PlainText.title(from: "abc def", limit: 6) == "abc…")
        #expect(PlainText.title(from: "abcdefg", limit: 6) == "abcdef…")
    }

    @Test(arguments: [0, 1, 5, 9, 12, 1000])
    func theBeginningOfATextIsWhatTheWholeOneBeginsWith(bytes: Int) {
        for html in ["<p>One &amp; two</p>\n<p>three</p><p>four</p>", "One two three four", "<script>x</script>", ""] {
            let (whole, beginning) = (PlainText.of(html: html), PlainText.beginning(ofHTML: html, atLeast: bytes))
            #expect(whole.hasPrefix(beginning) && beginning.utf8.count >= min(bytes, whole.utf8.count))
        }
    }

    @Test func theRestOfALongTextIsNotRead() {
        let html = "<p>" + String(repeating: "word ", count: 1000) + "</p>"
        #expect(PlainText.beginning(ofHTML: html, atLeast: 20) == "word word word word word")
    }
}

/// What a hostile text may cost.
@Suite struct PlainTextCostTests {
    @Test(.timeLimit(.minutes(1)), arguments: [PlainText.Reading.guess, .html, .title])
    func tagsThatEndNowhereAreNotFollowedToTheEndEachTime(reading: PlainText.Reading) {
        // The quote that closes one value opens the next, so that no `>` is ever outside of one.
        var text = "<b x=\">\" " + String(repeating: "<i x=\">\" ", count: 100_000) + "end"
        let plain = text.withUTF8 { PlainText.of($0, as: reading) }
        #expect(plain.utf8.count <= text.utf8.count)
    }
}
