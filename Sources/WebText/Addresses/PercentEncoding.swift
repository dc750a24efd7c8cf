import Foundation

/// Percent-encoding of the parts of an address (RFC 3986 §2.1).
package enum PercentEncoding {
    /// The characters that stay as they are in a part of an address, beside `%` where it begins an escape.
    package struct Kept: Sendable {
        fileprivate let bytes: [Bool]

        private init(_ marks: String) {
            var table = [Bool](repeating: false, count: 256)
            for byte in (unreserved + marks).utf8 { table[Int(byte)] = true }
            bytes = table
        }

        /// RFC 3986 §2.3: what never changes its meaning.
        package static let onlyUnreserved = Kept("")
        package static let path = Kept("/:@!$&'()*+,;=")
        package static let query = Kept("/:@!$&'()*+,;=?")
        package static let userinfo = Kept(":!$&'()*+,;=")
        /// What is written in several ways, none of which a server tells apart.
        fileprivate static let harmless = Kept("!'()*,:@$")
        fileprivate static let normalised = Kept("!'()*,:@$&+;=%/?")

        fileprivate func contains(_ byte: UInt8) -> Bool { bytes[Int(byte)] }
    }

    private static let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

    /// A part of an address with what may not stand in it encoded, and each `%` that begins no escape. Letters beyond
    /// ASCII stay, as in an IRI (RFC 3987), unless `isASCII`; white space beyond ASCII never does.
    package static func encoded(_ part: Substring, keeping kept: Kept, isASCII: Bool = false) -> Substring {
        if part.utf8.allSatisfy({ kept.contains($0) || $0 >= 0x80 && !isASCII && !mayBeSpace($0) }) { return part }
        var output: [UInt8] = []
        output.reserveCapacity(part.utf8.count + 16)
        let scalars = part.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let bytes = part.utf8[index..<scalars.index(after: index)]
            if scalar == "%" {
                output += escape(in: part.utf8, at: index) == nil ? "%25".utf8 : "%".utf8
            } else if scalar.isASCII ? kept.contains(bytes.first ?? 0) : !isASCII && !scalar.properties.isWhitespace {
                output += bytes
            } else {
                for byte in bytes { write(byte, to: &output) }
            }
            index = scalars.index(after: index)
        }
        return Substring(decoding: output, as: UTF8.self)
    }

    /// The first bytes of the white space beyond ASCII: U+0085, U+00A0, U+1680, U+2000 to U+205F, U+3000.
    private static func mayBeSpace(_ byte: UInt8) -> Bool {
        byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3
    }

    /// A name or value of a query with everything encoded that RFC 3986 §2.3 does not leave alone.
    package static func encodedValue(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            if Kept.onlyUnreserved.contains(byte) { output.append(byte) } else { write(byte, to: &output) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// An address with parameters added in the order of their names, so that equal queries give equal addresses.
    package static func appending(_ parameters: [String: String], to address: String) -> String {
        guard !parameters.isEmpty else { return address }
        let pairs = parameters.sorted { $0.key < $1.key }.map { "\(encodedValue($0.key))=\(encodedValue($0.value))" }
        return address + (address.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
    }

    /// One spelling for each way of writing the same bytes of a path's segment, or of a name or value in a query, in
    /// which a plus stands for a space. An escape that no server needs is undone, all others are written in capitals,
    /// and what may not stand in an address is escaped.
    package static func normalised(_ text: Substring, plusIsSpace: Bool = false) -> String {
        if text.utf8.allSatisfy(Kept.onlyUnreserved.contains) { return String(text) }
        let bytes = text.utf8
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 16)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), let (value, next) = escape(in: bytes, at: index) {
                if Kept.harmless.contains(value) { output.append(value) } else { write(value, to: &output) }
                index = next
                continue
            }
            if byte == UInt8(ascii: "+"), plusIsSpace {
                write(0x20, to: &output)
            } else if Kept.normalised.contains(byte) {
                output.append(byte)
            } else {
                write(byte, to: &output)
            }
            index = bytes.index(after: index)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The byte of the escape that begins at a place, and where it ends.
    private static func escape(
        in bytes: Substring.UTF8View, at index: String.Index
    ) -> (byte: UInt8, end: String.Index)? {
        let digits = bytes[index...].dropFirst().prefix(2)
        guard digits.count == 2, digits.allSatisfy({ $0.hexValue != nil }),
            let byte = UInt8(Substring(digits), radix: 16)
        else {
            return nil
        }
        return (byte, digits.endIndex)
    }

    private static func write(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "%"))
        Hex.append(byte, to: &output, uppercase: true)
    }
}

extension StringProtocol {
    /// The text with its escapes undone (RFC 3986 §2.1); as it is where they are no UTF-8.
    package var percentDecoded: String {
        // Most texts have none, and Foundation copies them to find that out.
        guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
        return removingPercentEncoding ?? String(self)
    }
}
