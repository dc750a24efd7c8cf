import NewsModel
import Testing

@testable import Publishing

/// Formulas of MathJax 2.
@Suite struct ScriptFormulaTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/")).html
    }

    @Test(arguments: [
        ("It holds for <script type=\"math/tex\">x>0</script>.", "<p>It holds for \\(x&gt;0\\).</p>"),
        ("<script type=\"math/tex; mode=display\">a&b</script>", "<p>\\[a&amp;b\\]</p>"),
        ("<script type='math/tex'>% <![CDATA[\nx<y %]]></script>", "<p>\\(x&lt;y\\)</p>"),
        ("<span class=\"MathJax_Preview\">x</span><script type=\"math/tex\">x</script>", "<p>\\(x\\)</p>"),
        ("<p>x<script type=\"math/texture\">y</script><script type=\"math/tex\">never ends", "<p>x</p>"),
    ])
    func aFormulaInAScriptIsText(source: String, expected: String) {
        #expect(html(source) == expected)
    }
}
