/// Packed bytes that are no smaller than before: stored blocks (RFC 1951 §3.2.4), in the frame of gzip (RFC 1952).
///
/// It saves nothing, and asks for no library; what unpacks the format unpacks this.
package enum StoredDeflate {
    private static let largestBlock = 65_535

    package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        gzipHead + blocks(bytes, isLast: true) + littleEndian(crc(bytes), bytes: 4)
            + littleEndian(UInt32(truncatingIfNeeded: bytes.count), bytes: 4)
    }

    /// The beginning of a gzip stream, and a block of it that does not end it.
    package static let gzipHead: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    package static func blocks(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
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

    package static func littleEndian(_ value: UInt32, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
