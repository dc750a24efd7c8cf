import NIOCore
import NIOHTTP1

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One connection: hands each request to the source's counter and plays the steps that it gets back.
///
/// Between steps it waits as a scheduled task of its event loop, so ten or two thousand waiting connections cost no
/// thread.
final class ConversationHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private let source: String
    private let counter: RequestCounter
    private var head: HTTPRequestHead?
    private var steps: CircularBuffer<WireStep> = []
    private var isPlaying = false
    private var waiting: Scheduled<Void>?

    init(source: String, counter: RequestCounter) {
        self.source = source
        self.counter = counter
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        add(counter.steps(to: source, on: .onConnection), context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is DeafHandler.Heard { add(counter.steps(to: source, on: .onFirstBytes), context) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting?.cancel()
        steps.removeAll()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
        case .body:
            break
        case .end:
            guard let head = head.take() else { return }
            add(counter.steps(for: head, to: source) + (head.isKeepAlive ? [] : [.close]), context)
        }
    }

    /// What is no HTTP, or a connection that the other side broke off, ends the conversation.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func add(_ more: [WireStep], _ context: ChannelHandlerContext) {
        steps.append(contentsOf: more)
        if !isPlaying { play(context) }
    }

    private func play(_ context: ChannelHandlerContext) {
        isPlaying = true
        while let step = steps.popFirst() {
            switch step {
            case .send(let bytes):
                counter.sent(bytes.readableBytes, by: source)
                context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
            case .wait(let duration):
                return resume(after: duration, context)
            case .drip(let bytes, let interval):
                return drip(bytes, every: interval, context)
            case .endless(let bytes):
                return `repeat`(bytes, context)
            case .hold:
                return steps.removeAll()
            case .close:
                return context.close(promise: nil)
            case .reset:
                return reset(context)
            }
        }
        isPlaying = false
    }

    private func resume(after duration: Duration, _ context: ChannelHandlerContext) {
        guard duration > .zero else { return play(context) }
        waiting = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(duration)) { self.play(context) }
    }

    private func drip(_ bytes: ByteBuffer, every interval: Duration, _ context: ChannelHandlerContext) {
        var bytes = bytes
        guard let first = bytes.readSlice(length: 1) else { return play(context) }
        context.writeAndFlush(wrapOutboundOut(first), promise: nil)
        steps.prepend(.drip(bytes, every: interval))
        resume(after: max(interval, .milliseconds(1)), context)
    }

    /// Writes the next when the last has left, so that what nobody takes fills no memory here.
    private func `repeat`(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        counter.sent(bytes.readableBytes, by: source)
        context.writeAndFlush(wrapOutboundOut(bytes)).assumeIsolated().whenSuccess { self.repeat(bytes, context) }
    }

    /// A connection that is closed while it lingers for no time ends with a reset.
    private func reset(_ context: ChannelHandlerContext) {
        guard let socket = context.channel as? any SocketOptionProvider else { return context.close(promise: nil) }
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}

/// A script step with everything decided: what a connection does next.
enum WireStep: Sendable {
    case send(ByteBuffer)
    case drip(ByteBuffer, every: Duration)
    case endless(ByteBuffer)
    case wait(Duration)
    case hold
    case close
    case reset
}
