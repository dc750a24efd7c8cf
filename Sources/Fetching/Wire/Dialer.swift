import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NewsModel
import WebText

/// Makes connections: finds addresses, judges them, races them, and puts TLS and HTTP on what stands first.
struct Dialer: Sendable {
    let resolver: NameResolver
    let addresses: AddressPolicy
    let security: Security
    let proxy: NetworkPolicy.Proxy?
    let maxBodyBytes: Int

    typealias Telling = @Sendable (WireRequest.Stage) -> Void

    /// - Parameters:
    ///   - way: where it leads.
    ///   - onStage: told of each step.
    /// - Returns: a connection on which nothing has been asked yet.
    /// - Throws: ``AddressPolicy/Refusal``, ``NameResolver/Failure``, `CancellationError`, or what the network says.
    func dial(_ way: Way, onStage: Telling) async throws -> Connection {
        switch way {
        case .direct(let route):
            let found = try await judged(find(route.host, onStage), of: route.host)
            onStage(.connecting)
            let tls = try route.isSecure ? security.context() : nil
            let socket = ConnectingSocket(addresses: found, host: route.host, port: route.port)
            return try await socket.connect { channel in
                try addHandlers(to: channel, tls: tls, host: route.host)
            } finish: { channel in
                try connection(way, channel)
            }
        case .forwarded:
            return try await connectToProxy(onStage) { channel in
                try addHandlers(to: channel, tls: nil, host: "")
            } finish: { channel in
                try connection(way, channel)
            }
        case .tunnel(let route):
            return try await tunnel(to: route, onStage)
        }
    }

    private func find(_ host: String, _ onStage: Telling) async throws -> [SocketAddress] {
        if let literal = LiteralAddress(host)?.socketAddress { return [literal] }
        onStage(.resolving)
        return try await resolver.addresses(of: host)
    }

    /// The addresses of a host that may be asked: those are what is connected to, so that a name which changes its
    /// answer gains nothing.
    private func judged(_ found: [SocketAddress], of host: String) throws(AddressPolicy.Refusal) -> [SocketAddress] {
        var refusal: AddressPolicy.Refusal?
        var allowed: [SocketAddress] = []
        for address in found {
            do throws(AddressPolicy.Refusal) {
                try addresses.judge(connection: address, of: host)
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
        _ onStage: Telling, _ initialize: @escaping @Sendable (any Channel) throws -> Void,
        finish: @escaping @Sendable (any Channel) throws -> T
    ) async throws -> T {
        guard let proxy else { throw WireFault.proxyRefused("there is none") }
        do {
            let found = try await find(proxy.host, onStage)
            onStage(.connecting)
            return try await ConnectingSocket(addresses: found, host: proxy.host, port: proxy.port)
                .connect(initialize, finish: finish)
        } catch {
            throw error is CancellationError ? error : ProxyFault(cause: error)
        }
    }

    private func tunnel(to route: Route, _ onStage: Telling) async throws -> Connection {
        let tls = try security.context()
        let authorization = proxy?.authorization
        let (channel, opening) = try await connectToProxy(onStage) { channel in
            let opening = channel.eventLoop.makePromise(of: Void.self)
            try channel.pipeline.syncOperations.addHandler(
                TunnelHandler(to: route, authorization: authorization, isOpen: opening))
        } finish: { channel in
            let tunnel = try channel.pipeline.syncOperations.handler(type: TunnelHandler.self)
            return (channel, tunnel.isOpen.futureResult)
        }
        do {
            try await withTaskCancellationHandler {
                try await opening.get()
            } onCancel: {
                channel.close(promise: nil)
            }
        } catch {
            if case WireFault.proxyRefused = error { throw error }
            throw ProxyFault(cause: error)
        }
        return try await channel.eventLoop.submit {
            guard channel.isActive else { throw ProxyFault(cause: WireFault.closedWithoutAnswer) }
            let pipeline = channel.pipeline.syncOperations
            _ = pipeline.removeHandler(try pipeline.handler(type: TunnelHandler.self))
            try addHandlers(to: channel, tls: tls, host: route.host)
            return try connection(.tunnel(to: route), channel)
        }.get()
    }

    /// Runs on the channel's event loop.
    func addHandlers(to channel: any Channel, tls: NIOSSLContext?, host: String) throws {
        let pipeline = channel.pipeline.syncOperations
        if let tls {
            // A bare address is no name to ask for; the certificate has to name the address itself then.
            let name = LiteralAddress(host) == nil ? host : nil
            try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
        }
        let guardian = WireGuard(mostBodyBytes: maxBodyBytes)
        try pipeline.addHandler(guardian)
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = WireGuard.mostHeaderBytes
        limits.maxHeaderListSize = WireGuard.mostHeaderBytes
        try pipeline.addHTTPClientHandlers(
            position: .last, leftOverBytesStrategy: .dropBytes, enableOutboundHeaderValidation: true,
            encoderConfiguration: .init(), decoderLimitConfiguration: limits)
        try pipeline.addHandler(ExchangeHandler(guardian: guardian))
    }

    /// Runs on the channel's event loop.
    private func connection(_ way: Way, _ channel: any Channel) throws -> Connection {
        Connection(
            way: way, channel: channel,
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
        guard addresses.count == 1, var only = addresses.first else {
            return bootstrap.resolver(FoundAddresses(loop: loop, addresses: withPort)).connect(host: host, port: port)
        }
        only.port = port
        return bootstrap.connect(to: only)
    }

    private var withPort: [SocketAddress] {
        addresses.map { address in
            var address = address
            address.port = port
            return address
        }
    }
}
