import NIOCore
import NIOHTTP1

/// One connection to a server or proxy, as tasks use it: everything in it happens on its event loop.
struct Connection: Sendable {
    let way: Way
    let channel: any Channel
    private let handler: NIOLoopBound<ExchangeHandler>

    /// Made on the channel's event loop, with the handler at the end of its pipeline.
    init(way: Way, channel: any Channel, handler: ExchangeHandler) {
        self.way = way
        self.channel = channel
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
    }

    var isOpen: Bool { channel.isActive }

    /// Sends a request and waits for the head of its answer.
    ///
    /// - Throws: `CancellationError` when the task is cancelled, which ends the connection; else why no answer came.
    func send(_ head: HTTPRequestHead, body: [UInt8]) async throws -> HTTPResponseHead {
        try await loopResult { handler, promise in handler.send(head, body: body, answer: promise) }
    }

    /// The next piece of the body. With the last one the connection is given back, before the piece is handed over:
    /// the next request may follow at once.
    func nextPiece(givingBackTo idle: IdleConnections) async throws -> ExchangeHandler.Piece {
        try await loopResult { handler, promise in
            let piece = channel.eventLoop.makePromise(of: ExchangeHandler.Piece.self)
            piece.futureResult.assumeIsolated().whenSuccess { if $0.isLast { giveBack(to: idle) } }
            piece.futureResult.cascade(to: promise)
            handler.take(piece)
        }
    }

    /// Keeps it for the next request if its answer has come whole, and ends it otherwise.
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
        let handler = handler.value
        if handler.isReusable {
            handler.rest()
            if idle.keep(self) { return }
        }
        if !handler.isAbandoned { handler.hangUp() }
    }

    func close() {
        channel.close(promise: nil)
    }

    private func loopResult<T: Sendable>(
        _ ask: @escaping @Sendable (ExchangeHandler, EventLoopPromise<T>) -> Void
    ) async throws -> T {
        let promise = channel.eventLoop.makePromise(of: T.self)
        let isPending = NIOLoopBoundBox.makeBoxSendingValue(true, eventLoop: channel.eventLoop)
        return try await withTaskCancellationHandler {
            channel.eventLoop.execute {
                promise.futureResult.whenComplete { _ in isPending.value = false }
                ask(handler.value, promise)
            }
            do {
                return try await promise.futureResult.get()
            } catch {
                // The connection was ended because of it, and says only that.
                try Task.checkCancellation()
                throw error
            }
        } onCancel: {
            // With its result the connection may have gone to another request.
            channel.eventLoop.execute { if isPending.value { handler.value.abandon() } }
        }
    }
}

/// How a request travels: straight to its server, through a proxy that passes it on, or through a tunnel of the proxy.
enum Way: Hashable, Sendable {
    case direct(Route)
    /// Plain HTTP: the proxy gets the whole address.
    case forwarded
    /// HTTPS: the proxy opens a way, and sees no more.
    case tunnel(to: Route)
}
