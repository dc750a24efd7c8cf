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

    /// The scalars at both ends of each range that is left out, and those beside them.
    @Test func leavesOutWhatMustNotBeShown() {
        func shown(_ values: [UInt32]) -> [UInt32] {
            values.filter { value in Unicode.Scalar(value).map(\.mayBeShown) ?? false }
        }
        #expect(shown([0x00, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F, 0x80, 0x9F]).isEmpty)
        #expect(shown([0x202A, 0x202E, 0x2066, 0x2069, 0x206A, 0x206F]).isEmpty)
        #expect(shown([0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0xFEFF, 0xFDD0, 0xFDEF]).isEmpty)
        #expect(shown([0xE0000, 0xE001F, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF]).isEmpty)
        let visible: [UInt32] = [
            0x09, 0x0A, 0x0D, 0x20, 0x7E, 0xA0, 0x2029, 0x202F, 0x2065, 0x2070, 0xFFF8, 0xFFFC, 0xFFFD, 0xFDCF, 0xFDF0,
            0xE0020, 0x1FFFD, 0x20000,
        ]
        #expect(shown(visible) == visible)
    }

    @Test func knowsTheScalarsThatAreWhiteSpace() {
        let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
        #expect(all.filter(PlainText.isSpace) == all.filter(\.properties.isWhitespace))
    }

    @Test(arguments: [
        ("a", true), ("!", true), ("~", true), ("", false), (" ", false), ("\u{7F}", false), ("\u{A0}", false),
        ("\u{AD}", false), ("\u{301}", false), ("\u{2800}", false), ("\u{1D159}", false), ("\u{200B}", false),
        ("\u{E000}", true), ("\u{378}", false), ("a\u{301}", true), ("\u{903}", true), ("é", true),
    ])
    func knowsWhatAReaderSees(text: String, isVisible: Bool) {
        #expect(PlainText.isVisible(text) == isVisible)
    }

    @Test func keepsWhiteSpaceWhereOnlyScalarsAreTakenOut() {
        #expect(PlainText.scalars(" a\n\n b\u{202E}\u{0} ") == " a\n\n b ")
        #expect(PlainText.scalars("a\tb") == "a\tb")
    }

    @Test func aMessageIsCutWhereNobodyReadsOn() {
        let most = String(repeating: "n", count: 500)
        #expect(PlainText.message(most) == most)
        #expect(PlainText.message(most + "n") == most + "…")
        #expect(PlainText.message(String(repeating: " ", count: 4000) + "x") == "")
        #expect(PlainText.message(String(repeating: " ", count: 3999) + "x") == "x")
    }

    @Test(arguments: [
        ("one two", 5, "one"), ("one two", 3, "one"), ("one two", 4, "one"), ("one, two", 5, "one"),
        ("one (two", 5, "one"), ("one — two", 7, "one"), ("漢字漢字", 2, "漢字"),
        ("a " + String(repeating: "x", count: 50), 41, "a"),
        ("a " + String(repeating: "x", count: 50), 42, "a " + String(repeating: "x", count: 40)),
    ])
    func isCutAtTheEndOfAWord(text: String, offset: Int, head: String) {
        #expect(PlainText.wordEnd(in: text, before: text.index(text.startIndex, offsetBy: offset)) == head)
    }

    @Test func eightMarksMayStandUponALetterAndNoMore() {
        func heap(_ count: Int) -> String { "z" + String(repeating: "\u{334}", count: count) }
        #expect(PlainText.line(heap(8)).unicodeScalars.count == 9)
        #expect(PlainText.line(heap(9)).unicodeScalars.count == 9)
        #expect(PlainText.scalars(heap(9) + heap(8)).unicodeScalars.count == 18)
        #expect(PlainText.line("☃" + String(repeating: "\u{FE0F}", count: 9)).unicodeScalars.count == 10)
    }
}
