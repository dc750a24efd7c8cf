/// The addresses that the public internet does not have (IANA special-purpose registries).
enum AddressRanges {
    struct Range: Sendable {
        let prefix: [UInt8]
        let bits: Int
        let kind: String
    }

    struct Embedding: Sendable {
        let prefix: [UInt8]
        let bits: Int
        let offset: Int
    }

    static let v4: [Range] = [
        Range(prefix: [0], bits: 8, kind: "reserved"),
        Range(prefix: [10], bits: 8, kind: "private"),
        Range(prefix: [100, 64], bits: 10, kind: "carrier-private"),
        Range(prefix: [127], bits: 8, kind: "loopback"),
        Range(prefix: [169, 254], bits: 16, kind: "link-local"),
        Range(prefix: [172, 16], bits: 12, kind: "private"),
        // Where one cloud answers for each of its machines, on an address that looks public.
        Range(prefix: [168, 63, 129, 16], bits: 32, kind: "metadata"),
        Range(prefix: [192, 0, 0], bits: 24, kind: "reserved"),
        Range(prefix: [192, 0, 2], bits: 24, kind: "documentation"),
        // Where relays of 6to4 were.
        Range(prefix: [192, 88, 99], bits: 24, kind: "reserved"),
        Range(prefix: [192, 168], bits: 16, kind: "private"),
        Range(prefix: [198, 18], bits: 15, kind: "benchmark"),
        Range(prefix: [198, 51, 100], bits: 24, kind: "documentation"),
        Range(prefix: [203, 0, 113], bits: 24, kind: "documentation"),
        Range(prefix: [224], bits: 4, kind: "multicast"),
        Range(prefix: [240], bits: 4, kind: "reserved"),
    ]

    static let v6: [Range] = [
        Range(prefix: [UInt8](repeating: 0, count: 16), bits: 128, kind: "reserved"),
        Range(prefix: [UInt8](repeating: 0, count: 15) + [1], bits: 128, kind: "loopback"),
        // IPv4-compatible addresses, which nobody has any more.
        Range(prefix: [UInt8](repeating: 0, count: 12), bits: 96, kind: "reserved"),
        // NAT64 of one's own network: wherever that leads, it is within.
        Range(prefix: [0x00, 0x64, 0xff, 0x9b, 0x00, 0x01], bits: 48, kind: "private"),
        Range(prefix: [0x01, 0x00, 0, 0, 0, 0, 0, 0], bits: 64, kind: "discard"),
        Range(prefix: [0x01, 0x00, 0, 0, 0, 0, 0, 1], bits: 64, kind: "dummy"),
        Range(prefix: [0x20, 0x01, 0x00], bits: 23, kind: "reserved"),
        Range(prefix: [0x20, 0x01, 0x0d, 0xb8], bits: 32, kind: "documentation"),
        Range(prefix: [0x3f, 0xff, 0x00], bits: 20, kind: "documentation"),
        // Steps of a route within a network (RFC 9602).
        Range(prefix: [0x5f, 0x00], bits: 16, kind: "reserved"),
        Range(prefix: [0xfc], bits: 7, kind: "private"),
        Range(prefix: [0xfe, 0x80], bits: 10, kind: "link-local"),
        Range(prefix: [0xfe, 0xc0], bits: 10, kind: "site-local"),
        Range(prefix: [0xff], bits: 8, kind: "multicast"),
    ]

    /// IPv6 addresses that carry an IPv4 one: mapped, translated (RFC 2765), NAT64 (RFC 6052), 6to4.
    static let embedding: [Embedding] = [
        Embedding(prefix: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], bits: 96, offset: 12),
        Embedding(prefix: [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96, offset: 12),
        Embedding(prefix: [0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0], bits: 96, offset: 12),
        Embedding(prefix: [0x20, 0x02], bits: 16, offset: 2),
    ]

    static func matches(_ bytes: [UInt8], _ prefix: [UInt8], _ bits: Int) -> Bool {
        let (whole, rest) = bits.quotientAndRemainder(dividingBy: 8)
        guard bytes.prefix(whole).elementsEqual(prefix.prefix(whole)) else { return false }
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xff << (8 - rest))
        return bytes[whole] & mask == prefix[whole] & mask
    }
}
