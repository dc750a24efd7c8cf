import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
    private static func connection(_ channel: NIOAsyncTestingChannel) async throws -> Connection {
        let connection = try await channel.testingEventLoop.executeInContext {
            let dialer = Dialer(
                resolver: NameResolver(), policy: AddressPolicy(allowsPrivate: true),
                tls: TLSContextCache(authorityFile: nil), proxy: nil, maxBodyBytes: 1 << 20)
            try dialer.addHandlers(to: channel, tls: nil, host: "")
            return Connection(
                key: .forwarded, channel: channel,
                handler: try channel.pipeline.syncOperations.handler(type: ExchangeHandler.self))
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).get()
        return connection
    }

    /// A request that is on its way.
    private static func ask(
        _ connection: Connection, _ channel: NIOAsyncTestingChannel
    ) async throws -> Task<HTTPResponseHead, any Error> {
        let asking = Task {
            try await connection.send(
                HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: ["host": "paper.example"]), body: []
            )
        }
        _ = try await channel.waitForOutboundWrite(as: ByteBuffer.self)
        return asking
    }

    /// Whoever asked has the head then, and the connection may be another's already.
    @Test func aCancellationThatComesBehindTheHeadEndsNothing() async throws {
        let channel = NIOAsyncTestingChannel()
        let connection = try await Self.connection(channel)
        let asking = try await Self.ask(connection, channel)
        try await channel.testingEventLoop.executeInContext {
            // What the cancellation wants of the event loop stands behind what the loop does at this moment.
            asking.cancel()
            let head = ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
            channel.pipeline.fireChannelRead(head)
            channel.pipeline.fireChannelReadComplete()
        }
        await channel.testingEventLoop.run()
        #expect(try await asking.value.status == .ok)
        try await channel.writeInbound(ByteBuffer(string: "hello"))
        let piece = try await connection.nextPiece(givingBackTo: IdleConnections())
        #expect(piece.bytes.map { String(buffer: $0) } == "hello")
    }

    @Test func aCancellationBeforeTheHeadEndsTheExchange() async throws {
        let channel = NIOAsyncTestingChannel()
        let connection = try await Self.connection(channel)
        let asking = try await Self.ask(connection, channel)
        asking.cancel()
        await channel.testingEventLoop.run()
        await #expect(throws: TransportError.cancelled) { _ = try await asking.value }
    }
}
