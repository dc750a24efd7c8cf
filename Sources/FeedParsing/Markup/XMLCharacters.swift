import WebText

/// The characters that XML 1.0 allows (§2.2).
enum XMLCharacters {
    /// Whether bytes are UTF-8 of nothing but those.
    static func areValid(_ bytes: Bytes) -> Bool {
        guard let start = bytes.baseAddress else { return true }
        let raw = UnsafeRawPointer(start)
        var at = 0
        while at < bytes.count {
            // Eight printable ASCII characters at once.
            if at + 8 <= bytes.count {
                let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0 {
                    at += 8
                    continue
                }
            }
            guard let length = length(bytes, at: at) else { return false }
            at += length
        }
        return true
    }

    /// The length of the character at `offset`; `nil` where there is none that is allowed.
    @inline(__always)
    private static func length(_ bytes: Bytes, at offset: Int) -> Int? {
        let byte = bytes[offset]
        if byte < 0x80 { return byte >= ASCII.space || byte.isBlank && byte != 0x0C ? 1 : nil }
        guard let length = UTF8Validity.length(bytes, at: offset) else { return nil }
        // U+FFFE and U+FFFF.
        let isNone = byte == 0xEF && bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
        return isNone ? nil : length
    }
}
