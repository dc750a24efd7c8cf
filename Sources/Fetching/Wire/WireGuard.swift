import NIOCore

/// Counts bytes before anything reads them: a head that never ends, interim answers without end, and framing that
/// carries no body would otherwise go on until the time is up. A head that needs it is mended on its way.
final class WireGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Of all fields of a head, or of one of them.
    static let mostHeaderBytes = 128 << 10
    /// Of an answer's head, with whatever interim answers come before it.
    static let mostHeadBytes = 256 << 10

    private let mostBytes: Int
    private var isHeadDue = false
    private var headBytes = 0
    private var bytes = 0

    /// Whether anything of the answer has come.
    var hasHeard: Bool { bytes > 0 }

    /// - Parameter mostBodyBytes: how large a body may be.
    init(mostBodyBytes: Int) {
        // A body in tiny chunks is mostly framing, and yet sound.
        mostBytes = mostBodyBytes * 2 + (1 << 20)
    }

    func expectHead() {
        isHeadDue = true
        headBytes = 0
        bytes = 0
    }

    func headHasCome() {
        isHeadDue = false
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let chunk = unwrapInboundIn(data)
        let count = chunk.readableBytes
        let isFirst = bytes == 0
        bytes += count
        guard bytes <= mostBytes else { return stop(context, .tooManyBytes(mostBytes)) }
        context.fireChannelRead(isHeadDue && isFirst ? wrapInboundOut(MendedHead.mending(chunk)) : data)
        // Judged behind the decoder: the head and much of the body may come at once.
        guard isHeadDue else { return }
        headBytes += count
        if headBytes > Self.mostHeadBytes { stop(context, .headTooLarge(bytes: Self.mostHeadBytes)) }
    }

    private func stop(_ context: ChannelHandlerContext, _ fault: WireFault) {
        context.fireErrorCaught(fault)
        context.close(promise: nil)
    }
}
