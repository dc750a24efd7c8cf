import Foundation
import NIOCore
import NIOHTTP1
package import NewsModel
import Synchronization

/// HTTP/1.1 for one run, straight or through the proxy: one exchange at a time, bounded, and cancelled at once.
///
/// Made on NIO's parts rather than with a client library, since what may hold up a night is decided here: names are
/// looked up on threads of our own, an address is judged before it is connected to, and a body is counted as it came
/// over the wire. Owns its connections: ``close()`` ends those that are idle, and others end with their request.
package struct HTTPClients: Sendable {
    private let dialer: Dialer
    private let idle = IdleConnections()
    private let network: NetworkPolicy

    /// The certificate authorities could not be read.
    package struct BadAuthorityFile: Error, CustomStringConvertible {
        let path: String
        package var description: String {
            "\(path) holds no certificate authority in PEM form that can be read; correct network.ca-file."
        }
    }

    /// - Throws: ``BadAuthorityFile``.
    package init(fetch: FetchPolicy, network: NetworkPolicy) throws(BadAuthorityFile) {
        try self.init(fetch: fetch, network: network, resolver: NameResolver())
    }

    init(fetch: FetchPolicy, network: NetworkPolicy, resolver: NameResolver) throws(BadAuthorityFile) {
        let security = Security(authorityFile: network.certificateAuthorityFile)
        do {
            _ = try security.configuration()
        } catch {
            throw BadAuthorityFile(path: error.path)
        }
        self.network = network
        dialer = Dialer(
            resolver: resolver, addresses: AddressPolicy(allowsPrivate: network.allowsPrivate), security: security,
            proxy: network.proxy, maxBodyBytes: fetch.maxBodyBytes)
    }

    /// One exchange, by the way that the request's host calls for.
    ///
    /// - Throws: `CancellationError` at once when the task is cancelled; else why there is no answer.
    func send(_ request: WireRequest) async throws -> WireAnswer {
        let endpoint = try Endpoint(request.url)
        let way = try way(to: endpoint)
        if request.method == .GET, let connection = idle.take(way) {
            request.onStage(.connected)
            do {
                let answer = try await exchange(request, endpoint, on: connection)
                // The server gave up waiting, and the request crossed that on its way (RFC 9110 §15.5.9).
                if answer.status != .requestTimeout { return answer }
            } catch let error where Self.isEndOfIdle(error) {
                // The server had ended it while it was idle: that is no answer to this request.
            }
        }
        let connection = try await dialer.dial(way, onStage: request.onStage)
        request.onStage(.connected)
        return try await exchange(request, endpoint, on: connection)
    }

    /// Ends every connection that is not in use, and waits for none.
    package func close() {
        idle.close()
    }

    private static func isEndOfIdle(_ error: any Error) -> Bool {
        error is IOError || error as? WireFault == .closedWithoutAnswer
    }

    private func way(to endpoint: Endpoint) throws(AddressPolicy.Refusal) -> Way {
        guard ProxyChoice(network).isProxied(endpoint.route.host) else { return .direct(endpoint.route) }
        try dialer.addresses.judge(nameThroughProxy: endpoint.route.host)
        return endpoint.route.isSecure ? .tunnel(to: endpoint.route) : .forwarded
    }

    private func exchange(
        _ request: WireRequest, _ endpoint: Endpoint, on connection: Connection
    ) async throws -> WireAnswer {
        let lease = Lease(connection, idle)
        let head = try await connection.send(
            requestHead(request, endpoint, on: connection.way), body: request.body)
        return WireAnswer(
            status: head.status, headers: head.headers,
            body: WireBody({ try await lease.nextChunk() }, letGo: { await lease.release() }))
    }

    private func requestHead(_ request: WireRequest, _ endpoint: Endpoint, on way: Way) -> HTTPRequestHead {
        var headers: HTTPHeaders = ["host": endpoint.authority]
        if let credentials = endpoint.credentials, request.value("authorization") == nil {
            headers.add(name: "authorization", value: BasicAuthorization.field(credentials))
        }
        headers.add(contentsOf: request.headers)
        if !request.body.isEmpty { headers.add(name: "content-length", value: String(request.body.count)) }
        switch way {
        case .direct, .tunnel:
            return HTTPRequestHead(
                version: .http1_1, method: request.method, uri: endpoint.target, headers: headers)
        case .forwarded:
            if let authorization = network.proxy?.authorization {
                headers.add(name: "proxy-authorization", value: authorization)
            }
            let uri = "http://\(endpoint.authority)\(endpoint.target)"
            return HTTPRequestHead(version: .http1_1, method: request.method, uri: uri, headers: headers)
        }
    }

    /// A connection while an answer is read from it: whoever lets go of the answer gives the connection back.
    private final class Lease: Sendable {
        private let connection: Connection
        private let idle: IdleConnections
        private let isReleased = Atomic(false)

        init(_ connection: Connection, _ idle: IdleConnections) {
            self.connection = connection
            self.idle = idle
        }

        deinit {
            if !isReleased.load(ordering: .relaxed) { connection.release(to: idle) }
        }

        func nextChunk() async throws -> ByteBuffer? {
            guard !isReleased.load(ordering: .relaxed) else { return nil }
            let piece = try await connection.nextPiece(givingBackTo: idle)
            if piece.isLast { isReleased.store(true, ordering: .relaxed) }
            return piece.bytes
        }

        func release() async {
            guard !isReleased.exchange(true, ordering: .relaxed) else { return }
            await connection.released(to: idle)
        }
    }
}

/// `Basic` credentials in a field (RFC 7617).
enum BasicAuthorization {
    /// The field's value, of `user:password`.
    static func field(_ credentials: String) -> String {
        "Basic \(Data(credentials.utf8).base64EncodedString())"
    }
}

extension NetworkPolicy.Proxy {
    /// What the proxy wants to know, for `Proxy-Authorization`.
    var authorization: String? {
        credentials.map { BasicAuthorization.field($0.reveal()) }
    }
}
