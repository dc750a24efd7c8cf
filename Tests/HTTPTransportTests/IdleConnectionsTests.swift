import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPTransport

@Suite struct IdleConnectionsTests {
    private static func origin(_ host: String) -> ConnectionKey {
        .direct(Origin(isSecure: false, host: host, port: 80))
    }

    private static func connection(_ key: ConnectionKey) throws -> (Connection, EmbeddedChannel) {
        let handler = ExchangeHandler(limits: ResponseLimitHandler(maxBodyBytes: 1))
        let channel = EmbeddedChannel(handler: handler)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait()
        return (Connection(key: key, channel: channel, handler: handler), channel)
    }

    @Test func aConnectionIsTakenForItsKeyAloneAndOnce() throws {
        let idle = IdleConnections()
        #expect(idle.keep(try Self.connection(Self.origin("a.example")).0))
        #expect(idle.take(Self.origin("b.example")) == nil)
        #expect(idle.take(.forwarded) == nil)
        #expect(idle.take(.tunnel(to: Origin(isSecure: false, host: "a.example", port: 80))) == nil)
        #expect(idle.take(Self.origin("a.example")) != nil)
        #expect(idle.take(Self.origin("a.example")) == nil)
    }

    @Test func theOneThatWasUsedLastIsTakenFirst() throws {
        let idle = IdleConnections()
        let (first, second) = (try Self.connection(.forwarded), try Self.connection(.forwarded))
        #expect(idle.keep(first.0) && idle.keep(second.0))
        #expect(idle.take(.forwarded)?.channel === second.1)
        #expect(idle.take(.forwarded)?.channel === first.1)
    }

    @Test func aConnectionThatHasEndedIsNotTaken() throws {
        let idle = IdleConnections()
        let (connection, channel) = try Self.connection(.forwarded)
        #expect(idle.keep(connection))
        try channel.close().wait()
        #expect(idle.take(.forwarded) == nil)
    }

    @Test func pastTheBoundTheOldestEnds() throws {
        let idle = IdleConnections(limit: 2)
        let connections = try (0..<3).map { try Self.connection(Self.origin("\($0).example")) }
        for (connection, _) in connections { #expect(idle.keep(connection)) }
        #expect(connections.map(\.1.isActive) == [false, true, true])
        #expect(idle.take(Self.origin("0.example")) == nil)
        #expect(idle.take(Self.origin("1.example")) != nil)
    }

    @Test func onceItIsClosedNothingIsKept() throws {
        let idle = IdleConnections()
        let (first, second) = (try Self.connection(.forwarded), try Self.connection(.forwarded))
        #expect(idle.keep(first.0))
        idle.close()
        #expect(!first.1.isActive)
        #expect(!idle.keep(second.0))
        #expect(second.1.isActive, "its caller ends it")
        #expect(idle.take(.forwarded) == nil)
    }
}
