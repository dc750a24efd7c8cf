import NIOCore
import WebText

extension LiteralAddress {
    /// The address as a socket has it, without a port.
    var socketAddress: SocketAddress? {
        // Four and sixteen bytes are all that there is.
        try? SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0)
    }
}
