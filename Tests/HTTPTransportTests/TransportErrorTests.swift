import Foundation
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOSSL
import Testing

@testable import HTTPTransport

/// What the libraries throw, classified.
@Suite struct TransportErrorTests {
    private struct Unheard: Error {}

    @Test(
        arguments: [
            (ECONNREFUSED, .refused), (ECONNRESET, .reset), (EPIPE, .reset), (EHOSTUNREACH, .noRoute),
            (ENETUNREACH, .noRoute), (ETIMEDOUT, .timedOut), (EMFILE, .tooManyOpenFiles), (ENFILE, .tooManyOpenFiles),
        ] as [(CInt, TransportError.ConnectionFault)])
    func aSystemErrorIsKnownByItsNumber(number: CInt, fault: TransportError.ConnectionFault) {
        #expect(TransportError(IOError(errnoCode: number, reason: "connect")) == .noResponse(fault))
    }

    @Test func anotherSystemErrorIsSaidInItsOwnWords() {
        guard case .noResponse(.other(let words)) = TransportError(IOError(errnoCode: EACCES, reason: "connect")) else {
            Issue.record("it is taken for something else")
            return
        }
        #expect(!words.isEmpty)
    }

    @Test(
        arguments: [
            (HTTPParserError.invalidEOFState, .interrupted(.closed)), (.headerOverflow, .headerFieldsTooLarge),
            (.unknown, .invalidResponse(.breaksRules)), (.invalidConstant, .invalidResponse(.invalidStart)),
        ] as [(HTTPParserError, TransportError)])
    func anErrorOfTheParserIsTold(error: HTTPParserError, expected: TransportError) {
        #expect(TransportError(error) == expected)
    }

    @Test func everyOtherKindIsTold() {
        #expect(TransportError(CancellationError()) == .cancelled)
        #expect(TransportError(TransportError.headerFieldsTooLarge) == .headerFieldsTooLarge)
        #expect(TransportError(AddressRefusal.leadsToPrivateAddress) == .refused(.leadsToPrivateAddress))
        #expect(TransportError(ChannelError.ioOnClosedChannel) == .noResponse(.closed))
        #expect(TransportError(NIOSSLError.uncleanShutdown) == .interrupted(.closed))
        #expect(TransportError(NIOSSLError.handshakeFailed(.zeroReturn)) == .tls(.handshakeFailed))
        #expect(
            TransportError(HTTPParserError.invalidHeaderToken)
                == .invalidResponse(.other("invalid character in header")))
        #expect(TransportError(Unheard()) == .noResponse(.other("Unheard()")))
    }

    @Test func onlyWhatEndedAConnectionIsAnInterruptionAmidAResponse() {
        #expect(TransportError.noResponse(.reset).amidResponse == .interrupted(.reset))
        #expect(TransportError.headerFieldsTooLarge.amidResponse == .headerFieldsTooLarge)
    }
}

@Suite struct ResponseByteCountTests {
    private static func count(maxBodyBytes: Int = 1000) -> ResponseByteCount {
        var count = ResponseByteCount(maxBodyBytes: maxBodyBytes)
        count.requestWasSent()
        return count
    }

    @Test func twiceTheBodyAndAMegabyteMayComeInAll() throws {
        var count = Self.count()
        #expect(count.maxBytes == 2000 + 1_048_576)
        try count.add(count.maxBytes)
        #expect(throws: TransportError.responseTooLarge(maxBytes: count.maxBytes)) { try count.add(1) }
    }

    @Test func soManyBytesMayComeBeforeTheHeadEnds() throws {
        #expect(ResponseByteCount.maxHeadBytes == 262_144)
        #expect(ResponseByteCount.maxHeaderBytes == 131_072)
        var count = Self.count()
        try count.addDecoded(262_143)
        try count.addDecoded(1)
        #expect(throws: TransportError.headTooLarge(maxBytes: 262_144)) { try count.addDecoded(1) }
    }

    @Test func afterTheHeadOnlyTheWholeCounts() throws {
        var count = Self.count()
        count.headHasCome()
        try count.addDecoded(300_000)
        #expect(!count.isHeadDue)
    }

    @Test func theNextRequestBeginsAnew() throws {
        var count = Self.count()
        try count.add(count.maxBytes)
        try count.addDecoded(262_144)
        count.requestWasSent()
        #expect(count.bytes == 0)
        #expect(count.isHeadDue)
        try count.add(count.maxBytes)
        try count.addDecoded(262_144)
    }
}

@Suite struct ResponseLimitHandlerTests {
    @Test func ofAHeadInPartsNothingIsHandedOnBeforeItIsWhole() throws {
        let handler = ResponseLimitHandler(maxBodyBytes: 1000)
        let channel = EmbeddedChannel(handler: handler)
        handler.requestWasSent()
        for part in ["HTTP/1.1 200 OK\r\nConte", "nt-Length: 0\r\n"] {
            try channel.writeInbound(ByteBuffer(string: part))
            #expect(try channel.readInbound(as: ByteBuffer.self) == nil)
        }
        try channel.writeInbound(ByteBuffer(string: "\r\n"))
        let whole = try #require(try channel.readInbound(as: ByteBuffer.self))
        #expect(String(buffer: whole) == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        _ = try channel.finish()
    }
}
