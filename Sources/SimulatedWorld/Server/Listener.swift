import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Opens the loopback server of one source.
struct Listener {
    let source: SimulatedSource
    /// `nil` where no source speaks TLS.
    let issuer: (any CertificateIssuer)?
    let counter: RequestCounter

    /// Binds a free port, on the first of these hosts that this machine lets us use.
    /// - Throws: ``WorldError`` where none can be had.
    func open(hosts: [String], group: MultiThreadedEventLoopGroup) async throws -> SocketPlace {
        for host in hosts {
            let security = try context(host: host)
            // Only Linux has all of 127/8 from the start; elsewhere the next host of the list is tried.
            guard let channel = try? await bootstrap(group, security).bind(host: host, port: 0).get(),
                let port = channel.localAddress?.port
            else { continue }
            return SocketPlace(host: host, port: port)
        }
        throw WorldError.noPort(host: hosts.last ?? "127.0.0.1")
    }

    private func context(host: String) throws -> NIOSSLContext? {
        guard case .tls(let kind, let protocols) = source.transport else { return nil }
        guard let identity = try issuer?.identity(kind, host: host) else {
            throw WorldError.noCertificates(source: source.id)
        }
        let certificate = try NIOSSLCertificate(bytes: Array(identity.certificate.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(identity.privateKey.utf8), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(certificate)], privateKey: .privateKey(key))
        configuration.applicationProtocols = protocols
        return try NIOSSLContext(configuration: configuration)
    }

    private func bootstrap(_ group: MultiThreadedEventLoopGroup, _ security: NIOSSLContext?) -> ServerBootstrap {
        let (id, isDeaf, counter) = (source.id, source.isDeaf, counter)
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 2048)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let security { try pipeline.addHandler(NIOSSLServerHandler(context: security)) }
                    if isDeaf {
                        try pipeline.addHandler(DeafHandler())
                    } else {
                        try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
                    }
                    try pipeline.addHandler(ConversationHandler(source: id, counter: counter))
                }
            }
    }
}

/// Understands nothing: whatever comes is thrown away, and only that it came is told.
final class DeafHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private var hasHeard = false

    /// Something has come.
    struct Heard: Sendable {}

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasHeard else { return }
        hasHeard = true
        context.fireUserInboundEventTriggered(Heard())
    }
}

/// Who issues the certificates of the world's servers: a library that tests bring along, and the program does not need.
package protocol CertificateIssuer: Sendable {
    /// The certificate of the authority that a reader has to trust, in PEM form.
    var authority: String { get }

    /// What a server on `host`, an IPv4 address, shows who it is by.
    func identity(_ kind: ServerFault.CertificateKind, host: String) throws -> ServerIdentity
}

/// A certificate and its key, in PEM form.
package struct ServerIdentity: Sendable {
    package var certificate: String
    package var privateKey: String

    package init(certificate: String, privateKey: String) {
        self.certificate = certificate
        self.privateKey = privateKey
    }
}
