import Foundation
import NIOCore
import NIOPosix
package import NIOSSL
import Parallelism

/// A server on loopback that says, byte for byte, what a test wants it to say.
package final class LoopbackServer: Sendable {
    package enum Step: Sendable {
        case say(String)
        /// Once the function has returned.
        case sayAfter(@Sendable () async -> Void, String)
        case send([UInt8])
        /// Bytes without end, as long as somebody takes them.
        case flood(String)
        /// In pieces of so many bytes, each of them sent for itself.
        case drip([UInt8], pieceBytes: Int)
        case close
        /// Once what drips has been sent.
        case closeAtEnd
    }

    private struct State {
        var scripts: [[Step]]
        var requests: [String] = []
        var connections = 0
    }

    private let state: Guarded<State>
    private let answering: (@Sendable (String) -> [Step])?
    /// What is said before anything was asked.
    fileprivate let greeting: String?
    private let channel: Guarded<(any Channel)?> = Guarded(nil)

    /// What is said to each request, one script a request; the last one stays.
    package init(_ scripts: [Step]..., greeting: String? = nil) {
        self.greeting = greeting
        answering = nil
        state = Guarded(State(scripts: scripts))
    }

    /// What is said to each request, by the request.
    package init(answering: @escaping @Sendable (String) -> [Step]) {
        self.answering = answering
        greeting = nil
        state = Guarded(State(scripts: []))
    }

    package var requests: [String] { state.withLock { $0.requests } }
    package var connections: Int { state.withLock { $0.connections } }
    package var port: Int { channel.withLock { $0?.localAddress?.port ?? 0 } }
    package var url: String { "http://127.0.0.1:\(port)/" }

    /// Begins to listen; with the name of a certificate among the fixtures, for TLS up to `newest`.
    package func start(certificate: String? = nil, newest: TLSVersion? = nil) async throws {
        let tls = try certificate.map { try Self.context($0, newest: newest) }
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    state.withLock { $0.connections += 1 }
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.addHandler(ScriptHandler(server: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        channel.withLock { $0 = server }
    }

    package func stop() async throws {
        try await channel.withLock { $0 }?.close()
    }

    /// Listens for as long as `body` runs.
    package func serve<Result>(
        certificate: String? = nil, newest: TLSVersion? = nil, _ body: (LoopbackServer) async throws -> Result
    ) async throws -> Result {
        try await start(certificate: certificate, newest: newest)
        do {
            let result = try await body(self)
            try await stop()
            return result
        } catch {
            try await stop()
            throw error
        }
    }

    private static func context(_ name: String, newest: TLSVersion?) throws -> NIOSSLContext {
        let certificates = try NIOSSLCertificate.fromPEMFile(Fixture.path("\(name).pem"))
        let key = try NIOSSLPrivateKey(file: Fixture.path("key.pem"), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv1
        configuration.maximumTLSVersion = newest
        return try NIOSSLContext(configuration: configuration)
    }

    fileprivate func script(for request: String) -> [Step] {
        state.withLock { state in
            state.requests.append(request)
            if let answering { return answering(request) }
            return state.scripts.count > 1 ? state.scripts.removeFirst() : state.scripts.first ?? []
        }
    }
}

/// The files of certificates for tests.
package enum Fixture {
    package static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/tls/\(name)")
            .path(percentEncoded: false)
    }
}

private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: LoopbackServer
    private var heard = ""
    private var flood: ByteBuffer?
    private var closesAtEnd = false

    init(server: LoopbackServer) {
        self.server = server
    }

    func channelActive(context: ChannelHandlerContext) {
        if let greeting = server.greeting { play(.say(greeting), context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        heard += String(buffer: unwrapInboundIn(data))
        while let end = heard.range(of: "\r\n\r\n") {
            let request = String(heard[..<end.upperBound])
            heard.removeSubrange(..<end.upperBound)
            for step in server.script(for: request) { play(step, context) }
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        pour(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func play(_ step: LoopbackServer.Step, _ context: ChannelHandlerContext) {
        switch step {
        case .say(let text): context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        case .sayAfter(let wait, let text): say(text, after: wait, context)
        case .send(let bytes): context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        case .flood(let text):
            flood = ByteBuffer(string: text)
            pour(context)
        case .drip(let bytes, let count): drip(bytes[...], count, context)
        case .close: context.close(promise: nil)
        case .closeAtEnd: closesAtEnd = true
        }
    }

    private func say(_ text: String, after wait: @escaping @Sendable () async -> Void, _ context: ChannelHandlerContext)
    {
        let waited = context.eventLoop.makePromise(of: Void.self)
        waited.completeWithTask { await wait() }
        waited.futureResult.assumeIsolated().whenComplete { _ in self.play(.say(text), context) }
    }

    private func drip(_ bytes: ArraySlice<UInt8>, _ count: Int, _ context: ChannelHandlerContext) {
        guard !bytes.isEmpty, context.channel.isActive else {
            if closesAtEnd { context.close(promise: nil) }
            return
        }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes.prefix(count))), promise: nil)
        context.eventLoop.assumeIsolated().execute { self.drip(bytes.dropFirst(count), count, context) }
    }

    private func pour(_ context: ChannelHandlerContext) {
        guard let flood else { return }
        while context.channel.isActive, context.channel.isWritable {
            context.writeAndFlush(wrapOutboundOut(flood), promise: nil)
        }
    }
}
