/// An address that may stand in a page: absolute, of a scheme that cannot run anything, and written with no character
/// that a URI forbids (RFC 3986; letters beyond ASCII stay, as in an IRI).
struct WebAddress: Sendable, Hashable {
    let text: String

    /// What a link may lead to.
    private static let linkSchemes: Set<String> = ["http", "https", "mailto"]

    /// An address of a web page; `nil` for anything else.
    init?(_ text: String) {
        guard let reference = URIReference(text), Self.isWeb(reference) else { return nil }
        self.text = reference.text
    }

    /// A link of a source's markup, resolved against the address of the document that it stood in.
    init?(link: String, base: String?) {
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
