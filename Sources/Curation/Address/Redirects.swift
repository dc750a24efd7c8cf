/// Addresses that stand for another one and show it.
enum Redirects {
    /// The address that a redirect, an AMP viewer or an AMP cache shows; the address itself for any other.
    static func target(of address: WebAddress) -> WebAddress {
        var current = address
        // Redirects are wrapped in redirects; no honest one goes deeper than this.
        for _ in 0..<5 {
            guard let next = shown(by: current) else { return current }
            current = next
        }
        return current
    }

    private static func shown(by address: WebAddress) -> WebAddress? {
        ampTarget(of: address) ?? parameterTarget(of: address)
    }

    /// `google.com/amp/s/HOST/…` and `HOST.cdn.ampproject.org/v/s/HOST/…`; the `s` says https.
    private static func ampTarget(of address: WebAddress) -> WebAddress? {
        let path = address.path
        var start: Int?
        if path.first == "amp", RedirectTables.isAMPViewer(address.host) {
            start = 1
        } else if RedirectTables.isAMPCache(address.host), let kind = path.first,
            RedirectTables.ampCacheKinds.contains(kind)
        {
            start = 1
        }
        guard var index = start, index < path.count else { return nil }
        let isSecure = path[index] == "s"
        if isSecure { index += 1 }
        guard index < path.count, path[index].contains(".") else { return nil }
        let rest = path[index...].joined(separator: "/")
        let query = address.query.map { "?" + $0 } ?? ""
        return WebAddress("\(isSecure ? "https" : "http")://\(rest)\(query)")
    }

    private static func parameterTarget(of address: WebAddress) -> WebAddress? {
        guard let query = address.query else { return nil }
        let path = "/" + address.path.joined(separator: "/")
        for redirect in RedirectTables.redirects where redirect.covers(host: address.host, path: path) {
            let parameters = QueryParameter.all(in: query)
            for name in redirect.parameters {
                guard let value = parameters.first(where: { $0.name == name })?.plainValue,
                    let target = WebAddress(value)
                else { continue }
                return target
            }
        }
        return nil
    }
}
