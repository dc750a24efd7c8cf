import Testing
import WebText

@Suite struct HexTests {
    @Test(
        arguments: [
            ([], "", ""), ([0x00], "00", "00"), ([0x09, 0x0A, 0x0F, 0x10], "090a0f10", "090A0F10"),
            ([0x9F, 0xA0, 0xFF], "9fa0ff", "9FA0FF"),
        ] as [([UInt8], String, String)])
    func hasTwoDigitsForEachByte(bytes: [UInt8], lower: String, upper: String) {
        #expect(Hex.text(bytes) == lower)
        #expect(Hex.text(bytes, uppercase: true) == upper)
    }
}

/// The hashes stand in names of sources and stories: they must never change.
@Suite struct FNV1aTests {
    /// From the reference code's test vectors.
    @Test(
        arguments: [
            ("", 0x811C_9DC5, 0xCBF2_9CE4_8422_2325), ("a", 0xE40C_292C, 0xAF63_DC4C_8601_EC8C),
            ("foobar", 0xBF9C_F968, 0x8594_4171_F739_67E8),
        ] as [(String, UInt32, UInt64)])
    func isThatOfTheReference(text: String, short: UInt32, long: UInt64) {
        #expect(FNV1a.hash32(text.utf8) == short)
        #expect(FNV1a.hash64(text.utf8) == long)
    }

    @Test(arguments: [
        (5, "", ""), (5, "f", "MY"), (5, "foob", "MZXW6YQ"), (5, "foobar", "MZXW6YTBOI"), (6, "f", "Zg"),
        (6, "fo", "Zm8"), (6, "foobar", "Zm9vYmFy"),
    ])
    func bitsBecomeDigits(width: Int, text: String, expected: String) {
        let alphabets = [
            5: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
            6: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
        ]
        let alphabet = Array(alphabets[width] ?? "")
        #expect(String(BitDigits.of(text.utf8, bits: width).map { alphabet[Int($0)] }) == expected)
    }
}
