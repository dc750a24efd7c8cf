import NewsModel
import WebText

/// Whether a host is asked through the proxy.
struct ProxyChoice: Sendable {
    private let network: NetworkPolicy

    init(_ network: NetworkPolicy) {
        self.network = network
    }

    func isProxied(_ host: String) -> Bool {
        guard let proxy = network.proxy else { return false }
        if proxy.isFromEnvironment, Self.isLoopback(host) { return false }
        return !network.proxyExceptions.contains { Self.matches(host, $0.lowercased()) }
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
