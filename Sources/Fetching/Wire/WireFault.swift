/// What goes wrong on a connection beyond what the libraries tell.
enum WireFault: Error, Hashable {
    /// It ended before an answer began.
    case closedWithoutAnswer
    /// It ended in the middle of one.
    case brokenOff
    /// So many bytes came before an answer began.
    case headTooLarge(bytes: Int)
    /// So many bytes came that no body within its bound can be among them.
    case tooManyBytes(Int)
    /// A proxy did not open the way; what it said instead.
    case proxyRefused(String)
}

/// Why the user's own proxy was not reached.
struct ProxyFault: Error {
    let cause: any Error
}
