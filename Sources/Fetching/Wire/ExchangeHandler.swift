import NIOCore
import NIOHTTP1
import NIOSSL

/// The last handler of a connection: carries one exchange after the other, and hands over the body as it is asked for.
///
/// It holds back the socket while nobody takes what has come of a body, so that a body costs no more memory than a few
/// chunks. In every other state the socket is read: what a server says, and that it goes, must be heard at rest too.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private enum State {
        /// Nothing is asked; whatever the server says now ends the connection.
        case idle
        case waiting(EventLoopPromise<HTTPResponseHead>)
        case reading
        /// The whole answer has come; chunks of it may still wait to be taken.
        case complete
        case failed(any Error)
    }

    /// So many bytes may wait to be taken before the socket is held back.
    private static let mostHeldBytes = 64 << 10
    /// With fewer bytes nobody is woken before the end: most answers are read in one go.
    private static let worthwhileBytes = 32 << 10

    private let guardian: WireGuard
    private var state = State.idle { didSet { readOn() } }
    private var requests = 0
    private var keepsAlive = false
    /// What has come and was not taken: all pieces together, since a server may send it in crumbs.
    private var held = ByteBuffer() { didSet { readOn() } }
    private var demand: EventLoopPromise<Piece>?
    /// Whether the channel wanted to read when it might not: it asks once, and has to be told to go on.
    private var isReadHeld = false
    private var context: ChannelHandlerContext?
    /// Whether nobody waits for it any more, and it will be closed in a while.
    private(set) var isAbandoned = false

    /// By then a batch that has come to its deadline is over.
    private static let closingDelay = TimeAmount.milliseconds(500)

    init(guardian: WireGuard) {
        self.guardian = guardian
    }

    /// What is taken of a body at once.
    struct Piece: Sendable {
        /// `nil` for nothing, at the end only.
        var bytes: ByteBuffer?
        var isLast = false
    }

    /// Whether another exchange can follow on the connection.
    var isReusable: Bool {
        guard case .complete = state, keepsAlive, let context else { return false }
        return context.channel.isActive
    }

    /// Forgets what of the last answer was not taken.
    func rest() {
        held = ByteBuffer()
        state = .idle
    }

    /// Sends a request, and promises the head of its answer.
    func send(_ head: HTTPRequestHead, body: [UInt8], answer: EventLoopPromise<HTTPResponseHead>) {
        if case .failed(let error) = state { return answer.fail(error) }
        guard case .idle = state, let context, context.channel.isActive else {
            return answer.fail(WireFault.closedWithoutAnswer)
        }
        requests += 1
        state = .waiting(answer)
        guardian.expectHead()
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Promises the next piece of the body, as soon as it is worth while.
    func take(_ promise: EventLoopPromise<Piece>) {
        switch state {
        case .complete: promise.succeed(lastPiece())
        case .reading where held.readableBytes >= Self.worthwhileBytes, .failed where held.readableBytes > 0:
            promise.succeed(Piece(bytes: handOver()))
        case .failed(let error): promise.fail(error)
        case .reading: demand = promise
        case .idle, .waiting: promise.fail(WireFault.closedWithoutAnswer)
        }
    }

    /// Ends the exchange at once, and the connection a little later: at a deadline hundreds are given up together, and
    /// to end them all would be what everybody waits for then. Meanwhile nothing more is read from it.
    func abandon() {
        guard let context, !isAbandoned else { return }
        isAbandoned = true
        keepsAlive = false
        fail(CancellationError())
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.closingDelay) { self.hangUp() }
    }

    /// Ends the connection at once. TLS would first wait for the server's own farewell, which stands behind all that the
    /// server still has to say and nobody reads.
    func hangUp() {
        guard let context else { return }
        // Without TLS there is no such handler.
        let secure = try? context.pipeline.syncOperations.context(handlerType: NIOSSLClientHandler.self)
        (secure ?? context).close(promise: nil)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        fail(WireFault.closedWithoutAnswer)
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head)
        case .body(let chunk): add(chunk)
        case .end: end()
        }
    }

    /// Only now: what came at once goes on at once.
    func channelReadComplete(context: ChannelHandlerContext) {
        if held.readableBytes >= Self.worthwhileBytes, let demand {
            self.demand = nil
            demand.succeed(Piece(bytes: handOver()))
        }
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        isReadHeld = !mayRead
        if mayRead { context.read() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(HandshakeFault.explaining(error, in: context))
        hangUp()
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(WireFault.closedWithoutAnswer)
        context.fireChannelInactive()
    }

    private func begin(_ head: HTTPResponseHead) {
        guard case .waiting(let promise) = state else { return endUnasked() }
        guardian.headHasCome()
        state = .reading
        keepsAlive = head.isKeepAlive
        promise.succeed(head)
    }

    private func add(_ chunk: ByteBuffer) {
        guard case .reading = state else { return }
        if held.readableBytes == 0 {
            held = chunk
        } else {
            held.writeImmutableBuffer(chunk)
        }
    }

    private func handOver() -> ByteBuffer {
        defer { held = ByteBuffer() }
        return held
    }

    private func lastPiece() -> Piece {
        Piece(bytes: held.readableBytes > 0 ? handOver() : nil, isLast: true)
    }

    private func end() {
        guard case .reading = state else { return }
        state = .complete
        if let demand {
            self.demand = nil
            demand.succeed(lastPiece())
        }
    }

    /// Whether the socket may be read: decided here alone, and looked at anew with every change of what it depends on.
    private var mayRead: Bool {
        switch state {
        case .reading: held.readableBytes < Self.mostHeldBytes
        // Whatever comes now is little, or the end of the connection.
        case .idle, .waiting, .complete: !isAbandoned
        case .failed: false
        }
    }

    private func readOn() {
        guard isReadHeld, mayRead else { return }
        isReadHeld = false
        context?.read()
    }

    /// Something that nobody asked for: what was asked before is whole, but nothing else can follow.
    private func endUnasked() {
        keepsAlive = false
        hangUp()
    }

    private func fail(_ error: any Error) {
        switch state {
        case .waiting(let promise):
            let cause = hasEndedAtRest(by: error) ? WireFault.closedWithoutAnswer : error
            state = .failed(cause)
            promise.fail(cause)
        case .reading:
            let isEarly = (error as? WireFault) == .closedWithoutAnswer
            state = .failed(isEarly ? WireFault.brokenOff : error)
            if held.readableBytes > 0 {
                demand?.succeed(Piece(bytes: handOver()))
            } else {
                demand?.fail(isEarly ? WireFault.brokenOff : error)
            }
            demand = nil
        case .idle:
            // Of a fresh connection it is why it can't be used, such as its certificate; of an old one, that it ended.
            state = .failed(requests > 0 ? WireFault.closedWithoutAnswer : error)
        case .complete, .failed: keepsAlive = false
        }
    }

    /// Whether a server had ended the connection while nothing was asked, in whatever manner, and the request crossed that.
    private func hasEndedAtRest(by error: any Error) -> Bool {
        requests > 1 && !guardian.hasHeard && !(error is CancellationError)
    }
}
