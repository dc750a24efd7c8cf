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

    /// The next chunk of the body, or `nil` at its end.
    func nextChunk() async throws -> ByteBuffer? {
        try await loopResult { handler, promise in handler.take(promise) }
    }

    /// Keeps it for the next request if its answer has come whole, and ends it otherwise.
    ///
    /// - Parameter idle: where it is kept.
    /// - Returns: when that is done.
    @discardableResult
    func release(to idle: IdleConnections) -> EventLoopFuture<Void> {
        channel.eventLoop.submit {
            if handler.value.isReusable {
                handler.value.rest()
                if idle.keep(self) { return }
            }
            if !handler.value.isAbandoned { channel.close(promise: nil) }
        }
    }

    func close() {
        channel.close(promise: nil)
    }

    private func loopResult<T: Sendable>(
        _ ask: @escaping @Sendable (ExchangeHandler, EventLoopPromise<T>) -> Void
    ) async throws -> T {
        let promise = channel.eventLoop.makePromise(of: T.self)
        return try await withTaskCancellationHandler {
            channel.eventLoop.execute { ask(handler.value, promise) }
            do {
                return try await promise.futureResult.get()
            } catch {
                // The connection was ended because of it, and says only that.
                try Task.checkCancellation()
                throw error
            }
        } onCancel: {
            channel.eventLoop.execute { handler.value.abandon() }
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
