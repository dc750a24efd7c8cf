import NIOCore
import NIOHTTP1

/// One connection: answers each request with what the responder says. Files are read on the event loop: the only reader
/// is whoever looks at a preview.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let responder: @Sendable () -> Responder
    private var head: HTTPRequestHead?

    init(responder: @escaping @Sendable () -> Responder) {
        self.responder = responder
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end: if let head = head.take() { answer(head, context) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let answer = responder().answer(to: request)
        var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
        headers.add(name: "x-content-type-options", value: "nosniff")
        if answer.status != .notModified { headers.add(name: "content-length", value: String(answer.body.count)) }
        if !request.isKeepAlive { headers.add(name: "connection", value: "close") }
        let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request.method != .HEAD, !answer.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        let isLast = !request.isKeepAlive
        let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if isLast { sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
    }
}

/// Closes a connection on which nothing has come for a while.
final class IdleCloser: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is IdleStateHandler.IdleStateEvent else { return context.fireUserInboundEventTriggered(event) }
        context.close(promise: nil)
    }
}
