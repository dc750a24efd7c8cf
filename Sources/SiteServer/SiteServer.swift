import NIOCore
import NIOHTTP1
import NIOPosix
import Parallelism

/// Serves the folder of a site on loopback, for its owner to look at: files, their types, conditional requests, the
/// site's own page for what is not there. Nothing outside of the folder can be asked for.
package final class SiteServer: Sendable {
    private let channel: any Channel
    private let folder: FolderReference
    /// The port that it listens at.
    package let port: Int

    /// Why there is no server.
    package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        package let description: String
    }

    private init(channel: any Channel, folder: FolderReference, port: Int) {
        self.channel = channel
        self.folder = folder
        self.port = port
    }

    /// Begins to serve.
    ///
    /// - Parameters:
    ///   - path: the folder of the site; what takes its place is served from then on.
    ///   - port: 0 for any that is free.
    ///   - reload: makes pages load themselves anew.
    /// - Returns: the server, which serves until it is stopped.
    /// - Throws: ``Failure`` where the port can't be had.
    package static func start(
        folder path: String, port: Int, reload: PageReload? = nil
    ) async throws(Failure) -> SiteServer {
        let folder = FolderReference(path)
        do {
            let channel = try await bootstrap { Responder(folder: SiteFolder(path: folder.path), reload: reload) }
                .bind(host: "127.0.0.1", port: port).get()
            return SiteServer(channel: channel, folder: folder, port: channel.localAddress?.port ?? port)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Failure(description: "Port \(port) is taken; choose another with --port, or 0 for any.")
        } catch {
            throw Failure(description: "Nothing can be served at port \(port) (\(error)); choose another with --port.")
        }
    }

    private static func bootstrap(_ responder: @escaping @Sendable () -> Responder) -> ServerBootstrap {
        ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(IdleStateHandler(allTimeout: longestIdle))
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(RequestHandler(responder: responder))
                    try pipeline.addHandler(IdleCloser())
                }
            }
    }

    private static let longestIdle = TimeAmount.seconds(60)

    /// Serves another folder from now on.
    package func serve(folder path: String) {
        folder.path = path
    }

    /// Ends it.
    package func stop() async {
        // One that is closed already is as it should be.
        try? await channel.close()
    }
}

/// The folder that is served now. A lock and no actor, since event loops wait for nothing.
private final class FolderReference: Sendable {
    private let guarded: Guarded<String>

    init(_ path: String) {
        guarded = Guarded(path)
    }

    var path: String {
        get { guarded.withLock { $0 } }
        set { guarded.withLock { $0 = newValue } }
    }
}
