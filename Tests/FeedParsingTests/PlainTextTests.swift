import FeedParsing
import Testing

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
    ])
    func isWhatAPersonReads(_ html: String, _ text: String) {
        #expect(PlainText.of(html: html) == text)
    }
}
