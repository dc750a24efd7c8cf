import Testing
import WebText

/// The formulas of MathJax 2 in plain text.
@Suite struct TeXScriptTests {
    @Test(arguments: [
        ("for <script type=\"math/tex\">x>0</script>.", "for \\(x>0\\)."),
        ("<script type=\"math/tex; mode=display\">%<![CDATA[\nx %]]></script>", "\\[x\\]"),
        ("a<script type=\"math/texture\">x</script><script type=\"math/tex\"> </script>b", "ab"),
    ])
    func aFormulaInAScriptIsText(html: String, text: String) {
        #expect(PlainText.of(html: html) == text)
    }
}
