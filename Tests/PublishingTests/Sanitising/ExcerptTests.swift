import NewsModel
import Testing

@testable import Publishing

@Suite struct ExcerptTests {
    private func excerpt(_ source: String, _ limit: Int = 40) -> String {
        Sanitiser.excerpt(Markup(.html, source), limit: limit).html
    }

    /// The space before a word may be the one character too many.
    @Test func aLineThatFillsTheLimitLeavesRoomForNothing() {
        #expect(excerpt("<p>abcd</p><p>efgh</p><p>ijkl</p>", 8) == "abcd efgh…")
    }

    @Test(arguments: [
        ("<p>Short.</p>", "Short."),
        ("<p>One</p><p>two</p>", "One two"),
        ("<p>A <a href='https://a.example'>link</a> and <em>stress</em>.</p>", "A link and <em>stress</em>."),
        ("Twelve words that go on and on until nobody wants to read them", "Twelve words that go on and on until…"),
        ("<p>Exactly forty characters stand in here!!</p>", "Exactly forty characters stand in here!!"),
        ("<p>Exactly forty-one characters stand in it!</p>", "Exactly forty-one characters stand in…"),
        (
            "<em>The stress goes on and on and on beyond the end</em>",
            "<em>The stress goes on and on and on beyond…</em>"
        ),
        ("<p>Text</p><script>x</script>", "Text"),
        ("", ""),
    ])
    func cutsAfterAWordAndKeepsMarkupWhole(source: String, expected: String) {
        #expect(excerpt(source) == expected)
    }

    @Test func neverBreaksACharacter() {
        let family = "👨‍👩‍👧‍👦"
        #expect(excerpt(String(repeating: family, count: 50), 3) == String(repeating: family, count: 3) + "…")
        #expect(excerpt("e\u{301}e\u{301}e\u{301}", 2) == "e\u{301}e\u{301}…")
    }

    @Test func cutsAScriptWithoutSpacesBetweenCharacters() {
        #expect(excerpt(String(repeating: "漢字", count: 40), 10) == String(repeating: "漢字", count: 5) + "…")
    }

    @Test(arguments: [
        "<p>News.</p><p>The post <a href=https://a.example>X</a> appeared first on <a href=https://b.example>Y</a>.</p>",
        """
        <p>News.</p><p>The&nbsp; <b>post</b> <a href=https://a.example>A headline that says what happened, where it did \
        and to whom</a> appeared first on <a href=https://b.example>Y</a>.</p>
        """,
        "<p>News. <a href='https://a.example'>Read more</a></p>",
        "<p>News.</p><p><a href=https://a.example>Continue reading…</a></p>",
        "<p>News.</p><a href=https://a.example/c>Comments</a>",
        "<p>News. <a href=https://a.example>Read more</a><img src=https://a.example/a.jpg></p>",
    ])
    func dropsWhatOnlyLeadsOn(source: String) {
        #expect(excerpt(source) == "News.")
    }

    @Test func isNothingWhereOnlyALinkToCommentsStands() {
        #expect(excerpt("<a href=\"https://talk.example/1\">Comments</a>").isEmpty)
    }
}
