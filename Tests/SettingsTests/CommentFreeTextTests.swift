import Settings
import Testing

/// Comments go, and all else stays in its place.
@Suite struct CommentFreeTextTests {
    @Test(arguments: [
        ("a: b # c", "a: b"), ("# a\nb: c", "\nb: c"), ("  # a", ""), ("a: b#c", "a: b#c"),
        ("a: 'b # c' # d", "a: 'b # c'"),
        ("a: \"b \\\" # c\" # d", "a: \"b \\\" # c\""), ("a: it's # b", "a: it's"),
        ("a: 'b\n  # c' # d", "a: 'b\n  # c'"),
        ("a: [b, 'c # d', e] # f", "a: [b, 'c # d', e]"), ("a: 'it''s # b' # c", "a: 'it''s # b'"),
        ("- a: | # b\n    # c\n\n    d # e\n  f: g # h", "- a: |\n    # c\n\n    d # e\n  f: g"),
        ("a: >-\n  # b\n# c", "a: >-\n  # b\n"), ("{\"a\": \"b # c\"}", "{\"a\": \"b # c\"}"), ("a: b\n", "a: b\n"),
        ("a: &x 'b # c' # d", "a: &x 'b # c'"), ("", ""),
    ])
    func commentsGo(text: String, expected: String) {
        #expect(CommentFreeText(text).text == expected)
    }
}
