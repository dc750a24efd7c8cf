import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import WebText

/// Makes connections: resolves names, judges addresses, races them, and puts TLS and HTTP on what stands first.
struct Dialer: Sendable {
    let resolver: NameResolver
    let policy: AddressPolicy
    let tls: TLSContextCache
    let proxy: ProxyConfiguration?
    let maxBodyBytes: Int

    typealias StageCallback = @Sendable (ConnectionStage) -> Void

    /// - Parameters:
    ///   - key: where it leads.
    ///   - onStage: called with each stage.
    /// - Returns: a connection on which nothing has been asked yet.
    /// - Throws: why there is none.
    func dial(_ key: ConnectionKey, onStage: StageCallback) async throws(TransportError) -> Connection {
        do {
            return switch key {
            case .direct(let origin): try await connect(to: origin, onStage)
            case .forwarded:
                try await connectToProxy(onStage) { channel in
                    try addHandlers(to: channel, tls: nil, host: "")
                } finish: { channel in
                    try connection(key, channel)
                }
            case .tunnel(let origin): try await tunnel(to: origin, onStage)
            }
        } catch {
            throw TransportError(error)
        }
    }

    private func connect(to origin: Origin, _ onStage: StageCallback) async throws -> Connection {
        let found = try judged(await addresses(of: origin.host, onStage), of: origin.host)
        onStage(.connecting)
        let context = try origin.isSecure ? tls.context() : nil
        let socket = ConnectingSocket(addresses: found, host: origin.host, port: origin.port)
        return try await socket.connect { channel in
            try addHandlers(to: channel, tls: context, host: origin.host)
        } finish: { channel in
            try connection(.direct(origin), channel)
        }
    }

    private func addresses(
        of host: String, _ onStage: StageCallback
    ) async throws(TransportError) -> [SocketAddress] {
        if let literal = LiteralAddress(host)?.socketAddress { return [literal] }
        onStage(.resolving)
        return try await resolver.addresses(of: host)
    }

    /// The addresses of a host that may be asked: those are what is connected to, so that a name which changes its
    /// answer gains nothing.
    func judged(_ found: [SocketAddress], of host: String) throws(AddressRefusal) -> [SocketAddress] {
        var refusal: AddressRefusal?
        var allowed: [SocketAddress] = []
        for address in found {
            do throws(AddressRefusal) {
                try policy.judge(connection: address, of: host)
                allowed.append(address)
            } catch {
                refusal = refusal ?? error
            }
        }
        if allowed.isEmpty, let refusal { throw refusal }
        return allowed
    }

    /// The proxy is the user's own choice, wherever it stands.
    private func connectToProxy<T: Sendable>(
        _ onStage: StageCallback, _ initialize: @escaping @Sendable (any Channel) throws -> Void,
        finish: @escaping @Sendable (any Channel) throws -> T
    ) async throws -> T {
        guard let proxy else { throw TransportError.proxyRefused("there is none") }
        do {
            let found = try await addresses(of: proxy.host, onStage)
            onStage(.connecting)
            return try await ConnectingSocket(addresses: found, host: proxy.host, port: proxy.port)
                .connect(initialize, finish: finish)
        } catch {
            throw Self.ofProxy(error)
        }
    }

    private func tunnel(to origin: Origin, _ onStage: StageCallback) async throws -> Connection {
        let context = try tls.context()
        let handshake = TunnelHandshake(to: origin, authorization: proxy?.authorization)
        let (channel, opening) = try await connectToProxy(onStage) { channel in
            let opening = channel.eventLoop.makePromise(of: Void.self)
            try channel.pipeline.syncOperations.addHandler(TunnelHandler(handshake, opening: opening))
        } finish: { channel in
            let tunnel = try channel.pipeline.syncOperations.handler(type: TunnelHandler.self)
            return (channel, tunnel.opening)
        }
        do {
            try await withTaskCancellationHandler {
                try await opening.futureResult.get()
            } onCancel: {
                opening.fail(CancellationError())
                channel.close(promise: nil)
            }
        } catch {
            throw Self.ofProxy(error)
        }
        return try await channel.eventLoop.submit {
            guard channel.isActive else { throw TransportError.proxyFailed(.noResponse(.closed)) }
            let pipeline = channel.pipeline.syncOperations
            _ = pipeline.removeHandler(try pipeline.handler(type: TunnelHandler.self))
            try addHandlers(to: channel, tls: context, host: origin.host)
            return try connection(.tunnel(to: origin), channel)
        }.get()
    }

    static func ofProxy(_ error: any Error) -> TransportError {
        switch TransportError(error) {
        case .cancelled: .cancelled
        case .proxyRefused(let words): .proxyRefused(words)
        case let error: .proxyFailed(error)
        }
    }

    /// Runs on the channel's event loop.
    func addHandlers(to channel: any Channel, tls: NIOSSLContext?, host: String) throws {
        let pipeline = channel.pipeline.syncOperations
        if let tls {
            // A bare address is no name to ask for; the certificate has to name the address itself then.
            let name = LiteralAddress(host) == nil ? host : nil
            try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
        }
        let limits = ResponseLimitHandler(maxBodyBytes: maxBodyBytes)
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = ResponseByteCount.maxHeaderBytes
        decoding.maxHeaderListSize = ResponseByteCount.maxHeaderBytes
        // As `addHTTPClientHandlers` does, but for interim responses, which the exchange judges.
        let decoder = HTTPResponseDecoder(informationalResponseStrategy: .forward, limitConfiguration: decoding)
        try pipeline.addHandlers([
            limits, HTTPRequestEncoder(), ByteToMessageHandler(decoder), NIOHTTPRequestHeadersValidator(),
            ExchangeHandler(limits: limits),
        ])
    }

    /// Runs on the channel's event loop.
    private func connection(_ key: ConnectionKey, _ channel: any Channel) throws -> Connection {
        Connection(
            key: key, channel: channel,
            handler: try channel.pipeline.syncOperations.handler(type: ExchangeHandler.self))
    }
}

/// A socket on its way to one of several addresses of a host.
struct ConnectingSocket: Sendable {
    let addresses: [SocketAddress]
    let host: String
    let port: Int

    /// Beyond any timeout of a request: its own time is what ends an attempt.
    private static let timeout = TimeAmount.hours(1)

    /// Connects, with IPv6 and IPv4 raced where there are both.
    ///
    /// - Parameters:
    ///   - initialize: puts handlers on each channel that is tried.
    ///   - finish: makes the result of the one that stands. Both run on the channel's event loop.
    /// - Returns: what `finish` makes.
    /// - Throws: `CancellationError` as soon as the task is cancelled, or what the network says.
    func connect<T: Sendable>(
        _ initialize: @escaping @Sendable (any Channel) throws -> Void,
        finish: @escaping @Sendable (any Channel) throws -> T
    ) async throws -> T {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let promise = loop.makePromise(of: T.self)
        return try await withTaskCancellationHandler {
            // On the loop, so that the channel is finished before anything can happen on it.
            loop.execute {
                connecting(on: loop, initialize).whenComplete { result in
                    promise.completeWith(result.flatMap { channel in Result { try finish(channel) } })
                    guard case .success(let channel) = result else { return }
                    // Cancelled meanwhile: nobody will take it.
                    promise.futureResult.whenFailure { _ in channel.close(promise: nil) }
                }
            }
            return try await promise.futureResult.get()
        } onCancel: {
            promise.fail(CancellationError())
        }
    }

    private func connecting(
        on loop: any EventLoop, _ initialize: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<any Channel> {
        let bootstrap = ClientBootstrap(group: loop).connectTimeout(Self.timeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try initialize(channel) }
            }
        let addresses = addresses.map { address in
            var address = address
            address.port = port
            return address
        }
        if addresses.count == 1 { return bootstrap.connect(to: addresses[0]) }
        return bootstrap.resolver(ResolvedAddresses(loop: loop, addresses: addresses)).connect(host: host, port: port)
    }
}

/// What was found for a name, handed to the connector that races IPv6 against IPv4 (RFC 8305) in place of a resolver.
struct ResolvedAddresses: Resolver, Sendable {
    let loop: any EventLoop
    let addresses: [SocketAddress]

    func initiateAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
        loop.makeSucceededFuture(addresses.filter { $0.protocol == .inet })
    }

    func initiateAAAAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
        loop.makeSucceededFuture(addresses.filter { $0.protocol == .inet6 })
    }

    func cancelQueries() {
        // They have been answered.
    }
}
