import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOSSL
import TestSupport
import Testing

@testable import HTTPTransport

/// The handler with the decoder before it: when its socket is read, whatever came before.
@Suite struct ExchangeHandlerTests {
    /// How the body of an answer ends.
    enum Ending: CaseIterable {
        case taken, leftWhole, leftUnasked
    }

    @Test(arguments: Ending.allCases, [1, 64 << 10, 300_000])
    func aSocketIsReadAtRestHoweverTheLastAnswerEnded(ending: Ending, size: Int) throws {
        let line = try Line()
        let head = try line.ask()
        line.deliver(Line.answer(ofBytes: size))
        #expect(try head.futureResult.wait().status == .ok)
        if ending == .taken { #expect(try line.takeAll() == size) }
        if ending == .leftUnasked { #expect(line.hears) }
        #expect(line.release())
        #expect(line.hears)
        #expect(try line.exchange(ofBytes: size) == size)
    }

    @Test(arguments: ["204 No Content", "304 Not Modified"]) func anAnswerWithoutABodyLeavesTheSocketReadable(
        status: String
    ) throws {
        let line = try Line()
        let head = try line.ask()
        line.deliver(Array("HTTP/1.1 \(status)\r\n\r\n".utf8))
        _ = try head.futureResult.wait()
        #expect(line.release())
        #expect(try line.exchange(ofBytes: 200_000) == 200_000)
    }

    @Test func aBodyThatNobodyTakesIsHeldBackUntilSomebodyDoes() throws {
        let line = try Line()
        _ = try line.ask()
        let answer = Line.answer(ofBytes: 1 << 20)
        line.deliver(Array(answer.prefix(100_000)))
        #expect(!line.hears)
        line.take()
        #expect(line.hears)
    }

    @Test func nothingMoreIsReadOfWhatWasGivenUp() throws {
        let line = try Line()
        _ = try line.ask()
        line.deliver(Array(Line.answer(ofBytes: 1 << 20).prefix(1000)))
        line.handler.cancel()
        line.deliver(Array(repeating: 0x20, count: 1000))
        #expect(!line.hears)
        #expect(!line.release())
    }

    @Test func aConnectionThatWasGivenUpEndsAHalfSecondLater() throws {
        let line = try Line()
        _ = try line.ask()
        line.handler.cancel()
        line.channel.embeddedEventLoop.advanceTime(by: .milliseconds(499))
        #expect(line.channel.isActive)
        line.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(!line.channel.isActive)
    }

    @Test func aConnectionThatIsNotKeptEndsAtOnce() throws {
        let line = try Line()
        _ = try line.exchange(ofBytes: 10)
        _ = try line.ask()
        line.deliver(Line.answer(ofBytes: 10))
        line.handler.release { false }
        #expect(!line.channel.isActive)
    }

    @Test(arguments: [("", "GET"), ("{}", "POST")]) func aRequestIsWrittenWithItsBody(body: String, method: String)
        throws
    {
        let line = try Line()
        var head = HTTPRequestHead(version: .http1_1, method: .RAW(value: method), uri: "/hook")
        head.headers = ["host": "paper.example", "content-length": "\(body.utf8.count)"]
        line.handler.send(head, body: Array(body.utf8), response: line.channel.eventLoop.makePromise())
        var written = ""
        while let bytes = try line.channel.readOutbound(as: ByteBuffer.self) { written += String(buffer: bytes) }
        #expect(written.hasPrefix("\(method) /hook HTTP/1.1\r\n"))
        #expect(written.hasSuffix("\r\n\r\n\(body)"))
    }

    @Test(arguments: ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno", "GARBAGE"])
    func whatIsSaidUnaskedEndsTheConnection(words: String) throws {
        let line = try Line()
        #expect(try line.exchange(ofBytes: 200_000) == 200_000)
        line.deliver(Array(words.utf8))
        #expect(!line.channel.isActive)
        let head = try line.ask()
        #expect(throws: TransportError.noResponse(.closed)) { try head.futureResult.wait() }
    }

    @Test(arguments: [1, 2]) func howAConnectionEndedIsTheReasonOnAFreshOneOnly(exchange: Int) throws {
        let line = try Line()
        if exchange > 1 { _ = try line.exchange(ofBytes: 1) }
        let head = try line.ask()
        line.channel.pipeline.fireErrorCaught(NIOSSLError.uncleanShutdown)
        do {
            _ = try head.futureResult.wait()
            Issue.record("it was answered")
        } catch {
            #expect(error as? TransportError == (exchange > 1 ? .noResponse(.closed) : .interrupted(.closed)))
        }
    }

    /// Bursts and takes in any order: whoever asks gets everything, on the same connection, as long as it is kept.
    @Test(arguments: 0..<40) func noOrderOfBurstsAndTakesLeavesAConnectionDeaf(seed: Int) throws {
        var chance = SeededNumbers(seed: seed)
        let line = try Line()
        for _ in 0..<6 {
            let size = 1 << (10 + chance.next(below: 12))
            let head = try line.ask()
            var rest = Line.answer(ofBytes: size)[...]
            let isTaken = chance.next(below: 3) > 0
            while !rest.isEmpty {
                // The head stands in the first hundred bytes.
                if !line.hears || (isTaken && rest.count < size && chance.next(below: 3) == 0) { line.take() }
                try #require(line.hears, "deaf with \(rest.count) bytes to come")
                let burst = rest.prefix(100 + chance.next(below: 128 << 10))
                rest = rest.dropFirst(burst.count)
                line.deliver(Array(burst))
            }
            #expect(try head.futureResult.wait().status == .ok)
            if isTaken { #expect(try line.takeAll() == size) }
            line.taken.reset()
            try #require(line.release())
        }
    }
}

/// A connection without a socket. As a socket does, it hands over one burst each time that it is read, and wants to be
/// read again after each.
private struct Line {
    let channel = EmbeddedChannel()
    let handler: ExchangeHandler
    let taken = Taken()
    private let socket = Socket()

    init() throws {
        let dialer = Dialer(
            resolver: NameResolver(), policy: AddressPolicy(allowsPrivate: true),
            tls: TLSContextCache(authorityFile: nil), proxy: nil, maxBodyBytes: 16 << 20)
        try channel.pipeline.syncOperations.addHandler(socket)
        try dialer.addHandlers(to: channel, tls: nil, host: "")
        handler = try channel.pipeline.syncOperations.handler(type: ExchangeHandler.self)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait()
        channel.read()
    }

    /// Whether it would hear what the server says now.
    var hears: Bool { socket.isRead }

    func ask() throws -> EventLoopPromise<HTTPResponseHead> {
        let promise = channel.eventLoop.makePromise(of: HTTPResponseHead.self)
        handler.send(
            HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: ["host": "paper.example"]), body: [],
            response: promise)
        return promise
    }

    /// Gives the connection back, and says whether it is kept.
    @discardableResult func release() -> Bool {
        var isKept = false
        handler.release {
            isKept = true
            return true
        }
        return isKept
    }

    func deliver(_ bytes: [UInt8]) {
        socket.isRead = false
        // What comes of it is asked of the handler.
        _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
        if channel.isActive { channel.read() }
    }

    /// Takes what is worth while, now or once it has come, unless there is such a wish already. What comes is counted.
    func take() {
        guard !taken.isAwaited, !taken.isWhole else { return }
        taken.isAwaited = true
        let promise = channel.eventLoop.makePromise(of: BodyPiece.self)
        promise.futureResult.assumeIsolated().whenSuccess { taken.add($0) }
        handler.requestPiece(promise)
    }

    /// Takes to the end of an answer that has come whole, and says how many bytes were taken of it in all.
    func takeAll() throws -> Int {
        while !taken.isWhole {
            try #require(!taken.isAwaited, "it has not come whole")
            take()
        }
        defer { taken.reset() }
        return taken.bytes
    }

    /// A whole exchange in bursts; how many bytes of body came.
    func exchange(ofBytes size: Int) throws -> Int {
        let head = try ask()
        var rest = Self.answer(ofBytes: size)[...]
        while !rest.isEmpty {
            if !hears { take() }
            try #require(hears, "deaf with \(rest.count) bytes to come")
            deliver(Array(rest.prefix(50_000)))
            rest = rest.dropFirst(50_000)
        }
        _ = try head.futureResult.wait()
        defer { release() }
        return try takeAll()
    }

    static func answer(ofBytes size: Int) -> [UInt8] {
        Array("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n".utf8) + [UInt8](repeating: 0x78, count: size)
    }

    /// What was taken of an answer.
    final class Taken {
        private(set) var bytes = 0
        private(set) var isWhole = false
        var isAwaited = false

        func add(_ piece: BodyPiece) {
            bytes += piece.bytes?.readableBytes ?? 0
            isWhole = piece.isLast
            isAwaited = false
        }

        func reset() { (bytes, isWhole, isAwaited) = (0, false, false) }
    }

    /// The end of the pipeline: knows whether it is read.
    private final class Socket: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer

        var isRead = false

        func read(context: ChannelHandlerContext) { isRead = true }
    }
}
