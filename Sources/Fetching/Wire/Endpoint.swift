import Foundation
import WebText

/// A URL as HTTP/1.1 needs it: whom to connect to, and what to say there (RFC 9112 §3.2).
struct Endpoint: Sendable {
    let route: Route
    /// What the `Host` field says: the port only where it is not the scheme's own.
    let authority: String
    /// Path and query.
    let target: String
    /// `user:password`, where the URL carries them.
    let credentials: String?

    /// - Throws: ``AddressPolicy/Refusal`` for what can't be asked.
    init(_ url: String) throws(AddressPolicy.Refusal) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased() else {
            throw AddressPolicy.Refusal(reason: "not an address that can be asked: \(url)")
        }
        guard scheme == "http" || scheme == "https" else {
            throw AddressPolicy.Refusal(reason: "neither http nor https: \(scheme)")
        }
        guard let said = parts.host, !said.isEmpty, let host = HostName(said) else {
            throw AddressPolicy.Refusal(reason: "an address without a host that can be read: \(url)")
        }
        let isSecure = scheme == "https"
        let port = parts.port ?? Route.usualPort(isSecure: isSecure)
        guard (1...65_535).contains(port) else {
            throw AddressPolicy.Refusal(reason: "no port that can be asked: \(port)")
        }
        route = Route(isSecure: isSecure, host: host.ascii, port: port)
        authority = port == Route.usualPort(isSecure: isSecure) ? host.ascii : "\(host.ascii):\(port)"
        let path = parts.percentEncodedPath
        target = (path.isEmpty ? "/" : path) + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        credentials = parts.user.map { "\($0):\(parts.password ?? "")" }
    }
}

/// Whom a connection leads to.
struct Route: Hashable, Sendable {
    let isSecure: Bool
    /// In ASCII and lower case; an IPv6 address in brackets.
    let host: String
    let port: Int

    static func usualPort(isSecure: Bool) -> Int { isSecure ? 443 : 80 }

    /// `host:port`, as CONNECT names it.
    var hostAndPort: String { "\(host):\(port)" }
}
