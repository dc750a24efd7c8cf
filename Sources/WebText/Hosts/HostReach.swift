/// Where the addresses may lead that a source's items carry, once they are published: a page must not make its readers'
/// browsers ask a machine of their own network.
///
/// Every host of the internet will do, and no private one but the source's own, where it may be asked there: a
/// feed of one's own network may link to where it comes from. On one's own machine the port counts too, since another is
/// another service.
package struct HostReach: Sendable, Hashable {
    /// Nothing but hosts of the internet.
    package static let publicOnly = HostReach(own: nil, port: nil)

    private let own: HostName?
    private let port: Int?

    private init(own: HostName?, port: Int?) {
        self.own = own
        self.port = port
    }

    /// - Parameters:
    ///   - address: where the source is asked.
    ///   - allowsPrivate: whether the user allows sources in private places.
    package init(ofSourceAt address: String, allowsPrivate: Bool) {
        guard let place = WebPlace(address), PrivateHost.mayContain(place.host),
            allowsPrivate || !PrivateHost.contains(place.host)
        else {
            self = .publicOnly
            return
        }
        self.init(own: place.host, port: PrivateHost.isLoopback(place.host) ? place.port : nil)
    }

    /// Whether an absolute address of the web leads where it may; `false` for what is none, or has no host that can be
    /// read.
    package func allows(_ address: String) -> Bool {
        guard let place = WebPlace(address) else { return false }
        guard PrivateHost.mayContain(place.host) else { return true }
        return place.host == own && (port ?? place.port) == place.port
    }
}

/// Whom an address of the web is asked of.
private struct WebPlace {
    let host: HostName
    let port: Int

    /// As browsers take it apart (WHATWG URL §4.4): a backslash ends the host like a slash, and what stands before an
    /// `@` is a user.
    init?(_ address: String) {
        guard let scheme = Self.schemes.first(where: { address.utf8.starts(with: $0.text, by: { $0 | 0x20 == $1 }) })
        else { return nil }
        var authority = address.utf8.dropFirst(scheme.text.count).prefix { !Self.ends.contains($0) }
        guard authority.count <= Self.longest else { return nil }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[authority.index(after: at)...] }
        let colon = authority.lastIndex(of: UInt8(ascii: ":"))
        let isWithPort = colon.map { !authority[$0...].contains(UInt8(ascii: "]")) } ?? false
        var name = authority
        var port = scheme.port
        if let colon, isWithPort {
            name = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            if !digits.isEmpty {
                guard let said = UInt16(String(decoding: digits, as: UTF8.self)) else { return nil }
                port = Int(said)
            }
        }
        guard let host = HostName(String(decoding: name, as: UTF8.self)) else { return nil }
        self.host = host
        self.port = port
    }

    private static let schemes = [(text: Array("https://".utf8), port: 443), (text: Array("http://".utf8), port: 80)]
    private static let ends = Set("/?#\\".utf8)
    /// In bytes; a name has 253 at most, which escapes make three times as many.
    private static let longest = 1024
}
