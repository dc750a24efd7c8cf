/// The addresses of the links in HTML, one after the other, without a parser: they are compared and never shown.
struct LinkScanner: IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    mutating func next() -> String? {
        while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = open + 1
            guard place + 1 < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "a"), bytes[place + 1] <= 0x20 else {
                continue
            }
            let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
            let tag = bytes[place..<end]
            place = end
            if let address = Self.address(in: tag) { return address }
        }
        return nil
    }

    private static func address(in tag: ArraySlice<UInt8>) -> String? {
        guard let name = tag.indices.first(where: { tag[$0...].starts(with: href, by: { $0 | 0x20 == $1 }) }) else {
            return nil
        }
        let value = tag[(name + href.count)...].drop { $0 <= 0x20 }
        guard value.first == UInt8(ascii: "=") else { return nil }
        let written = value.dropFirst().drop { $0 <= 0x20 }
        guard let quote = written.first else { return nil }
        let address =
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            ? written.dropFirst().prefix { $0 != quote } : written.prefix { $0 > 0x20 }
        return String(decoding: withPlainAmpersands(address), as: UTF8.self)
    }

    /// With `&` for `&amp;`, the only reference that is common in addresses.
    private static func withPlainAmpersands(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard address.contains(UInt8(ascii: "&")) else { return address }
        var plain: [UInt8] = []
        plain.reserveCapacity(address.count)
        var rest = address
        while let byte = rest.first {
            plain.append(byte)
            rest = rest.dropFirst(byte == UInt8(ascii: "&") && rest.starts(with: ampersand) ? ampersand.count : 1)
        }
        return plain[...]
    }

    private static let href = Array("href".utf8)
    private static let ampersand = Array("&amp;".utf8)
}
