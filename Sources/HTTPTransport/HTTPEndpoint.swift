import Foundation
import WebText

/// A URL as HTTP/1.1 needs it: whom to connect to, and what to say there (RFC 9112 §3.2).
package struct HTTPEndpoint: Sendable {
    package let origin: Origin
    /// What the `Host` field says: the port only where it is not the scheme's own.
    package let authority: String
    /// Path and query.
    package let target: String
    /// `user:password`, where the URL carries them.
    package let credentials: String?

    /// - Throws: ``AddressRefusal`` for what can't be asked.
    package init(_ url: String) throws(AddressRefusal) {
        guard let scheme = URIReference.scheme(of: url) else { throw .notAnAddress(url) }
        guard URIReference.isWeb(scheme) else { throw .otherScheme(scheme) }
        if let port = URIReference(url).authorityParts?.port.flatMap({ Int($0) }), !(1...65_535).contains(port) {
            throw .invalidPort(port)
        }
        guard let address = WebAddress(url) else { throw .noHost(url) }
        origin = Origin(isSecure: address.isSecure, host: address.host, port: address.port)
        authority = address.hostAndPort
        target = address.requestTarget
        credentials = address.userinfo.map(Self.credentials)
    }

    /// `user:password` with their escapes undone (RFC 3986 §3.2.1).
    private static func credentials(_ userinfo: Substring) -> String {
        let parts = userinfo.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(\.percentDecoded)
        return "\(parts.first ?? ""):\(parts.count > 1 ? parts[1] : "")"
    }
}

/// Who is asked: scheme, host and port (RFC 6454).
package struct Origin: Hashable, Sendable {
    package let isSecure: Bool
    /// In ASCII and lower case; an IPv6 address in brackets.
    package let host: String
    package let port: Int

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
