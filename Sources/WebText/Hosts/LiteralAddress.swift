import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// An IP address written in place of a name, in any of the spellings that resolvers understand.
package struct LiteralAddress: Hashable, Sendable {
    /// 4 or 16 bytes, in network order.
    package let bytes: [UInt8]

    /// `nil` for anything that is a name.
    package init?(_ host: String) {
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        let unscoped = String(bare.prefix { $0 != "%" })
        var address = in6_addr()
        if inet_pton(AF_INET6, unscoped, &address) == 1 {
            self.init(bytes: withUnsafeBytes(of: &address) { Array($0) }[...])
        } else {
            self.init(ipv4: unscoped)
        }
    }

    /// An IPv4 address: decimal, octal and hexadecimal numbers, and fewer than four of them (inet_aton(3), URL standard
    /// §3.5).
    init?(ipv4 text: String) {
        var address = in_addr()
        // What stands behind a space would be passed over.
        guard !text.utf8.contains(where: { $0 <= 0x20 }), inet_aton(text, &address) == 1 else { return nil }
        bytes = withUnsafeBytes(of: &address) { Array($0) }
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

extension LiteralAddress: CustomStringConvertible {
    /// As the URL standard §3.5 and RFC 5952 write it, IPv6 without its brackets.
    package var description: String {
        guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
        let pieces = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        let hex = { (pieces: ArraySlice<UInt16>) in pieces.map { String($0, radix: 16) }.joined(separator: ":") }
        guard let zeros = Self.longestRunOfZeros(in: pieces) else { return hex(pieces[...]) }
        return hex(pieces[..<zeros.lowerBound]) + "::" + hex(pieces[zeros.upperBound...])
    }

    /// The first of the longest runs of at least two zeros.
    private static func longestRunOfZeros(in pieces: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < pieces.count {
            let end = pieces[start...].firstIndex { $0 != 0 } ?? pieces.count
            if end - start >= 2, end - start > (best?.count ?? 0) { best = start..<end }
            start = end + 1
        }
        return best
    }
}
