import NIOCore
import Testing

@testable import HTTPTransport

/// Heads as servers write them, and as they should have been written.
@Suite struct HeadRepairTests {
    private static let status = "HTTP/1.1 200 OK\r\n"

    /// The head of a success with these lines, which ends as it should.
    private static func repaired(_ lines: String) -> String { head(status + lines + "\r\n") }

    private static func head(_ text: String) -> String {
        var repair = ResponseRepair()
        repair.responseIsDue()
        return String(buffer: repair.add(ByteBuffer(string: text)))
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\nx\n\ny", "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200\r\n\r\n",
        "HTTP/1.0 404 Not here\r\nA:b\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX-Name: caf\u{e9}\r\nA:  b  \r\nC:\td\r\nE:\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\n\r\n",
    ])
    func aSoundHeadStaysAsItIs(said: String) {
        #expect(Self.head(said) == said)
    }

    @Test(arguments: [
        "X Note: a", "X(Note): a", "[X]: a", "X\"Note: a", ": a", "this is no field", "<b>Warning</b>: mysql on line 3",
        "X-Note: a\u{0}b", "X-Note: a\u{1}", "X-Note: \u{7F}", "X-Note: a\rb", "X\u{7}: a", "Caf\u{e9}: a", "X,Y: a",
        "@: a",
        "X\u{0}: a", "{\"a\": 1}", "X\tY: a",
    ])
    func aFieldThatIsNoneIsLeftOut(line: String) {
        #expect(Self.repaired("A: b\r\n\(line)\r\nC: d\r\n") == Self.status + "A: b\r\nC: d\r\n\r\n")
        #expect(Self.repaired("A: b\r\n\(line)\r\n \tfolded\r\nC: d\r\n") == Self.status + "A: b\r\nC: d\r\n\r\n")
        #expect(Self.repaired("\(line)\r\nA: b\r\n") == Self.status + "A: b\r\n\r\n")
    }

    @Test(arguments: [
        ("A : b\r\n", "A: b\r\n"), ("A \t:b\r\n", "A:b\r\n"), ("Content-Length : 5\r\n", "Content-Length: 5\r\n"),
        ("A: b\r\n \t c \r\n d\r\n", "A: b c  d\r\n"), ("Content-Length:\r\n 5\r\n", "Content-Length: 5\r\n"),
        ("A: b\r\n \r\nC: d\r\n", "A: b \r\nC: d\r\n"), (" A: b\r\nC: d\r\n", "C: d\r\n"),
        ("A: b\nC: d\r\n", "A: b\r\nC: d\r\n"), ("A: b\r\r\nC: d\r\n", "A: b\r\nC: d\r\n"),
    ])
    func aFieldIsReadHoweverItIsWritten(lines: String, meant: String) {
        #expect(Self.repaired(lines) == Self.status + meant + "\r\n")
    }

    @Test(arguments: [
        ("HTTP/1.1  200  OK", "HTTP/1.1 200 OK"), ("HTTP/1.1\t200 OK", "HTTP/1.1 200 OK"),
        ("HTTP/1.1 200OK", "HTTP/1.1 200 OK"), ("HTTP/1.1 200\tOK", "HTTP/1.1 200 OK"),
        ("HTTP/1.7 200 OK", "HTTP/1.1 200 OK"), ("HTTP/1.0  200", "HTTP/1.0 200 "),
        ("http/1.1 200 OK", "HTTP/1.1 200 OK"),
        ("HTTP/2 200", "HTTP/1.1 200 "), ("HTTP/2.0 404 No", "HTTP/1.1 404 No"), ("Http/1.0 200", "HTTP/1.0 200 "),
        ("HTTP/1.1 200 O\u{1}K", "HTTP/1.1 200 OK"), ("\r\n\r\nHTTP/1.1 200 OK", "HTTP/1.1 200 OK"),
        ("\nHTTP/1.1 200 OK", "HTTP/1.1 200 OK"),
    ])
    func aStatusLineIsReadHoweverItIsSpaced(line: String, meant: String) {
        #expect(Self.head("\(line)\r\nA: b\r\n\r\n") == "\(meant)\r\nA: b\r\n\r\n")
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "SSH-2.0-server\n\n", "HTTP/7.3 200 OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 fine\r\n\r\n", "HTTP/1.1\r\n\r\n", "http/3 200 OK\r\n\r\n",
        "HTTP/2.4 200 OK\r\n\r\n", "HTTP/1.x 200 OK\r\n\r\n", "ICY 200 OK\r\n\r\n", "<html>", "220 mail",
        "\u{15}\u{3}\u{1}",
        "HTTP/1.1 200 OK" + String(repeating: " ", count: 9000),
    ])
    func whatIsNoHeadIsLeftForTheDecoderAtOnce(said: String) {
        #expect(Self.head(said) == said)
    }

    @Test(arguments: [
        ("Content-Length: 7\r\nA: b\r\nCONTENT-LENGTH:  7\r\n", "Content-Length: 7\r\nA: b\r\n"),
        ("Content-Length: 7, 7\r\n", "Content-Length: 7\r\n"), ("Content-Length: 7,007,\r\n", "Content-Length: 7\r\n"),
        ("Content-Length: \u{B}7\r\n", "Content-Length: 7\r\n"),
    ])
    func aLengthThatIsSaidSeveralTimesIsSaidOnce(lines: String, meant: String) {
        #expect(Self.repaired(lines) == Self.status + meant + "\r\n")
    }

    @Test(arguments: [
        "Content-Length: 7\r\nContent-Length: 8\r\n", "Content-Length: 7, 8\r\n", "Content-Length: +7, +7\r\n",
        "Content-Length: ,\r\n", "Content-Length: 7\u{0}8\r\n", "Content-Length: 7 8\r\n", "Content-Length:\r\n",
    ])
    func aLengthThatIsNoneSpoilsTheResponse(lines: String) {
        #expect(Self.repaired(lines) == Self.status + lines + "\r\n")
    }

    @Test(arguments: [
        // Chunks come before any length.
        ("Content-Length: 7\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\n"),
        ("transfer-encoding: CHUNKED\r\nContent-Length: 7\r\nContent-Length: 8\r\n", "transfer-encoding: CHUNKED\r\n"),
        ("Content-Length: plenty\r\nTransfer-Encoding : chunked\r\n", "Transfer-Encoding: chunked\r\n"),
        ("Transfer-Encoding: identity, chunked\r\n", "Transfer-Encoding: chunked\r\n"),
        ("Transfer-Encoding: chunked, chunked\r\n", "Transfer-Encoding: chunked\r\n"),
        ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\n"),
        ("Transfer-Encoding: \u{B}chunked\r\n", "Transfer-Encoding: chunked\r\n"),
        ("Transfer-Encoding: chunked;q=1\r\n", "Transfer-Encoding: chunked\r\n"),
        ("Transfer-Encoding:\r\n chunked\r\n", "Transfer-Encoding: chunked\r\n"),
        // What says nothing leaves the length, or the end of the connection.
        ("Transfer-Encoding: identity\r\nContent-Length: 7\r\n", "Content-Length: 7\r\n"),
        ("Content-Length: 7\r\nTransfer-Encoding: Identity\r\n", "Content-Length: 7\r\n"),
        ("Transfer-Encoding:\r\nContent-Length: 7\r\n", "Content-Length: 7\r\n"),
        ("Transfer-Encoding: binary\r\nContent-Length: 7\r\n", "Content-Length: 7\r\n"),
        ("Transfer-Encoding: identity\r\n", ""),
        // A packing is another coding of the content.
        ("Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (
            "Transfer-Encoding: x-gzip\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Encoding: x-gzip\r\n"
        ),
        (
            "Transfer-Encoding: gzip, chunked\r\nContent-Encoding: deflate\r\n",
            "Content-Encoding: deflate\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
        ),
        ("Transfer-Encoding: gzip\r\nContent-Length: 7\r\n", "Content-Encoding: gzip\r\n"),
        ("Transfer-Encoding: br, chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n"),
    ])
    func whatSaysHowTheBodyIsFramedSaysItOnce(lines: String, meant: String) {
        #expect(Self.repaired(lines) == Self.status + meant + "\r\n")
    }
}
