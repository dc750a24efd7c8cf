import NIOCore

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
