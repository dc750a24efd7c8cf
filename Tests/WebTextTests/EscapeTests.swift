import Testing
import WebText

@Suite struct EscapeTests {
    @Test(arguments: [
        ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"), ("\"\u{301} onmouseover=x", "&quot;\u{301} onmouseover=x"),
        ("<\u{338}script>", "&lt;\u{338}script&gt;"), ("a\u{0}b\u{B}c\u{1F}d\u{7F}e", "abcde"), ("a\tb\nc", "a\tb\nc"),
        ("a\rb", "a&#13;b"), ("x\u{FFFE}y\u{FFFF}z", "xyz"), ("é漢😀", "é漢😀"), ("", ""),
        ("\u{FFFD}\u{FFBE}\u{FFFF}", "\u{FFFD}\u{FFBE}"),
        ("a\u{8}\u{9}\u{A}\u{C}\u{E}\u{20}~\u{7F}\u{80}", "a\t\n ~\u{80}"),
        ("&amp;", "&amp;amp;"), ("<<>>", "&lt;&lt;&gt;&gt;"),
    ])
    func escapesByByteAndLeavesOutWhatXMLForbids(text: String, expected: String) {
        #expect(Array(Escape.markup(text).utf8) == Array(expected.utf8))
    }
}
