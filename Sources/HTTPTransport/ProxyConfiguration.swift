import WebText

/// The proxy that requests go through, and for which hosts they do not.
package struct ProxyConfiguration: Sendable {
    package let host: String
    package let port: Int
    /// `user:password`, where the proxy asks for them.
    package let credentials: String?
    /// Hosts that are asked directly: names, `.domain` suffixes, addresses, ranges of them, or `*`.
    package let exceptions: [String]
    /// Whether loopback is asked directly, whatever the exceptions are.
    package let sparesLoopback: Bool

    package init(host: String, port: Int, credentials: String?, exceptions: [String], sparesLoopback: Bool) {
        self.host = host
        self.port = port
        self.credentials = credentials
        self.exceptions = exceptions.map { $0.lowercased() }
        self.sparesLoopback = sparesLoopback
    }

    /// The value of `Proxy-Authorization`.
    var authorization: String? { credentials.map(BasicAuthorization.field) }

    /// Whether a host is asked through the proxy.
    package func isUsed(for host: String) -> Bool {
        if sparesLoopback, Self.isLoopback(host) { return false }
        return !exceptions.contains { Self.matches(host, $0) }
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || LiteralAddress(host)?.privateKind == "loopback"
    }

    /// `NO_PROXY` as curl reads it: `*`, a name, and every name below it, with or without a leading dot; an address,
    /// or a range of them such as `10.0.0.0/8`.
    private static func matches(_ host: String, _ exception: String) -> Bool {
        if let address = LiteralAddress(host) { return exception == "*" || address.isWithin(exception) }
        let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
        return name == "*" || host == name || host.hasSuffix("." + name)
    }
}
