import Foundation

/// A host as the URL standard reads it: a name in ASCII and lower case, or an IP address in its usual form.
package struct HostName: Sendable, Hashable {
    /// The name (`xn--…` for other scripts, without a trailing dot) or the address (IPv6 in brackets).
    package let ascii: String
    /// Whether it is an IPv4 or IPv6 address.
    package let isAddress: Bool

    /// Reads a host as it stands in a URL; `nil` where no host can be called so.
    ///
    /// Escapes are decoded, scripts mapped as in UTS #46, and all the spellings of an IPv4 address that browsers
    /// accept (`0x7f.1`) come out as one.
    package init?(_ text: String) {
        if Self.isPlainName(text.utf8) {
            self.init(ascii: text, isAddress: false)
        } else if text.utf8.first == UInt8(ascii: "[") {
            guard text.utf8.last == UInt8(ascii: "]"), !text.utf8.contains(UInt8(ascii: "%")),
                let address = LiteralAddress(text), address.bytes.count == 16
            else { return nil }
            self.init(ascii: "[\(address)]", isAddress: true)
        } else {
            guard let name = Self.asciiName(text) else { return nil }
            let address = LiteralAddress(ipv4: name)
            guard address != nil || !Self.endsInNumber(name) else { return nil }
            self.init(ascii: address?.description ?? name, isAddress: address != nil)
        }
    }

    private init(ascii: String, isAddress: Bool) {
        self.ascii = ascii
        self.isAddress = isAddress
    }

    /// Whether a host is a name in its usual form already, as nearly all are.
    static func isPlainName(_ text: some Sequence<UInt8>) -> Bool {
        var startsLabel = true
        var lastIsName = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                if startsLabel { lastIsName = true }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                if startsLabel { lastIsName = false }
            case UInt8(ascii: ".") where !startsLabel: lastIsName = false
            default: return false
            }
            startsLabel = byte == UInt8(ascii: ".")
        }
        return lastIsName
    }

    /// Whether a host is an IPv4 address in its usual form: four decimal numbers without leading zeros.
    static func isPlainIPv4(_ text: some Collection<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard let first = part.first, part.count < 4, part.allSatisfy({ (48...57).contains($0) }) else {
                    return false
                }
                return (first != 48 || part.count == 1) && part.reduce(0) { $0 * 10 + Int($1 - 48) } < 256
            }
    }

    private static func asciiName(_ text: String) -> String? {
        var name = text
        if name.utf8.contains(UInt8(ascii: "%")) {
            guard let decoded = name.removingPercentEncoding else { return nil }
            name = decoded
        }
        if name.utf8.allSatisfy({ $0 < 0x80 }) {
            name = name.lowercased()
        } else {
            guard let mapped = mapped(name) else { return nil }
            name = mapped
        }
        if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
        // No name can be looked up that has an empty label (RFC 1035 §3.1).
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.contains(where: \.isEmpty) || name.utf8.contains(where: isForbidden) ? nil : name
    }

    /// A name of other scripts in ASCII, by Foundation's UTS #46.
    private static func mapped(_ name: String) -> String? {
        // No name is longer (RFC 1035 §2.3.4), and encoding takes time with the square of a label's length.
        guard name.unicodeScalars.count <= 253, !name.utf8.contains(where: isForbidden) else { return nil }
        return URLComponents(string: "https://\(name)/")?.encodedHost
    }

    /// Whether the last label is a number, so that the name must be an address or nothing (URL standard §3.5).
    private static func endsInNumber(_ name: String) -> Bool {
        let start = name.utf8.lastIndex(of: UInt8(ascii: ".")).map(name.utf8.index(after:)) ?? name.startIndex
        let last = name[start...].utf8
        if last.allSatisfy({ (48...57).contains($0) }) { return !last.isEmpty }
        return last.starts(with: "0x".utf8)
            && last.dropFirst(2).allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// The forbidden domain code points of the URL standard §3.2.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || #"#/:<>?@[\]^|%"#.utf8.contains(byte)
    }
}
