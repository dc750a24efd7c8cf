/// Bytes as hexadecimal digits, two for each.
package enum Hex {
    package static func text(_ bytes: some Sequence<UInt8>, uppercase: Bool = false) -> String {
        var digits: [UInt8] = []
        for byte in bytes { append(byte, to: &digits, uppercase: uppercase) }
        return String(decoding: digits, as: UTF8.self)
    }

    package static func append(_ byte: UInt8, to text: inout [UInt8], uppercase: Bool = false) {
        text.append(digit(byte >> 4, uppercase))
        text.append(digit(byte & 15, uppercase))
    }

    private static func digit(_ value: UInt8, _ uppercase: Bool) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: uppercase ? "A" : "a") + value - 10
    }
}
