import NewsModel
import Testing

@Suite struct TrimmingTests {
    @Test(arguments: [
        ("", ""), (" ", ""), ("a b", "a b"), (" a b\n", "a b"), ("a\r\n", "a"), ("\u{A0}a\u{2028}", "a"),
        ("é", "é"), ("a\u{3000}", "a"), ("\u{7F}a\t", "\u{7F}a"),
    ])
    func takesWhiteSpaceFromTheEnds(text: String, expected: String) {
        #expect(text.trimmed == expected)
    }
}
