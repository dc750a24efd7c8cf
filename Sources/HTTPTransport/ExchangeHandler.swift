import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// The last handler of a connection: carries out what its ``ExchangeStateMachine`` decides.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    /// By then a batch that has come to its deadline is over: hundreds are cancelled together there, and to end their
    /// connections at once would be what everybody waits for.
    private static let closingDelay = TimeAmount.milliseconds(500)

    private let limits: ResponseLimitHandler
    private var machine = ExchangeStateMachine()
    private var request: (head: HTTPRequestHead, body: [UInt8])?
    private var head: EventLoopPromise<HTTPResponseHead>?
    private var piece: EventLoopPromise<BodyPiece>?
    private var context: ChannelHandlerContext?

    init(limits: ResponseLimitHandler) {
        self.limits = limits
    }

    private var isConnected: Bool { context?.channel.isActive == true }

    /// Sends a request, and promises the head of its response. One exchange at a time.
    func send(_ head: HTTPRequestHead, body: [UInt8], response: EventLoopPromise<HTTPResponseHead>) {
        request = (head, body)
        self.head = response
        handle(.send(isConnected: isConnected))
    }

    /// Promises the next piece of the body, as soon as it is worth while.
    func requestPiece(_ promise: EventLoopPromise<BodyPiece>) {
        piece = promise
        handle(.pieceRequested)
    }

    /// Ends the exchange at once, and the connection a little later. Meanwhile nothing more is read from it.
    func cancel() {
        handle(.cancelled)
    }

    /// Ends the connection, unless its response has come whole, could be understood in one way only, and `keep` takes it
    /// for another request.
    func release(keep: () -> Bool) {
        handle(.released(isUsable: isConnected && limits.isUnambiguous), keep: keep)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        handle(.disconnected(hasReceivedBytes: hasReceivedBytes))
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): handle(.head(head))
        case .body(let chunk): handle(.body(chunk))
        case .end: handle(.end)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        handle(.readComplete)
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        handle(.readRequested)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        handle(.failed(Self.classified(error, in: context), hasReceivedBytes: hasReceivedBytes))
    }

    func channelInactive(context: ChannelHandlerContext) {
        handle(.disconnected(hasReceivedBytes: hasReceivedBytes))
        context.fireChannelInactive()
    }

    private var hasReceivedBytes: Bool { limits.count.bytes > 0 }

    /// With the reason why a certificate was not accepted, by the machine's clock, as the library judged.
    private static func classified(_ error: any Error, in context: ChannelHandlerContext) -> TransportError {
        let cause = TransportError(error)
        guard cause == .tls(.untrusted),
            let tls = try? context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self),
            let certificate = tls.peerCertificate
        else { return cause }
        return .tls(TLSFault(rejected: certificate, now: Date()))
    }

    private func handle(_ event: ExchangeStateMachine.Event, keep: () -> Bool = { false }) {
        for action in machine.handle(event) {
            switch action {
            case .read: context?.read()
            case .sendRequest: writeRequest()
            case .deliverHead(let response):
                limits.headHasCome()
                taken(&head)?.succeed(response)
            case .failHead(let error): taken(&head)?.fail(error)
            case .deliverPiece(let bytes): taken(&piece)?.succeed(bytes)
            case .failPiece(let error): taken(&piece)?.fail(error)
            case .keepForReuse: if !keep() { close() }
            case .close: close()
            case .closeLater:
                context?.eventLoop.assumeIsolated().scheduleTask(in: Self.closingDelay) { self.close() }
            }
        }
    }

    private func taken<Value>(_ promise: inout EventLoopPromise<Value>?) -> EventLoopPromise<Value>? {
        defer { promise = nil }
        return promise
    }

    private func writeRequest() {
        guard let (head, body) = request, let context else { return }
        request = nil
        limits.requestWasSent()
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Ends the connection at once. TLS would first wait for the server's own farewell, which stands behind all that the
    /// server still has to say and nobody reads.
    private func close() {
        guard let context else { return }
        // Without TLS there is no such handler.
        let secure = try? context.pipeline.syncOperations.context(handlerType: NIOSSLClientHandler.self)
        (secure ?? context).close(promise: nil)
    }
}
