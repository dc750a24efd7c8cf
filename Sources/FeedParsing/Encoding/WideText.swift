/// UTF-16 and UTF-32.
enum WideText {
    static func utf16(_ bytes: Bytes, isBigEndian: Bool) -> [UInt8] {
        let units = (0..<bytes.count / 2).lazy.map { index -> UInt16 in
            let first = UInt16(bytes[index * 2])
            let second = UInt16(bytes[index * 2 + 1])
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return utf8(units, UTF16.self)
    }

    static func utf32(_ bytes: Bytes, isBigEndian: Bool) -> [UInt8] {
        let units = (0..<bytes.count / 4).lazy.map { index -> UInt32 in
            (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[index * 4 + (isBigEndian ? $1 : 3 - $1)]) }
        }
        return utf8(units, UTF32.self)
    }

    /// What is no character becomes U+FFFD.
    private static func utf8<Encoding: Unicode.Encoding>(
        _ units: some Sequence<Encoding.CodeUnit>, _ encoding: Encoding.Type
    ) -> [UInt8] {
        var text: [UInt8] = []
        _ = transcode(
            units.makeIterator(), from: encoding, to: UTF8.self, stoppingOnError: false, into: { text.append($0) })
        return text
    }
}
