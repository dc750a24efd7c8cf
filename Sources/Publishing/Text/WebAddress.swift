/// An address that may stand in a page: absolute, of a scheme that cannot run anything, and written with no character
/// that a URI forbids (RFC 3986; letters beyond ASCII stay, as in an IRI).
struct WebAddress: Sendable, Hashable {
    let text: String

    /// Whether it leads to a mailbox rather than a page.
    var isMail: Bool { text.hasPrefix("mailto:") }

    /// What a link may lead to.
    private static let linkSchemes: Set<String> = ["http", "https", "mailto"]

    /// An address of a web page; `nil` for anything else.
    init?(_ text: String) {
        if Self.isPlain(text) {
            self.text = text
            return
        }
        guard let reference = URIReference(text), Self.isWeb(reference) else { return nil }
        self.text = reference.text
    }

    /// Whether an address is written as we would write it, as nearly all are: seen by its bytes, without taking it apart.
    private static func isPlain(_ text: String) -> Bool {
        guard text.utf8.count <= URIReference.longest else { return false }
        let start = text.hasPrefix("https://") ? 8 : text.hasPrefix("http://") ? 7 : nil
        guard let start else { return false }
        let rest = text.utf8.dropFirst(start)
        let authority = rest.prefix { $0 != UInt8(ascii: "/") }
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        let port = authority[host.endIndex...]
        return !host.isEmpty && host.allSatisfy(isPlainHostByte) && port.count != 1
            && port.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && rest[authority.endIndex...].allSatisfy { isPlainHostByte($0) || plainMarks.contains($0) }
    }

    private static func isPlainHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static let plainMarks = Set("/_~?=&+,;:@!$'()*".utf8)

    /// A link of a source's markup, resolved against the address of the document that it stood in.
    init?(link: String, base: String?) {
        if Self.isPlain(link) {
            text = link
            return
        }
        guard let reference = URIReference(link) else { return nil }
        if let scheme = reference.scheme {
            guard Self.linkSchemes.contains(scheme), scheme == "mailto" || Self.isWeb(reference) else { return nil }
            text = reference.text
            return
        }
        guard let base, let document = URIReference(base), Self.isWeb(document) else { return nil }
        let resolved = reference.resolved(against: document)
        guard Self.isWeb(resolved) else { return nil }
        text = resolved.text
    }

    /// Whether it leads to a host by HTTP. Who writes a name and a password before the host wants to be taken for
    /// another, so that is no address to show.
    private static func isWeb(_ reference: URIReference) -> Bool {
        guard let scheme = reference.scheme, scheme == "http" || scheme == "https", let host = reference.authority,
            let first = host.first, first != ":"
        else { return false }
        return host.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x7F || URIReference.isHostCharacter(scalar)
        }
    }
}
