/// The digits of bytes in a base that is a power of two, as base 32 and base 64 write them (RFC 4648 §4 and §6).
package enum BitDigits {
    /// The values of the digits, each of so many bits, at most 8; bits that lack in the last one are zero.
    package static func of(_ bytes: some Sequence<UInt8>, bits width: Int) -> [UInt8] {
        var digits: [UInt8] = []
        var (buffer, bits) = (UInt32(0), 0)
        for byte in bytes {
            buffer = (buffer & 0xFF) << 8 | UInt32(byte)
            bits += 8
            while bits >= width {
                bits -= width
                digits.append(lowest(width, of: buffer >> UInt32(bits)))
            }
        }
        if bits > 0 { digits.append(lowest(width, of: buffer << UInt32(width - bits))) }
        return digits
    }

    private static func lowest(_ width: Int, of buffer: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: buffer & (1 << UInt32(width) - 1))
    }
}
