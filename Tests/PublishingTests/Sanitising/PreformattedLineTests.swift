import NewsModel
import Testing

@testable import Publishing

/// The lines of programs that stand in blocks.
@Suite struct PreformattedLineTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/")).html
    }

    @Test(arguments: [
        (
            "<pre><div class=\"line\">def f():</div><div class=\"line\">    return 1</div></pre>",
            "<pre>\ndef f():\n    return 1</pre>"
        ),
        ("<pre><p>a</p><p>  b</p></pre>", "<pre>\na\n  b</pre>"),
        (
            "<pre><code>\n  <div>a</div>\n  <div>  b</div>\n</code></pre>",
            "<pre>\n<code>a\n  b</code></pre>"
        ),
        ("<pre><ol><li>a</li><li> <b>b</b></li></ol>c</pre>", "<pre>\na\n <b>b</b>\nc</pre>"),
        ("<pre><div>a</div><div><br></div><div>b</div></pre>", "<pre>\na\n<br/>b</pre>"),
        ("<pre><div>a\n</div><div>b\n</div></pre>", "<pre>\na\nb\n</pre>"),
        ("<pre>x <div>a<span>  </span>b</div>\ny</pre>", "<pre>\nx \na  b\ny</pre>"),
        (
            "<pre><code><table><tr><td>1<td>a<tr><td>2<td>b</table></code></pre>",
            "<pre>\n<code>1 a\n2 b</code></pre>"
        ),
    ])
    func blocksInAPreformattedTextAreLines(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    @Test func linesAreApartInAnExcerpt() {
        let code = Markup(.html, "<pre><div>one</div><div>two</div></pre>")
        #expect(Sanitiser.excerpt(code, limit: 40).html == "one two")
    }
}
