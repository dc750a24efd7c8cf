import NIOCore
import NIOHTTP1

/// The exchanges of one HTTP/1.1 connection, one after the other, without the connection: events in, actions out.
///
/// Whether the socket is read is decided here alone (``mayRead``), and judged anew with each event. It is held back while
/// enough of a body waits to be taken, so that a body costs no more memory than a few chunks. In every other state it is
/// read: what a server says, and that it closes the connection, must be noticed at rest too.
struct ExchangeStateMachine {
    /// So many bytes may wait to be taken before the socket is held back.
    static let maxHeldBytes = 64 << 10
    /// With fewer bytes no task is resumed before the end: most responses are read in one go.
    static let worthwhileBytes = 32 << 10

    enum Event {
        /// A request is to be sent.
        case send(isConnected: Bool)
        case head(HTTPResponseHead)
        case body(ByteBuffer)
        case end
        /// The socket has nothing more for now.
        case readComplete
        /// The channel would like to read its socket.
        case readRequested
        /// Somebody waits for the next piece of the body.
        case pieceRequested
        case failed(TransportError, hasReceivedBytes: Bool)
        case disconnected(hasReceivedBytes: Bool)
        /// Whoever waits for the response has given up.
        case cancelled
        /// Nobody wants any more of the response. Where the connection is not usable, it does not stand any more, or what
        /// came on it could be understood in several ways.
        case released(isUsable: Bool)
    }

    enum Action: Equatable {
        case read
        case sendRequest
        case deliverHead(HTTPResponseHead)
        case failHead(TransportError)
        case deliverPiece(BodyPiece)
        case failPiece(TransportError)
        /// Keep the connection for another request.
        case keepForReuse
        case close
        /// Close the connection in a while.
        case closeLater
    }

    private enum State {
        /// Nothing is asked; whatever the server says now ends the connection.
        case idle
        case waitingForHead
        case readingBody(isPieceRequested: Bool, isKeepAlive: Bool)
        /// The whole response has come; bytes of it may still wait to be taken.
        case complete(isReusable: Bool)
        case failed(TransportError)
    }

    private var state = State.idle
    /// What has come and was not taken: all chunks together, since a server may send crumbs.
    private var held = ByteBuffer()
    private var requests = 0
    /// The channel asks once to read, and has to be told when it may.
    private var isReadHeld = false
    private var isCloseScheduled = false

    /// Whether the socket may be read.
    var mayRead: Bool {
        switch state {
        case .readingBody: held.readableBytes < Self.maxHeldBytes
        // Whatever comes now is little, or the end of the connection.
        case .idle, .waitingForHead, .complete: true
        case .failed: false
        }
    }

    /// Takes note of an event.
    ///
    /// - Returns: what to do, in order.
    mutating func handle(_ event: Event) -> [Action] {
        let actions = react(to: event)
        guard isReadHeld, mayRead else { return actions }
        isReadHeld = false
        return [.read] + actions
    }

    private mutating func react(to event: Event) -> [Action] {
        switch event {
        case .send(let isConnected): return send(isConnected: isConnected)
        case .head(let head): return receive(head)
        case .body(let chunk): receive(chunk)
        case .end: return end()
        case .readComplete: return piecesWorthwhile()
        case .readRequested: isReadHeld = true
        case .pieceRequested: return requestPiece()
        case .failed(let error, let hasBytes): return fail(error, hasReceivedBytes: hasBytes) + [.close]
        case .disconnected(let hasBytes): return fail(.noResponse(.closed), hasReceivedBytes: hasBytes)
        case .cancelled: return cancel()
        case .released(let isUsable): return release(isUsable: isUsable)
        }
        return []
    }

    private mutating func send(isConnected: Bool) -> [Action] {
        if case .failed(let error) = state { return [.failHead(error)] }
        guard case .idle = state, isConnected else { return [.failHead(.noResponse(.closed))] }
        requests += 1
        state = .waitingForHead
        return [.sendRequest]
    }

    private mutating func receive(_ head: HTTPResponseHead) -> [Action] {
        // An interim response; only 101 is the last one on its connection (RFC 9110 §15.2).
        if (100..<200).contains(head.status.code), head.status != .switchingProtocols { return [] }
        guard case .waitingForHead = state else {
            // Nobody asked for it: what was asked before is whole, but nothing else can follow.
            if case .complete = state { state = .complete(isReusable: false) }
            return [.close]
        }
        state = .readingBody(isPieceRequested: false, isKeepAlive: head.isKeepAlive)
        return [.deliverHead(head)]
    }

    private mutating func receive(_ chunk: ByteBuffer) {
        guard case .readingBody = state else { return }
        if held.readableBytes == 0 {
            held = chunk
        } else {
            held.writeImmutableBuffer(chunk)
        }
    }

    private mutating func end() -> [Action] {
        guard case .readingBody(let isPieceRequested, let isKeepAlive) = state else { return [] }
        state = .complete(isReusable: isKeepAlive)
        return isPieceRequested ? [.deliverPiece(lastPiece())] : []
    }

    /// Only once all is read that came at once, since it goes on at once.
    private mutating func piecesWorthwhile() -> [Action] {
        guard case .readingBody(isPieceRequested: true, let isKeepAlive) = state,
            held.readableBytes >= Self.worthwhileBytes
        else { return [] }
        state = .readingBody(isPieceRequested: false, isKeepAlive: isKeepAlive)
        return [.deliverPiece(BodyPiece(bytes: takeHeld()))]
    }

    private mutating func requestPiece() -> [Action] {
        switch state {
        case .complete: return [.deliverPiece(lastPiece())]
        case .readingBody(_, let isKeepAlive):
            state = .readingBody(isPieceRequested: true, isKeepAlive: isKeepAlive)
            return piecesWorthwhile()
        case .failed where held.readableBytes > 0: return [.deliverPiece(BodyPiece(bytes: takeHeld()))]
        case .failed(let error): return [.failPiece(error)]
        case .idle, .waitingForHead: return [.failPiece(.noResponse(.closed))]
        }
    }

    private mutating func fail(_ error: TransportError, hasReceivedBytes: Bool) -> [Action] {
        switch state {
        case .idle:
            // Of a fresh connection it is why it can't be used, such as its certificate; of an old one, that it ended.
            state = .failed(requests > 0 ? .noResponse(.closed) : error)
        case .waitingForHead:
            // A server may end a connection at rest in any manner, and the request crosses that.
            let endedAtRest = requests > 1 && !hasReceivedBytes && error != .cancelled
            let cause = endedAtRest ? .noResponse(.closed) : error
            state = .failed(cause)
            return [.failHead(cause)]
        case .readingBody(let isPieceRequested, _):
            let cause = error.amidResponse
            state = .failed(cause)
            guard isPieceRequested else { return [] }
            return held.readableBytes > 0 ? [.deliverPiece(BodyPiece(bytes: takeHeld()))] : [.failPiece(cause)]
        case .complete: state = .complete(isReusable: false)
        case .failed: break
        }
        return []
    }

    /// Ends the exchange at once, and the connection a little later.
    private mutating func cancel() -> [Action] {
        guard !isCloseScheduled else { return [] }
        isCloseScheduled = true
        let actions = fail(.cancelled, hasReceivedBytes: false)
        if case .complete = state { state = .failed(.cancelled) }
        return actions + [.closeLater]
    }

    private mutating func release(isUsable: Bool) -> [Action] {
        if case .complete(isReusable: true) = state, isUsable {
            held = ByteBuffer()
            state = .idle
            return [.keepForReuse]
        }
        return isCloseScheduled ? [] : [.close]
    }

    private mutating func takeHeld() -> ByteBuffer {
        defer { held = ByteBuffer() }
        return held
    }

    private mutating func lastPiece() -> BodyPiece {
        BodyPiece(bytes: held.readableBytes > 0 ? takeHeld() : nil, isLast: true)
    }
}

/// The next bytes of a body, and whether they are its last.
struct BodyPiece: Equatable, Sendable {
    /// `nil` for nothing, at the end only.
    var bytes: ByteBuffer?
    var isLast = false
}
