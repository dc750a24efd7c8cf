import Testing
import WebText

@Suite struct DisplayTextTests {
    @Test(arguments: [
        ("  a \n\t b  ", "a b"), ("a\u{202E}b\u{2067}c", "abc"), ("a\u{0}b\u{7}c", "abc"), ("\u{A0}a\u{2003}b", "a b"),
        ("a\u{200F}b", "a\u{200F}b"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"), ("\u{FEFF}a", "a"), ("", ""),
    ])
    func isOneLineOfWhatMayBeShown(text: String, expected: String) {
        #expect(PlainText.line(text) == expected)
    }

    @Test func cutsANameThatIsNone() {
        let most = String(repeating: "n", count: 120)
        #expect(PlainText.name(most) == most)
        #expect(PlainText.name(most + "n") == most + "…")
        #expect(PlainText.name("a " + String(repeating: "é", count: 117) + " b c").hasSuffix("é…"))
        let family = String(repeating: "👩\u{200D}", count: 400)
        #expect(PlainText.name(family).unicodeScalars.count <= 4 * 120 + 1)
        #expect(PlainText.headline(String(repeating: "n", count: 300)).count == 300)
    }

    @Test func letsAHeapOfMarksGrowOnlySoHigh() {
        let heap = String(repeating: "\u{334}", count: 100)
        #expect(PlainText.line("z\(heap) é").unicodeScalars.count == 11)
        #expect(PlainText.line("שָׁל֔וֹם") == "שָׁל֔וֹם")
    }
}
