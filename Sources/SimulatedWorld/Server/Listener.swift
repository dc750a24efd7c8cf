import NIOCore
import NIOHTTP1
import NIOPosix

/// Opens the loopback servers.
enum Listener {
    /// Binds a free port for one source, on the first of these hosts that this machine lets us use.
    /// - Throws: ``WorldError`` where none can be had.
    static func open(
        source: String, hosts: [String], group: MultiThreadedEventLoopGroup, counter: Counter
    ) async throws -> SocketPlace {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 2048)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
                    try pipeline.addHandler(ConversationHandler(source: source, counter: counter))
                }
            }
        for host in hosts {
            // Only Linux has all of 127/8 from the start; elsewhere the next host of the list is tried.
            guard let channel = try? await bootstrap.bind(host: host, port: 0).get(),
                let port = channel.localAddress?.port
            else { continue }
            return SocketPlace(host: host, port: port)
        }
        throw WorldError.noPort(host: hosts.last ?? "127.0.0.1")
    }
}
