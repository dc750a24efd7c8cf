import Foundation
import WebText

/// A URL as HTTP/1.1 needs it: whom to connect to, and what to say there (RFC 9112 §3.2).
package struct HTTPEndpoint: Sendable {
    package let origin: Origin
    /// What the `Host` field says: the port only where it is not the scheme's own.
    package let authority: String
    /// Path and query.
    let target: String
    /// `user:password`, where the URL carries them.
    package let credentials: String?

    /// - Throws: ``AddressRefusal`` for what can't be asked.
    package init(_ url: String) throws(AddressRefusal) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased() else {
            throw .notAnAddress(url)
        }
        guard scheme == "http" || scheme == "https" else { throw .otherScheme(scheme) }
        guard let said = parts.host, !said.isEmpty, let host = HostName(said) else { throw .noHost(url) }
        let isSecure = scheme == "https"
        let port = parts.port ?? Origin.usualPort(isSecure: isSecure)
        guard (1...65_535).contains(port) else { throw .invalidPort(port) }
        origin = Origin(isSecure: isSecure, host: host.ascii, port: port)
        authority = port == Origin.usualPort(isSecure: isSecure) ? host.ascii : "\(host.ascii):\(port)"
        let path = parts.percentEncodedPath
        target = (path.isEmpty ? "/" : path) + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        credentials = parts.user.map { "\($0):\(parts.password ?? "")" }
    }
}

/// Who is asked: scheme, host and port (RFC 6454).
package struct Origin: Hashable, Sendable {
    package let isSecure: Bool
    /// In ASCII and lower case; an IPv6 address in brackets.
    package let host: String
    package let port: Int

    static func usualPort(isSecure: Bool) -> Int { isSecure ? 443 : 80 }

    /// `host:port`, as CONNECT names it.
    var hostAndPort: String { "\(host):\(port)" }
}

/// `Basic` credentials in a field (RFC 7617).
package enum BasicAuthorization {
    /// The field's value, of `user:password`.
    package static func field(_ credentials: String) -> String {
        "Basic \(Data(credentials.utf8).base64EncodedString())"
    }
}
