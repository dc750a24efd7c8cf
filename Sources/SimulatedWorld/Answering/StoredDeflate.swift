/// Packed bytes that are no smaller than before: stored blocks (RFC 1951 §3.2.4), in a frame or bare.
///
/// It saves nothing, and asks for no library; what unpacks the format unpacks this.
enum StoredDeflate {
    private static let largestBlock = 65_535

    static func pack(_ bytes: [UInt8], _ packing: Packing) -> [UInt8] {
        switch packing {
        case .gzip:
            gzipHead + blocks(bytes, isLast: true) + littleEndian(crc(bytes), bytes: 4)
                + littleEndian(UInt32(truncatingIfNeeded: bytes.count), bytes: 4)
        case .zlib:
            [0x78, 0x01] + blocks(bytes, isLast: true) + littleEndian(adler(bytes), bytes: 4).reversed()
        case .rawDeflate:
            blocks(bytes, isLast: true)
        }
    }

    /// A gzip stream (RFC 1952) that unpacks to these bytes and more than `count` spaces behind them, at 160 to 1.
    ///
    /// Its checksum is wrong: whoever comes so far has unpacked too much.
    static func swollen(_ bytes: [UInt8], by count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write([true, true, false])  // the last block, with fixed codes
        bits.write(code: 0x30 + 0x20, length: 8)  // a space
        for _ in 0...(count / 258) {
            bits.write(code: 0b1100_0101, length: 8)  // 258 bytes again …
            bits.write(code: 0, length: 5)  // … from one byte before
        }
        bits.write(code: 0, length: 7)
        return gzipHead + blocks(bytes, isLast: false) + bits.bytes + [UInt8](repeating: 0, count: 8)
    }

    /// The beginning of a gzip stream, and a block of it that does not end it.
    static let gzipHead: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    static func blocks(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        repeat {
            let end = min(start + largestBlock, bytes.count)
            let length = UInt16(end - start)
            result.append(isLast && end == bytes.count ? 1 : 0)
            result += littleEndian(UInt32(length), bytes: 2) + littleEndian(UInt32(~length), bytes: 2)
            result += bytes[start..<end]
            start = end
        } while start < bytes.count
        return result
    }

    private static func littleEndian(_ value: UInt32, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return b << 16 | a
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}

/// Bits in the order of RFC 1951 §3.1.1: bytes are filled from their least significant bit.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ bits: [Bool]) {
        for bit in bits {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            if bit { bytes[bytes.count - 1] |= 1 << used }
            used += 1
        }
    }

    /// A Huffman code, which begins with its most significant bit.
    mutating func write(code: Int, length: Int) {
        write((0..<length).reversed().map { code >> $0 & 1 == 1 })
    }
}
