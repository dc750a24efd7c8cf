import NIOCore
import NIOHTTP1
import Parallelism

/// How a request travels, and so which connection it can use.
enum ConnectionKey: Hashable, Sendable {
    case direct(Origin)
    /// Plain HTTP through the proxy, which gets the whole address.
    case forwarded
    /// HTTPS through a tunnel of the proxy, which sees no more than the origin.
    case tunnel(to: Origin)
}

/// One connection to a server or proxy, as tasks use it: everything in it happens on its event loop.
struct Connection: Sendable {
    let key: ConnectionKey
    let channel: any Channel
    private let handler: NIOLoopBound<ExchangeHandler>

    /// Made on the channel's event loop, with the handler at the end of its pipeline.
    init(key: ConnectionKey, channel: any Channel, handler: ExchangeHandler) {
        self.key = key
        self.channel = channel
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
    }

    var isOpen: Bool { channel.isActive }

    /// Sends a request and waits for the head of its response. Cancelling the task ends the connection.
    func send(_ head: HTTPRequestHead, body: [UInt8]) async throws(TransportError) -> HTTPResponseHead {
        try await result { handler, promise in handler.send(head, body: body, response: promise) }
    }

    /// The next piece of the body. With the last one the connection is given back, before the piece is handed over:
    /// the next request may follow at once.
    func nextPiece(givingBackTo idle: IdleConnections) async throws(TransportError) -> BodyPiece {
        try await result { handler, promise in
            let piece = channel.eventLoop.makePromise(of: BodyPiece.self)
            piece.futureResult.assumeIsolated().whenSuccess { if $0.isLast { giveBack(to: idle) } }
            piece.futureResult.cascade(to: promise)
            handler.requestPiece(piece)
        }
    }

    /// Keeps it for the next request if its response has come whole, and ends it otherwise.
    ///
    /// - Parameter idle: where it is kept.
    func release(to idle: IdleConnections) {
        channel.eventLoop.execute { giveBack(to: idle) }
    }

    /// The same, and waits until it is done.
    func released(to idle: IdleConnections) async {
        // Only an event loop that has ended can't do it, and with it the connection.
        try? await channel.eventLoop.submit { giveBack(to: idle) }.get()
    }

    /// On the event loop.
    private func giveBack(to idle: IdleConnections) {
        handler.value.release { idle.keep(self) }
    }

    func close() {
        channel.close(promise: nil)
    }

    private func result<T: Sendable>(
        _ start: @escaping @Sendable (ExchangeHandler, EventLoopPromise<T>) -> Void
    ) async throws(TransportError) -> T {
        let promise = channel.eventLoop.makePromise(of: T.self)
        let isPending = NIOLoopBoundBox.makeBoxSendingValue(true, eventLoop: channel.eventLoop)
        do {
            return try await withTaskCancellationHandler {
                channel.eventLoop.execute {
                    promise.futureResult.whenComplete { _ in isPending.value = false }
                    start(handler.value, promise)
                }
                return try await promise.futureResult.get()
            } onCancel: {
                // With its result the connection may have gone to another request.
                channel.eventLoop.execute { if isPending.value { handler.value.cancel() } }
            }
        } catch {
            // The connection was ended because of it, and says only that.
            throw Task.isCancelled ? .cancelled : TransportError(error)
        }
    }
}

/// Connections whose last response has come whole, kept for the next request with the same key.
///
/// Few in all: most hosts have one feed and are asked once, and an idle connection costs an open file.
final class IdleConnections: Sendable {
    private struct Pool {
        /// The one that was used last stands last.
        var connections: [Connection] = []
        var isClosed = false
    }

    private let limit: Int
    private let pool = Guarded(Pool())

    init(limit: Int = 64) {
        self.limit = limit
    }

    /// Takes out the open connection with that key which was used last.
    func take(_ key: ConnectionKey) -> Connection? {
        pool.withLock { pool in
            pool.connections.removeAll { !$0.isOpen }
            guard let index = pool.connections.lastIndex(where: { $0.key == key }) else { return nil }
            return pool.connections.remove(at: index)
        }
    }

    /// Keeps a connection, in place of that which was idle for the longest where there are too many.
    ///
    /// - Returns: whether it is kept; otherwise the caller ends it.
    func keep(_ connection: Connection) -> Bool {
        let (isKept, oldest) = pool.withLock { pool -> (Bool, Connection?) in
            guard !pool.isClosed else { return (false, nil) }
            pool.connections.append(connection)
            return (true, pool.connections.count > limit ? pool.connections.removeFirst() : nil)
        }
        oldest?.close()
        return isKept
    }

    /// Ends all of them, and keeps none from now on.
    func close() {
        let connections = pool.withLock { pool in
            pool.isClosed = true
            defer { pool.connections = [] }
            return pool.connections
        }
        for connection in connections { connection.close() }
    }
}
