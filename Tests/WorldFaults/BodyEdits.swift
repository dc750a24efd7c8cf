package import SimulatedWorld

extension BodyEdit {
    /// Keeps this share (0…1) of the bytes.
    package static func cut(_ share: Double) -> BodyEdit {
        BodyEdit("cut \(share)") { Array($0.prefix(Int(Double($0.count) * share))) }
    }

    /// Keeps the bytes from this share (0…1) on.
    package static func cutBefore(_ share: Double) -> BodyEdit {
        BodyEdit("cut before \(share)") { Array($0.dropFirst(Int(Double($0.count) * share))) }
    }

    /// Leaves out so many of the last bytes.
    static func dropLast(_ count: Int) -> BodyEdit { BodyEdit("drop \(count)") { Array($0.dropLast(count)) } }

    /// Puts it into a chunk, without the last one behind it.
    static let asOneChunk = BodyEdit("as one chunk") { body in
        Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n".utf8)
    }

    /// Packs the halves of it as two gzip members.
    static let packInMembers = BodyEdit("pack in members") { body in
        StoredDeflate.gzip(Array(body.prefix(body.count / 2)))
            + StoredDeflate.gzip(Array(body.dropFirst(body.count / 2)))
    }

    package static func append(_ text: String) -> BodyEdit { BodyEdit("append \(text)") { $0 + Array(text.utf8) } }

    package static func prepend(_ bytes: [UInt8]) -> BodyEdit { BodyEdit("prepend \(bytes)") { bytes + $0 } }

    /// Packs it, without making it smaller.
    package static func pack(_ packing: Packing) -> BodyEdit {
        BodyEdit("pack \(packing)") { packing.packed($0) }
    }

    /// Unpacked so many bytes longer than it was, in a gzip stream that is hardly longer.
    package static func swell(by count: Int) -> BodyEdit {
        BodyEdit("swell \(count)") { Packing.swollen($0, by: count) }
    }

    /// Each UTF-8 character as one byte of Latin-1.
    static let latin1 = BodyEdit("Latin-1") { body in
        String(decoding: body, as: UTF8.self).unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
    }

    static let utf16 = BodyEdit("UTF-16") { body in
        String(decoding: body, as: UTF8.self).utf16.reduce(into: [0xFE, 0xFF]) { bytes, unit in
            bytes += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
        }
    }
}

/// How a body is packed, in stored blocks.
package enum Packing: Sendable, Hashable {
    /// RFC 1952.
    case gzip
    /// RFC 1950: what `deflate` means in HTTP.
    case zlib
    /// RFC 1951 alone: what some servers take `deflate` to mean.
    case rawDeflate

    package func packed(_ bytes: [UInt8]) -> [UInt8] {
        let blocks = StoredDeflate.blocks(bytes, isLast: true)
        return switch self {
        case .gzip: StoredDeflate.gzip(bytes)
        case .zlib: [0x78, 0x01] + blocks + StoredDeflate.littleEndian(Self.adler(bytes), bytes: 4).reversed()
        case .rawDeflate: blocks
        }
    }

    /// A gzip stream (RFC 1952) that unpacks to these bytes and more than `count` spaces behind them, at 160 to 1.
    ///
    /// Its checksum is wrong: whoever comes so far has unpacked too much.
    package static func swollen(_ bytes: [UInt8], by count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write([true, true, false])  // the last block, with fixed codes
        bits.write(code: 0x30 + 0x20, length: 8)  // a space
        for _ in 0...(count / 258) {
            bits.write(code: 0b1100_0101, length: 8)  // 258 bytes again …
            bits.write(code: 0, length: 5)  // … from one byte before
        }
        bits.write(code: 0, length: 7)
        return StoredDeflate.gzipHead + StoredDeflate.blocks(bytes, isLast: false) + bits.bytes
            + [UInt8](repeating: 0, count: 8)
    }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return b << 16 | a
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
