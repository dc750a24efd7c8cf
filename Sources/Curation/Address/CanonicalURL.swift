import WebText

/// The identity of an article's address: equal for two addresses exactly when they name one article.
package enum CanonicalURL {
    /// The key of an address, such as `herald.example/world/dam-bursts?id=7`; `nil` for what is no web address. A
    /// relative one is relative to the `base`.
    ///
    /// Scheme, user, default port, `www.`, mobile and AMP forms, index pages, trailing slash, fragment, order of
    /// parameters and parameters that only track fall away. What could name the article stays: host, other ports, the
    /// path with its case, every other parameter, and a fragment that is a path for the page's script (`#!/story/7`).
    /// Redirects that show their target are followed; others stay.
    package static func key(of address: String, base: String? = nil) -> String? {
        if let key = PlainAddress.key(of: address) { return key }
        let base = PlainAddress.isAbsolute(address) ? nil : base.flatMap { WebAddress($0) }
        return (WebAddress(address, base: base) ?? withoutSlashes(address)).map(keyByAllRules)
    }

    /// An address with more than two slashes behind its scheme, as a browser's user would have meant it.
    private static func withoutSlashes(_ address: String) -> WebAddress? {
        guard let mark = address.firstRange(of: ":///") else { return nil }
        return WebAddress("\(address[..<mark.lowerBound])://\(address[mark.upperBound...].drop { $0 == "/" })")
    }

    /// The host of a key, without its port.
    package static func host(ofKey key: String) -> String {
        let authority = key.utf8.prefix { $0 != UInt8(ascii: "/") }
        guard let colon = authority.lastIndex(of: UInt8(ascii: ":")), authority.last != UInt8(ascii: "]") else {
            return String(Substring(authority))
        }
        return String(Substring(authority[..<colon]))
    }

    /// The host of a key with its port, where it has one.
    package static func authority(ofKey key: String) -> String {
        String(Substring(key.utf8.prefix { $0 != UInt8(ascii: "/") }))
    }

    /// Who published the article of a key: the registrable domain, or the whole host where there is none.
    package static func publisher(ofKey key: String) -> String {
        let host = host(ofKey: key)
        return PublicSuffix.registrableDomain(of: host) ?? host
    }

    /// The segments of the path of a key.
    static func path(ofKey key: String) -> [Substring] {
        key.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst().map { Substring($0) }
    }

    /// The key of an address that was read already.
    static func key(of address: WebAddress) -> String {
        PlainAddress.key(of: address.text) ?? keyByAllRules(of: address)
    }

    static func keyByAllRules(of address: WebAddress) -> String {
        let target = Redirects.article(at: address)
        let host = AddressForms.plainHost(target.host)
        var key = host
        if let port = target.port { key += ":\(port)" }
        let path = AddressForms.plainPath(target.path)
        key += "/" + PreprintForms.plainPath(path, on: host).joined(separator: "/")
        if let query = target.query { key += plainQuery(query, on: host) }
        if let route = target.route { key += plainRoute(route, on: host) }
        return key
    }

    /// The path of a page's script with the number sign; empty where it leads nowhere.
    private static func plainRoute(_ route: Substring, on host: String) -> String {
        let path = route.utf8.prefix { $0 != UInt8(ascii: "?") }
        var plain = PercentEncoding.normalised(Substring(path))
        while plain.hasSuffix("/") { plain.removeLast() }
        let query = plainQuery(Substring(route.utf8[path.endIndex...].dropFirst()), on: host)
        return plain.count > 1 || !query.isEmpty ? "#" + plain + query : ""
    }

    /// The parameters that may name an article, by name, with the question mark; empty where none does.
    private static func plainQuery(_ query: Substring, on host: String) -> String {
        guard !query.isEmpty else { return "" }
        let site = PublicSuffix.registrableDomain(of: host) ?? host
        let kept = NormalisedParameter.all(in: query).filter { !TrackingParameters.tracks($0, on: host, of: site) }
        guard !kept.isEmpty else { return "" }
        let sorted = kept.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        return "?" + sorted.map(\.element.description).joined(separator: "&")
    }
}
