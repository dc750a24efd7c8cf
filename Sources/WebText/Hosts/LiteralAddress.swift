import Foundation

/// An IP address written in place of a name, in any of the spellings that resolvers understand.
package struct LiteralAddress: Hashable, Sendable {
    /// 4 or 16 bytes, in network order.
    package let bytes: [UInt8]

    /// `nil` for anything that is a name.
    package init?(_ host: String) {
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        let unscoped = String(bare.prefix { $0 != "%" })
        var v6 = in6_addr()
        var v4 = in_addr()
        if inet_pton(AF_INET6, unscoped, &v6) == 1 {
            bytes = withUnsafeBytes(of: &v6) { Array($0) }
        } else if inet_aton(unscoped, &v4) == 1 {
            // inet_aton also takes decimal, octal and hexadecimal numbers, and fewer than four of them.
            bytes = withUnsafeBytes(of: &v4) { Array($0) }
        } else {
            return nil
        }
    }

    private init(bytes: ArraySlice<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// What makes it no public address, in words, or `nil` if it is one. An IPv4 address inside of an IPv6 one
    /// (mapped, NAT64, 6to4) is judged as itself.
    package var privateKind: String? {
        if bytes.count == 4 { return Self.kind(of: bytes, in: AddressRanges.v4) }
        if let inner = embedded { return inner.privateKind ?? nil }
        return Self.kind(of: bytes, in: AddressRanges.v6)
    }

    private var embedded: LiteralAddress? {
        for form in AddressRanges.embedding where AddressRanges.matches(bytes, form.prefix, form.bits) {
            return LiteralAddress(bytes: bytes[form.offset..<form.offset + 4])
        }
        return nil
    }

    /// Whether it is the address that is written, or in the range that is: `10.0.0.0/8`.
    package func isWithin(_ text: String) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard let first = parts.first, let other = LiteralAddress(String(first)), other.bytes.count == bytes.count
        else { return false }
        guard parts.count == 2 else { return other == self }
        guard let bits = Int(parts[1]), (0...bytes.count * 8).contains(bits) else { return false }
        return AddressRanges.matches(bytes, other.bytes, bits)
    }

    private static func kind(of bytes: [UInt8], in ranges: [AddressRanges.Range]) -> String? {
        ranges.first { AddressRanges.matches(bytes, $0.prefix, $0.bits) }?.kind
    }
}
