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
        if text.utf8.first == UInt8(ascii: "[") {
            guard text.utf8.last == UInt8(ascii: "]"), let address = IPv6Text.canonical(text.dropFirst().dropLast())
            else { return nil }
            self.init(ascii: "[\(address)]", isAddress: true)
            return
        }
        if Self.isPlainName(text) {
            self.init(ascii: text, isAddress: false)
            return
        }
        guard let name = Self.asciiName(text) else { return nil }
        guard IPv4Text.looksLikeAddress(name) else {
            self.init(ascii: name, isAddress: false)
            return
        }
        guard let address = IPv4Text.canonical(name) else { return nil }
        self.init(ascii: address, isAddress: true)
    }

    private init(ascii: String, isAddress: Bool) {
        self.ascii = ascii
        self.isAddress = isAddress
    }

    /// Whether a host is a name in its usual form already, as nearly all are.
    private static func isPlainName(_ text: String) -> Bool {
        var startsLabel = true
        var lastIsName = false
        for byte in text.utf8 {
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

    private static func asciiName(_ text: String) -> String? {
        var name = text
        if name.utf8.contains(UInt8(ascii: "%")) {
            guard let decoded = name.removingPercentEncoding else { return nil }
            name = decoded
        }
        name = name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : mapped(name)
        if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
        guard !name.isEmpty, name.unicodeScalars.allSatisfy({ !isForbidden($0) }) else { return nil }
        return name.utf8.allSatisfy { $0 < 0x80 } ? name : inPunycode(name)
    }

    /// UTS #46 as far as Foundation carries it: compatibility forms and case fold away, what can't be seen vanishes,
    /// the ideographic full stops separate labels.
    private static func mapped(_ name: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in name.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x3002, 0xFF0E, 0xFF61: kept.append(".")
            // The two joiners mean something in the scripts that have them.
            case 0x200C, 0x200D: kept.append(scalar)
            default: if !scalar.properties.isDefaultIgnorableCodePoint { kept.append(scalar) }
            }
        }
        return String(kept).precomposedStringWithCanonicalMapping
    }

    private static func inPunycode(_ name: String) -> String? {
        var labels: [String] = []
        for label in name.split(separator: ".", omittingEmptySubsequences: false) {
            if label.utf8.allSatisfy({ $0 < 0x80 }) {
                labels.append(String(label))
            } else {
                // No label is longer (RFC 1035 §2.3.4), and encoding takes time with the square of its length.
                guard label.unicodeScalars.count <= 63, let encoded = Punycode.encoded(label.unicodeScalars) else {
                    return nil
                }
                labels.append("xn--" + encoded)
            }
        }
        return labels.joined(separator: ".")
    }

    /// The forbidden domain code points of the URL standard §3.2.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..."\u{20}", "\u{7F}", "#", "/", ":", "<", ">", "?", "@", "[", "\\", "]", "^", "|", "%": true
        default: false
        }
    }
}
