import NIOCore

/// The CONNECT exchange with a proxy (RFC 9110 §9.3.6), without a connection: bytes of its response in, a decision out.
struct TunnelHandshake {
    enum Decision: Hashable {
        /// The head has not come whole.
        case wait
        case opened
        case refused(String)
    }

    /// Of the proxy's head.
    static let maxHeadBytes = 16 << 10

    let request: String
    private var response = ByteBuffer()

    /// - Parameters:
    ///   - origin: where the tunnel leads.
    ///   - authorization: the value of `Proxy-Authorization`.
    init(to origin: Origin, authorization: String?) {
        var lines = ["CONNECT \(origin.hostAndPort) HTTP/1.1", "Host: \(origin.hostAndPort)"]
        if let authorization { lines.append("Proxy-Authorization: \(authorization)") }
        request = lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    mutating func receive(_ chunk: ByteBuffer) -> Decision {
        response.writeImmutableBuffer(chunk)
        let text = String(buffer: response)
        if let end = text.firstRange(of: "\r\n\r\n") {
            return decide(text, isFollowed: end.upperBound < text.endIndex)
        }
        return response.readableBytes > Self.maxHeadBytes ? .refused("it answers without end") : .wait
    }

    /// A refusal has a page behind it, as a rule; behind a success only the server may speak, when asked.
    private func decide(_ text: String, isFollowed: Bool) -> Decision {
        let line = String(text.prefix { $0 != "\r\n" && $0 != "\n" })
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), words[1].hasPrefix("2"), words[1].count == 3 else {
            return .refused(words.dropFirst().joined(separator: " "))
        }
        return isFollowed ? .refused("it goes on talking") : .opened
    }
}

/// Opens a tunnel through a proxy before anything else is said on the connection.
final class TunnelHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var handshake: TunnelHandshake
    let opening: EventLoopPromise<Void>

    init(_ handshake: TunnelHandshake, opening: EventLoopPromise<Void>) {
        self.handshake = handshake
        self.opening = opening
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: handshake.request)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch handshake.receive(unwrapInboundIn(data)) {
        case .wait: break
        case .opened: opening.succeed()
        case .refused(let words):
            opening.fail(TransportError.proxyRefused(words))
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        opening.fail(error)
        context.close(promise: nil)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        opening.fail(TransportError.noResponse(.closed))
    }
}
