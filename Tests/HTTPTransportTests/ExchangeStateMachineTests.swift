import NIOCore
import NIOHTTP1
import Testing

@testable import HTTPTransport

/// Each transition of an exchange, without a socket or channel.
@Suite struct ExchangeStateMachineTests {
    private typealias Machine = ExchangeStateMachine

    private static let closed = TransportError.noResponse(.closed)

    private static func head(
        _ status: HTTPResponseStatus = .ok, _ headers: HTTPHeaders = [:]
    ) -> HTTPResponseHead {
        HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    }

    private static func bytes(_ count: Int) -> ByteBuffer {
        ByteBuffer(repeating: 0x78, count: count)
    }

    /// A machine after these events, and what the last of them led to.
    private static func after(_ events: Machine.Event...) -> (machine: Machine, actions: [Machine.Action]) {
        var machine = Machine()
        var actions: [Machine.Action] = []
        for event in events { actions = machine.handle(event) }
        return (machine, actions)
    }

    /// What an event leads to in a machine that has seen the others.
    private static func actions(_ events: [Machine.Event], then event: Machine.Event) -> [Machine.Action] {
        var machine = Machine()
        for event in events { _ = machine.handle(event) }
        return machine.handle(event)
    }

    private static let send = Machine.Event.send(isConnected: true)
    private static let released = Machine.Event.released(isUsable: true)
    /// An exchange whose response has come whole.
    private static let whole: [Machine.Event] = [send, .head(head()), .end]

    // MARK: the request

    @Test func aRequestIsSentOnAConnectionAtRest() {
        #expect(Self.actions([], then: Self.send) == [.sendRequest])
        #expect(Self.actions(Self.whole + [Self.released], then: Self.send) == [.sendRequest])
    }

    @Test func aRequestFailsWhereTheConnectionIsGone() {
        #expect(Self.actions([], then: .send(isConnected: false)) == [.failHead(Self.closed)])
        #expect(Self.actions([Self.send], then: Self.send) == [.failHead(Self.closed)])
        #expect(Self.actions(Self.whole, then: Self.send) == [.failHead(Self.closed)])
    }

    @Test func aRequestFailsForTheReasonForWhichTheConnectionDid() {
        let fault = TransportError.tls(.expired)
        let failed: [Machine.Event] = [.failed(fault, hasReceivedBytes: false)]
        #expect(Self.actions(failed, then: Self.send) == [.failHead(fault)])
        #expect(
            Self.actions(Self.whole + [Self.released] + failed, then: Self.send) == [.failHead(Self.closed)],
            "at rest it has merely ended")
    }

    // MARK: the head

    @Test func theHeadIsDelivered() {
        #expect(Self.actions([Self.send], then: .head(Self.head())) == [.deliverHead(Self.head())])
    }

    @Test(arguments: [100, 102, 103, 199]) func anInterimHeadIsNone(status: Int) {
        let interim = Self.head(HTTPResponseStatus(statusCode: status))
        #expect(Self.actions([Self.send], then: .head(interim)).isEmpty)
        #expect(Self.actions([Self.send, .head(interim)], then: .head(Self.head())) == [.deliverHead(Self.head())])
        #expect(Self.actions([], then: .head(interim)).isEmpty)
    }

    @Test func theHeadThatEndsHTTPIsOne() {
        let last = Self.head(.switchingProtocols)
        #expect(Self.actions([Self.send], then: .head(last)) == [.deliverHead(last)])
    }

    @Test func aHeadThatNobodyAskedForEndsTheConnection() {
        #expect(Self.actions([], then: .head(Self.head())) == [.close])
        #expect(Self.actions(Self.whole, then: .head(Self.head())) == [.close])
        #expect(Self.actions(Self.whole + [.head(Self.head())], then: Self.released) == [.close])
        #expect(
            Self.actions(Self.whole + [.head(Self.head())], then: .pieceRequested)
                == [.deliverPiece(BodyPiece(isLast: true))], "what was asked before is whole")
    }

    // MARK: the body

    @Test func aPieceIsDeliveredOnceItIsWorthwhileAndAllIsReadThatCameAtOnce() {
        var (machine, _) = Self.after(Self.send, .head(Self.head()), .pieceRequested)
        #expect(machine.handle(.body(Self.bytes(Machine.worthwhileBytes - 1))).isEmpty)
        #expect(machine.handle(.readComplete).isEmpty)
        #expect(machine.handle(.body(Self.bytes(1))).isEmpty)
        let piece = BodyPiece(bytes: Self.bytes(Machine.worthwhileBytes))
        #expect(machine.handle(.readComplete) == [.deliverPiece(piece)])
        #expect(machine.handle(.readComplete).isEmpty, "it is delivered once")
    }

    @Test func whatIsWorthwhileAlreadyIsDeliveredAtOnce() {
        let start: [Machine.Event] = [Self.send, .head(Self.head()), .body(Self.bytes(Machine.worthwhileBytes))]
        #expect(Self.actions(start, then: .readComplete).isEmpty)
        let piece = BodyPiece(bytes: Self.bytes(Machine.worthwhileBytes))
        #expect(Self.actions(start, then: .pieceRequested) == [.deliverPiece(piece)])
    }

    @Test func theEndDeliversWhatIsLeftHoweverLittle() {
        let start: [Machine.Event] = [Self.send, .head(Self.head()), .body(Self.bytes(1))]
        #expect(
            Self.actions(start + [.pieceRequested], then: .end) == [
                .deliverPiece(BodyPiece(bytes: Self.bytes(1), isLast: true))
            ])
        #expect(Self.actions(start, then: .end).isEmpty)
        #expect(
            Self.actions(start + [.end], then: .pieceRequested) == [
                .deliverPiece(BodyPiece(bytes: Self.bytes(1), isLast: true))
            ])
        #expect(
            Self.actions(start + [.body(Self.bytes(2)), .end], then: .pieceRequested) == [
                .deliverPiece(BodyPiece(bytes: Self.bytes(3), isLast: true))
            ])
        #expect(
            Self.actions(start + [.end, .pieceRequested], then: .pieceRequested) == [
                .deliverPiece(BodyPiece(isLast: true))
            ])
    }

    @Test func aPieceWithoutAResponseFails() {
        #expect(Self.actions([], then: .pieceRequested) == [.failPiece(Self.closed)])
        #expect(Self.actions([Self.send], then: .pieceRequested) == [.failPiece(Self.closed)])
    }

    @Test func bytesOutsideOfABodyAreDropped() {
        #expect(Self.actions([], then: .body(Self.bytes(9))).isEmpty)
        #expect(
            Self.actions([.body(Self.bytes(9))] + Self.whole, then: .pieceRequested) == [
                .deliverPiece(BodyPiece(isLast: true))
            ])
        #expect(
            Self.actions(Self.whole + [.body(Self.bytes(9))], then: .pieceRequested) == [
                .deliverPiece(BodyPiece(isLast: true))
            ])
        #expect(Self.actions([], then: .end).isEmpty)
    }

    // MARK: reading

    @Test func theSocketIsReadWhateverTheStateButForAFullBodyAndAFailure() {
        let full: [Machine.Event] = [Self.send, .head(Self.head()), .body(Self.bytes(Machine.maxHeldBytes))]
        #expect(Self.actions([], then: .readRequested) == [.read])
        #expect(Self.actions([Self.send], then: .readRequested) == [.read])
        #expect(Self.actions([Self.send, .head(Self.head())], then: .readRequested) == [.read])
        #expect(Self.actions(full, then: .readRequested).isEmpty)
        #expect(Self.actions(full + [.end], then: .readRequested) == [.read])
        #expect(Self.actions([Self.send, .cancelled], then: .readRequested).isEmpty)
        #expect(Self.actions([.failed(Self.closed, hasReceivedBytes: false)], then: .readRequested).isEmpty)
        let almost = Self.bytes(Machine.maxHeldBytes - 1)
        #expect(Self.actions([Self.send, .head(Self.head()), .body(almost)], then: .readRequested) == [.read])
    }

    @Test func aReadThatWasHeldBackFollowsAsSoonAsItMay() {
        let held = Self.bytes(Machine.maxHeldBytes)
        let full: [Machine.Event] = [Self.send, .head(Self.head()), .body(held), .readRequested]
        #expect(Self.actions(full, then: .pieceRequested) == [.read, .deliverPiece(BodyPiece(bytes: held))])
        #expect(Self.actions(full, then: .end) == [.read])
        #expect(
            Self.actions(full + [.end], then: .pieceRequested) == [
                .deliverPiece(BodyPiece(bytes: held, isLast: true))
            ], "once")
        #expect(Self.actions(full, then: .cancelled) == [.closeLater])
    }

    // MARK: the end of the connection

    @Test func beforeTheHeadItsReasonIsThatOfTheRequest() {
        let fault = TransportError.noResponse(.reset)
        #expect(Self.actions([Self.send], then: .failed(fault, hasReceivedBytes: false)) == [.failHead(fault), .close])
        #expect(Self.actions([Self.send], then: .disconnected(hasReceivedBytes: false)) == [.failHead(Self.closed)])
        #expect(
            Self.actions([Self.send, .disconnected(hasReceivedBytes: false)], then: Self.send) == [
                .failHead(Self.closed)
            ])
    }

    /// A server ends an idle connection in any manner it likes, and a request may cross that.
    @Test func aConnectionThatIsUsedAgainAndHeardNothingHasEndedAtRest() {
        let second = Self.whole + [Self.released, Self.send]
        let fault = TransportError.tls(.handshakeFailed)
        #expect(
            Self.actions(second, then: .failed(fault, hasReceivedBytes: false)) == [.failHead(Self.closed), .close])
        #expect(Self.actions(second, then: .failed(fault, hasReceivedBytes: true)) == [.failHead(fault), .close])
        #expect(Self.actions(second, then: .cancelled) == [.failHead(.cancelled), .closeLater])
    }

    @Test func amidTheBodyItIsInterrupted() {
        let body: [Machine.Event] = [Self.send, .head(Self.head())]
        let disconnected = Machine.Event.disconnected(hasReceivedBytes: true)
        #expect(Self.actions(body + [.pieceRequested], then: disconnected) == [.failPiece(.interrupted(.closed))])
        #expect(Self.actions(body, then: disconnected).isEmpty)
        #expect(Self.actions(body + [disconnected], then: .pieceRequested) == [.failPiece(.interrupted(.closed))])
        let tooLarge = TransportError.responseTooLarge(maxBytes: 9)
        #expect(
            Self.actions(body + [.pieceRequested], then: .failed(tooLarge, hasReceivedBytes: true))
                == [.failPiece(tooLarge), .close])
    }

    @Test func whatCameBeforeTheInterruptionIsDeliveredFirst() {
        let body: [Machine.Event] = [Self.send, .head(Self.head()), .body(Self.bytes(5))]
        let disconnected = Machine.Event.disconnected(hasReceivedBytes: true)
        let piece = Machine.Action.deliverPiece(BodyPiece(bytes: Self.bytes(5)))
        #expect(Self.actions(body + [.pieceRequested], then: disconnected) == [piece])
        #expect(Self.actions(body + [disconnected], then: .pieceRequested) == [piece])
        #expect(
            Self.actions(body + [disconnected, .pieceRequested], then: .pieceRequested) == [
                .failPiece(.interrupted(.closed))
            ])
    }

    @Test func afterTheBodyItIsNoFailure() {
        let disconnected = Machine.Event.disconnected(hasReceivedBytes: true)
        #expect(Self.actions(Self.whole, then: disconnected).isEmpty)
        #expect(
            Self.actions(Self.whole + [disconnected], then: .pieceRequested) == [
                .deliverPiece(BodyPiece(isLast: true))
            ])
        #expect(Self.actions(Self.whole + [disconnected], then: Self.released) == [.close])
    }

    // MARK: cancellation

    @Test func whoGivesUpIsToldAtOnceAndTheConnectionEndsLater() {
        #expect(Self.actions([Self.send], then: .cancelled) == [.failHead(.cancelled), .closeLater])
        #expect(
            Self.actions([Self.send, .head(Self.head()), .pieceRequested], then: .cancelled) == [
                .failPiece(.cancelled), .closeLater,
            ])
        #expect(Self.actions([], then: .cancelled) == [.closeLater])
        #expect(Self.actions([Self.send, .cancelled], then: .cancelled).isEmpty)
        #expect(Self.actions([Self.send, .cancelled], then: Self.released).isEmpty, "it is to be closed already")
        #expect(Self.actions([Self.send, .cancelled], then: Self.send) == [.failHead(.cancelled)])
    }

    @Test func evenAWholeResponseIsGivenUp() {
        #expect(Self.actions(Self.whole, then: .cancelled) == [.closeLater])
        #expect(Self.actions(Self.whole + [.cancelled], then: Self.released).isEmpty)
        #expect(Self.actions(Self.whole + [.cancelled], then: .readRequested).isEmpty)
    }

    // MARK: reuse

    @Test(
        arguments: [([:], true), (["connection": "keep-alive"], true), (["connection": "close"], false)]
            as [(HTTPHeaders, Bool)])
    func aConnectionIsKeptUnlessItsServerEndsIt(headers: HTTPHeaders, isKept: Bool) {
        let whole: [Machine.Event] = [Self.send, .head(Self.head(.ok, headers)), .end]
        #expect(Self.actions(whole, then: Self.released) == (isKept ? [.keepForReuse] : [.close]))
    }

    @Test func aConnectionOfHTTP10IsNotKept() {
        let head = HTTPResponseHead(version: .http1_0, status: .ok)
        #expect(Self.actions([Self.send, .head(head), .end], then: Self.released) == [.close])
    }

    @Test func onlyAWholeResponseLeavesItsConnectionForAnother() {
        #expect(Self.actions(Self.whole, then: .released(isUsable: false)) == [.close])
        #expect(Self.actions([], then: Self.released) == [.close])
        #expect(Self.actions([Self.send], then: Self.released) == [.close])
        #expect(Self.actions([Self.send, .head(Self.head())], then: Self.released) == [.close])
        #expect(Self.actions([.failed(Self.closed, hasReceivedBytes: false)], then: Self.released) == [.close])
    }

    @Test func whatWasNotTakenOfAResponseIsForgotten() {
        let first: [Machine.Event] = [Self.send, .head(Self.head()), .body(Self.bytes(70_000)), .end, Self.released]
        #expect(Self.actions(first + Self.whole, then: .pieceRequested) == [.deliverPiece(BodyPiece(isLast: true))])
        #expect(Self.actions(first + [Self.send, .head(Self.head())], then: .readRequested) == [.read])
    }

    @Test func thePiecesThatWereAskedForEndWithTheirResponse() {
        let first: [Machine.Event] = [Self.send, .head(Self.head()), .pieceRequested, .end, Self.released]
        let body = Machine.Event.body(Self.bytes(Machine.worthwhileBytes))
        #expect(Self.actions(first + [Self.send, .head(Self.head()), body], then: .readComplete).isEmpty)
    }

    @Test func theBoundsAreThoseThatWereMeasured() {
        #expect(Machine.maxHeldBytes == 65_536)
        #expect(Machine.worthwhileBytes == 32_768)
    }
}
