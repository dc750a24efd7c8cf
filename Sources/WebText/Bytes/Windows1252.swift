/// What the bytes and character numbers 0x80–0x9F mean on the web (WHATWG Encoding, index windows-1252): never the C1
/// controls that ISO 8859-1 and Unicode have there.
package enum Windows1252 {
    private static let upper: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// The character that a number stands for: those of the C1 controls by this table, all others as they are.
    package static func scalar(control value: UInt32) -> UInt32 {
        value >= 0x80 && value < 0xA0 ? upper[Int(value) - 0x80] : value
    }

    /// UTF-8 of text in this encoding.
    package static func utf8(_ bytes: Bytes) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var start = 0
        while start < bytes.count {
            let end = bytes.endOfASCII(from: start)
            text.append(contentsOf: bytes.part(start..<end))
            start = end
            while start < bytes.count, bytes[start] >= 0x80 {
                text.append(scalar: scalar(control: UInt32(bytes[start])))
                start += 1
            }
        }
        return text
    }
}

extension SIMD4<UInt64> {
    @inline(__always)
    fileprivate var holdsNoHighBit: Bool { (self[0] | self[1] | self[2] | self[3]) & 0x8080_8080_8080_8080 == 0 }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The end of the run of ASCII that begins at `offset`.
    package func endOfASCII(from offset: Int) -> Int {
        guard let baseAddress else { return 0 }
        var at = offset
        let raw = UnsafeRawPointer(baseAddress)
        while at + 32 <= count, raw.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self).holdsNoHighBit {
            at += 32
        }
        while at + 8 <= count, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
            at += 8
        }
        while at < count, self[at] < 0x80 { at += 1 }
        return at
    }
}

extension Windows1252 {
    /// Text in which the C1 controls are what somebody's windows-1252 has become; nobody means them.
    package static func mended(_ bytes: Bytes) -> String {
        guard holdsControl(bytes) else { return bytes.string }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 16)
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] < 0xA0 {
                text.append(scalar: scalar(control: UInt32(bytes[at + 1])))
                at += 2
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func holdsControl(_ bytes: Bytes) -> Bool {
        var at = 0
        while let found = bytes.index(of: 0xC2, from: at) {
            if found + 1 < bytes.count, bytes[found + 1] < 0xA0 { return true }
            at = found + 2
        }
        return false
    }
}
