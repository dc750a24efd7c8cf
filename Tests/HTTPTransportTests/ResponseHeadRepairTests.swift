import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct ResponseHeadRepairTests {
    private static func repaired(_ text: String) -> String {
        String(buffer: ResponseHeadRepair.repaired(ByteBuffer(string: text)))
    }

    @Test(arguments: [
        // Bare line feeds, of which the body keeps its own.
        ("HTTP/1.1 200 OK\nA: b\n\nx\ny", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nx\ny"),
        ("HTTP/1.1 200 OK\r\nA: b\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nA: b\r\n \t c \r\n d\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b c d\r\n\r\n"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nA: b\r\nCONTENT-LENGTH:  7\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nA: b\r\n\r\n"
        ),
        (
            "HTTP/1.1 200 OK\nContent-Length: 7\nA: b\nContent-Length: 7\n",
            "HTTP/1.1 200 OK\nContent-Length: 7\nA: b\nContent-Length: 7\n"
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nA: b\r\nContent-Length: 7\r\n 8\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nA: b\r\nContent-Length: 7 8\r\n\r\n"
        ),
        ("HTTP/1.1 200 OK\nContent\rLength: 5\n\n", "HTTP/1.1 200 OK\r\nContent\rLength: 5\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 7, 7\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n"),
    ])
    func whatAReaderHasToMakeGoodIsRepaired(said: String, meant: String) {
        #expect(Self.repaired(said) == meant)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\nx\n\ny", "HTTP/1.1 200 OK\nA: b\n", "SSH-2.0-server\n\n", "\n\n",
        "",
        "HTTP/1.1 200 OK\r\n A: b\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Length: 8\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 7, 8\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: +7, +7\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: ,\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length : 7\r\n\r\n",
    ])
    func everythingElseIsLeftForTheParser(said: String) {
        #expect(Self.repaired(said) == said)
    }
}
