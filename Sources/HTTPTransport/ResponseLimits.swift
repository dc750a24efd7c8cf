import NIOCore

/// How many bytes of a response may come before its head ends, and in all. Pure: counts in, a verdict out.
///
/// A head that never ends, interim responses without end, and framing that carries no body would otherwise go on until
/// the time is up.
struct ResponseByteCount {
    /// Of all fields of a head, or of one of them.
    static let maxHeaderBytes = 128 << 10
    /// Of a response's head, with whatever interim responses come before it.
    static let maxHeadBytes = 256 << 10

    let maxBytes: Int
    private(set) var isHeadDue = false
    private var headBytes = 0
    private(set) var bytes = 0

    /// - Parameter maxBodyBytes: how large a body may be.
    init(maxBodyBytes: Int) {
        // A body in tiny chunks is mostly framing, and yet sound.
        maxBytes = maxBodyBytes * 2 + (1 << 20)
    }

    mutating func requestWasSent() {
        isHeadDue = true
        headBytes = 0
        bytes = 0
    }

    mutating func headHasCome() { isHeadDue = false }

    /// Counts bytes before they are decoded.
    mutating func add(_ count: Int) throws(TransportError) {
        bytes += count
        if bytes > maxBytes { throw .responseTooLarge(maxBytes: maxBytes) }
    }

    /// Counts the same bytes once they are decoded: the head and much of the body may come at once.
    mutating func addDecoded(_ count: Int) throws(TransportError) {
        guard isHeadDue else { return }
        headBytes += count
        if headBytes > Self.maxHeadBytes { throw .headTooLarge(maxBytes: Self.maxHeadBytes) }
    }
}

/// Counts bytes before the decoder reads them, and repairs what it would refuse and other clients read.
final class ResponseLimitHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private(set) var count: ResponseByteCount
    private var repair = ResponseRepair()

    init(maxBodyBytes: Int) {
        count = ResponseByteCount(maxBodyBytes: maxBodyBytes)
    }

    /// Whether the response could be understood in one way only.
    var isUnambiguous: Bool { !repair.isChanged }

    func requestWasSent() {
        count.requestWasSent()
        repair.responseIsDue()
    }

    func headHasCome() { count.headHasCome() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let chunk = unwrapInboundIn(data)
        do throws(TransportError) {
            try count.add(chunk.readableBytes)
            handOn(repair.add(chunk), context)
            try count.addDecoded(chunk.readableBytes)
        } catch {
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        handOn(repair.finish(), context)
        context.fireChannelInactive()
    }

    private func handOn(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        if bytes.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(bytes)) }
    }
}
