/// The addresses of the links in HTML, one after the other, without a parser: they are compared and never shown.
struct LinkScanner: IteratorProtocol {
    private var rest: Substring.UTF8View

    init(_ html: String) {
        rest = html[...].utf8
    }

    mutating func next() -> String? {
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[open...].dropFirst()
            guard let name = rest.first, name | 0x20 == UInt8(ascii: "a"),
                let space = rest.dropFirst().first, space <= 0x20
            else { continue }
            let tag = rest.prefix { $0 != UInt8(ascii: ">") }
            rest = rest[tag.endIndex...]
            if let address = Self.address(in: Substring(tag)) { return address }
        }
        return nil
    }

    private static func address(in tag: Substring) -> String? {
        var value = tag.utf8
        while !value.starts(with: "href".utf8, by: { $0 | 0x20 == $1 }) {
            guard value.popFirst() != nil else { return nil }
        }
        value = value.dropFirst(4).drop { $0 <= 0x20 }
        guard value.first == UInt8(ascii: "=") else { return nil }
        let written = value.dropFirst().drop { $0 <= 0x20 }
        guard let quote = written.first else { return nil }
        let address =
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            ? written.dropFirst().prefix { $0 != quote } : written.prefix { $0 > 0x20 }
        let text = String(Substring(address))
        return address.contains(UInt8(ascii: "&")) ? text.replacing("&amp;", with: "&") : text
    }
}
