import Testing
import WebText

@Suite struct BytesTests {
    private func with<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
        Array(text.utf8).withUnsafeBufferPointer { body($0) }
    }

    @Test func classesOfBytesEndWhereTheyDo() {
        let all = UInt8.min...UInt8.max
        #expect(all.filter(\.isDigit) == Array("0123456789".utf8))
        #expect(all.filter(\.isLetter) == Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8))
        #expect(all.filter(\.isBlank) == [0x09, 0x0A, 0x0C, 0x0D, 0x20])
        #expect(all.filter { $0.lowercase != $0 } == Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8))
        #expect(all.compactMap(\.hexValue) == Array(0...9) + Array(10...15) + Array(10...15))
    }

    @Test(arguments: [("", ""), (" ", ""), ("\t a b\r\n", "a b"), ("a", "a"), ("\u{A0}a", "\u{A0}a")])
    func areTrimmedOfBlanks(text: String, trimmed: String) {
        #expect(with(text) { $0.trimmed.string } == trimmed)
        #expect(with(trimmed + " ") { $0.withoutLeadingBlanks.string } == trimmed + (trimmed.isEmpty ? "" : " "))
    }

    @Test func wordsAreComparedInAnyCase() {
        #expect(with("GmT") { $0.isWord("gmt") })
        #expect(!with("gmt ") { $0.isWord("gmt") })
        #expect(!with("gm") { $0.isWord("gmt") })
        #expect(with("x GMT") { $0.starts(withWord: "gmt", at: 2) && $0.ends(withWord: "gmt") })
        #expect(!with("x GM") { $0.starts(withWord: "gmt", at: 2) || $0.ends(withWord: "gmt") })
        #expect(!with("gmtx") { $0.ends(withWord: "gmt") })
    }

    @Test func textsAreFoundFromAnOffsetOn() {
        #expect(with("aab") { $0.first("ab", from: 0) } == 1)
        #expect(with("abab") { $0.first("ab", from: 1) } == 2)
        #expect(with("aba") { $0.first("ab", from: 1) } == nil)
        #expect(with("ab") { $0.index(of: UInt8(ascii: "b"), from: 1) } == 1)
        #expect(with("ab") { $0.index(of: UInt8(ascii: "a"), from: 1) } == nil)
        #expect(with("ab") { $0.index(of: UInt8(ascii: "a"), from: 2) } == nil)
        #expect(with("") { $0.index(of: UInt8(ascii: "a"), from: 0) } == nil)
    }

    @Test(arguments: Array(0...70)) func theEndOfASCIIIsFoundAtEachOffset(length: Int) {
        let text = String(repeating: "x", count: length)
        #expect(with(text) { $0.endOfASCII(from: 0) } == length)
        #expect(with(text + "é" + text) { $0.endOfASCII(from: 0) } == length)
        #expect(with(text + "é" + text) { $0.endOfASCII(from: length + 2) } == 2 * length + 2)
    }

    @Test func scalarsAreWrittenInUTF8() {
        var bytes: [UInt8] = []
        for value: UInt32 in [0x41, 0xE9, 0x20AC, 0x1F30A, 0xD800, 0x11_0000] { bytes.append(scalar: value) }
        #expect(String(decoding: bytes, as: UTF8.self) == "Aé€🌊\u{FFFD}\u{FFFD}")
    }
}

@Suite struct UTF8ValidityTests {
    /// The edges of Unicode's table of well-formed sequences (Unicode Standard, table 3-7).
    @Test(
        arguments: [
            ([0x7F], true), ([0x80], false), ([0xC1, 0xBF], false), ([0xC2, 0x80], true), ([0xDF, 0xBF], true),
            ([0xC2, 0x7F], false), ([0xC2, 0xC0], false), ([0xC2], false), ([0xE0, 0x9F, 0x80], false),
            ([0xE0, 0xA0, 0x80], true),
            ([0xE1, 0x80, 0x80], true), ([0xEC, 0xBF, 0xBF], true), ([0xED, 0x9F, 0xBF], true),
            ([0xED, 0xA0, 0x80], false),
            ([0xEE, 0x80, 0x80], true), ([0xEF, 0xBF, 0xBF], true), ([0xEF, 0xBF], false), ([0xE1, 0x80, 0x7F], false),
            ([0xF0, 0x8F, 0x80, 0x80], false), ([0xF0, 0x90, 0x80, 0x80], true), ([0xF3, 0xBF, 0xBF, 0xBF], true),
            ([0xF4, 0x8F, 0xBF, 0xBF], true), ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false),
            ([0xF1, 0x80, 0x80], false), ([0xF1, 0x80, 0x80, 0x7F], false), ([0xF1, 0x7F, 0x80, 0x80], false),
            ([0xFF], false),
        ] as [([UInt8], Bool)])
    func knowsWellFormedSequences(bytes: [UInt8], isValid: Bool) {
        #expect(bytes.withUnsafeBufferPointer(UTF8Validity.isValid) == isValid)
        let within = Array("0123456789".utf8) + bytes + [0x41]
        #expect(within.withUnsafeBufferPointer(UTF8Validity.validCount) == (isValid ? within.count : 10))
        #expect(within.withUnsafeBufferPointer(\.string) == String(decoding: within, as: UTF8.self))
    }

    @Test(
        arguments: [
            ([0x80], "€"), ([0x9F, 0xA0, 0xFF], "Ÿ\u{A0}ÿ"), ([0x81], "\u{FFFD}"), ([0x41, 0xE9], "Aé"),
            // One character in UTF-8 for four bytes that are none: it is kept; for five, nothing is UTF-8.
            ([0xC3, 0xA9, 0xE9, 0xE9, 0xE9, 0xE9, 0x21], "ééééé!"),
            ([0xC3, 0xA9, 0xE9, 0xE9, 0xE9, 0xE9, 0xE9], "Ã©ééééé"),
        ] as [([UInt8], String)])
    func mendsTheRestAsWindows1252(bytes: [UInt8], text: String) {
        #expect(String(decoding: bytes.withUnsafeBufferPointer(UTF8Validity.mended), as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("a\u{92}b", "a’b"), ("\u{80}", "€"), ("\u{9F}\u{A0}", "Ÿ\u{A0}"), ("é", "é"), ("Â", "Â"), ("", ""),
    ])
    func controlsOfLatin1AreMeantAsWindows1252(text: String, mended: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Windows1252.mended($0) } == mended)
    }
}
