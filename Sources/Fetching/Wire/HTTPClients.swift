import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL
package import NewsModel

/// The HTTP clients of one run: one that connects by itself, and one through the proxy where there is one.
///
/// Owns its connections: ``shutdown()`` ends them all.
package struct HTTPClients: Sendable {
    private let direct: HTTPClient
    private let proxied: HTTPClient?
    private let network: NetworkPolicy
    private let addresses: AddressPolicy

    /// The certificate authorities could not be read.
    package struct BadAuthorityFile: Error, CustomStringConvertible {
        let path: String
        package var description: String {
            "\(path) holds no certificate authority in PEM form that can be read; correct network.ca-file."
        }
    }

    /// - Throws: ``BadAuthorityFile``.
    package init(fetch: FetchPolicy, network: NetworkPolicy) throws(BadAuthorityFile) {
        self.network = network
        let addresses = AddressPolicy(allowsPrivate: network.allowsPrivate)
        self.addresses = addresses
        let configuration = try Self.configuration(fetch, network)
        var judged = configuration
        let judge: @Sendable (any Channel) -> EventLoopFuture<Void> = { channel in
            channel.eventLoop.makeCompletedFuture { try addresses.judge(connection: channel.remoteAddress) }
        }
        judged.http1_1ConnectionDebugInitializer = judge
        judged.http2ConnectionDebugInitializer = judge
        direct = HTTPClient(eventLoopGroupProvider: .singleton, configuration: judged)
        proxied = network.proxy.map { proxy in
            var through = configuration
            through.proxy = .server(host: proxy.host, port: proxy.port, authorization: Self.authorization(proxy))
            return HTTPClient(eventLoopGroupProvider: .singleton, configuration: through)
        }
    }

    private static func configuration(
        _ fetch: FetchPolicy, _ network: NetworkPolicy
    ) throws(BadAuthorityFile) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .enabled(limit: .size(fetch.maxBodyBytes))
        configuration.timeout.connect = .nanoseconds(Int64(fetch.timeout.seconds * 1e9))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(fetch.perHost, 16)
        // Its own retries hide what happened, and may outlast the deadline: ours are counted.
        configuration.connectionPool.retryConnectionEstablishment = false
        if let file = network.certificateAuthorityFile {
            var tls = TLSConfiguration.makeClientConfiguration()
            do {
                tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))]
            } catch {
                throw BadAuthorityFile(path: file)
            }
            configuration.tlsConfiguration = tls
        }
        return configuration
    }

    private static func authorization(_ proxy: NetworkPolicy.Proxy) -> HTTPClient.Authorization? {
        proxy.credentials.map { .basic(credentials: Data($0.reveal().utf8).base64EncodedString()) }
    }

    /// One exchange, by the way that the request's host calls for.
    func send(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        let host = HTTPFetcher.host(of: request.url)
        guard let proxied, ProxyChoice(network).isProxied(host) else {
            return try await direct.execute(request, deadline: .distantFuture)
        }
        try addresses.judge(nameThroughProxy: host)
        return try await proxied.execute(request, deadline: .distantFuture)
    }

    /// Ends every connection; nothing can be sent afterwards.
    package func shutdown() async {
        for client in [direct, proxied] {
            // A client that does not end cleanly leaves nothing that outlives the process.
            try? await client?.shutdown()
        }
    }

    /// Ends every connection without waiting for it: a resolver that hangs holds up nobody.
    package func abandon() {
        Task { await shutdown() }
    }
}

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

    /// `NO_PROXY` as curl reads it: `*`, a name, and every name below it, with or without a leading dot.
    private static func matches(_ host: String, _ exception: String) -> Bool {
        let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
        return name == "*" || host == name || host.hasSuffix("." + name)
    }
}
