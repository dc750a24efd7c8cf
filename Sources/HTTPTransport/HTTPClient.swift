import NIOCore
import NIOHTTP1
import Synchronization

/// HTTP/1.1 for one run, straight or through the proxy: one exchange at a time, bounded, and cancelled at once.
///
/// Made on NIO's parts rather than with a client library, since what may hold up a night is decided here: names are
/// looked up on threads of our own, an address is judged before it is connected to, and a body is counted as it came
/// over the wire. Owns its connections: ``close()`` ends those that are idle, and others end with their request.
package struct HTTPClient: Sendable {
    private let dialer: Dialer
    private let idle = IdleConnections()

    /// A client whose responses are bounded by what a body of `maxBodyBytes` can take; `authorityFile` is a PEM file with
    /// authorities that are trusted besides the system's.
    package init(
        policy: AddressPolicy, maxBodyBytes: Int, authorityFile: String? = nil, proxy: ProxyConfiguration? = nil
    ) throws(InvalidAuthorityFile) {
        let resolver = NameResolver()
        let tls = TLSContextCache(authorityFile: authorityFile)
        _ = try tls.configuration()
        self.init(Dialer(resolver: resolver, policy: policy, tls: tls, proxy: proxy, maxBodyBytes: maxBodyBytes))
    }

    init(_ dialer: Dialer) {
        self.dialer = dialer
    }

    /// One exchange, by the way that the request's host calls for. Cancelling the task ends it at once.
    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let (endpoint, key) = try destination(of: request.url)
        if request.method == .GET, let connection = idle.take(key) {
            request.onStage(.connected)
            do throws(TransportError) {
                let response = try await exchange(request, endpoint, on: connection)
                // The server gave up waiting, and the request crossed that on its way (RFC 9110 §15.5.9).
                if response.status != .requestTimeout { return response }
            } catch {
                // The server had ended it while it was idle: that is no response to this request.
                guard case .noResponse = error else { throw error }
            }
        }
        let connection = try await dialer.dial(key, onStage: request.onStage)
        request.onStage(.connected)
        return try await exchange(request, endpoint, on: connection)
    }

    /// Ends every connection that is not in use, and waits for none.
    package func close() {
        idle.close()
    }

    private func destination(of url: String) throws(TransportError) -> (HTTPEndpoint, ConnectionKey) {
        do throws(AddressRefusal) {
            let endpoint = try HTTPEndpoint(url)
            let origin = endpoint.origin
            guard dialer.proxy?.isUsed(for: origin.host) == true else { return (endpoint, .direct(origin)) }
            try dialer.policy.judge(nameThroughProxy: origin.host)
            return (endpoint, origin.isSecure ? .tunnel(to: origin) : .forwarded)
        } catch {
            throw .refused(error)
        }
    }

    private func exchange(
        _ request: HTTPRequest, _ endpoint: HTTPEndpoint, on connection: Connection
    ) async throws(TransportError) -> HTTPResponse {
        let lease = ConnectionLease(connection, idle)
        let head = try await connection.send(
            requestHead(request, endpoint, isForwarded: connection.key == .forwarded), body: request.body)
        let body = ResponseBody { () throws(TransportError) in
            try await lease.nextChunk()
        } release: {
            await lease.release()
        }
        return HTTPResponse(status: head.status, headers: head.headers, body: body)
    }

    func requestHead(_ request: HTTPRequest, _ endpoint: HTTPEndpoint, isForwarded: Bool) -> HTTPRequestHead {
        var headers: HTTPHeaders = ["host": endpoint.authority]
        if let credentials = endpoint.credentials, request.value("authorization") == nil {
            headers.add(name: "authorization", value: BasicAuthorization.field(credentials))
        }
        headers.add(contentsOf: request.headers)
        if !request.body.isEmpty { headers.add(name: "content-length", value: String(request.body.count)) }
        if isForwarded, let authorization = dialer.proxy?.authorization {
            headers.add(name: "proxy-authorization", value: authorization)
        }
        let uri = isForwarded ? "http://\(endpoint.authority)\(endpoint.target)" : endpoint.target
        return HTTPRequestHead(version: .http1_1, method: request.method, uri: uri, headers: headers)
    }
}

/// A connection while a response is read from it, which is given back with the response's last reference.
private final class ConnectionLease: Sendable {
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

    func nextChunk() async throws(TransportError) -> ByteBuffer? {
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
