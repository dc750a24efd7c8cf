import NewsModel
import Testing

@testable import Publishing

/// References to characters that end without a semicolon.
@Suite struct OldCharacterNameTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/")).html
    }

    @Test(arguments: [
        (
            "&copy 2026 caf&eacute, AT&ampT, a&nbspb, 5&frac12%, &COPY", "© 2026 café, AT&amp;T, a\u{A0}b, 5½%, ©"
        ),
        ("&notit; &notin; &ltb&gt", "¬it; ∉ &lt;b&gt;"),
        ("https://x.example/?a=1&copy=2", "https://x.example/?a=1&amp;copy=2"),
        ("&hearts &x &", "&amp;hearts &amp;x &amp;"), ("R&Dreg", "R&amp;Dreg"),
    ])
    func oldNamesOfCharactersNeedNoSemicolon(source: String, expected: String) {
        #expect(html(source) == "<p>\(expected)</p>")
    }

    @Test func anAddressIsNotFullOfCharacters() {
        #expect(
            html("<a href=\"/a?x=1&copy=2&region=3&regular\">x</a>").contains(
                "\"https://outlet.example/a?x=1&amp;copy=2&amp;region=3&amp;regular\""))
    }
}
