import SimulatedWorld

/// What can be wrong with a status line and with header fields (RFC 9112 §4, §5).
extension ServerFault {
    static let headFaults: [ServerFault] = [
        ServerFault(
            name: "status-line-nonsense", summary: "a status line of no protocol", expected: .malformed,
            script: [.text("BANANA\r\n\r\n"), .close]),
        ServerFault(
            name: "no-head", summary: "the document without any head, as HTTP/0.9 had it", expected: .malformed,
            script: [.body(), .close]),
        ServerFault(
            name: "greeting", summary: "greets like a mail server", expected: .malformed,
            script: [.text("220 mail.example ESMTP\r\n"), .close]),
        ServerFault(
            name: "version-unknown", summary: "a version of HTTP that is none", expected: .malformed,
            script: [.text("HTTP/7.3 200 OK\r\nContent-Length: {length}\r\n\r\n"), .body(), .close]),
        ServerFault(
            name: "version-two", summary: "calls itself HTTP/2, and is none", expected: .fresh,
            script: [.text("HTTP/2 200\r\nContent-Length: {length}\r\n\r\n"), .body(), .hold]),
        ServerFault(
            name: "status-of-two-digits", summary: "a status of two digits", expected: .malformed,
            script: [.text("HTTP/1.1 20 OK\r\nContent-Length: {length}\r\n\r\n"), .body(), .close]),
        ServerFault(
            name: "status-of-four-digits", summary: "a status of four digits", expected: .malformed,
            script: [.text("HTTP/1.1 2000 OK\r\nContent-Length: {length}\r\n\r\n"), .body(), .close]),
        ServerFault(
            name: "status-in-words", summary: "a status in words", expected: .malformed,
            script: [.text("HTTP/1.1 fine thanks\r\nContent-Length: {length}\r\n\r\n"), .body(), .close]),
        ServerFault(
            name: "header-without-colon", summary: "a header line without a colon", expected: .fresh,
            script: [.head("this is no field", "Content-Length: {length}"), .body(), .close]),
        ServerFault(
            name: "header-name-with-space", summary: "a header whose name holds a space", expected: .fresh,
            script: [.head("X Note: 1", "Content-Length: {length}"), .body(), .close]),
        ServerFault(
            name: "header-with-nul", summary: "a NUL in a header", expected: .fresh,
            script: [.head("X-Note: a\u{0}b", "Content-Length: {length}"), .body(), .close]),
        ServerFault(
            name: "headers-that-are-none", summary: "lines among the fields that are none", expected: .fresh,
            script: [
                .head(
                    "<br />", "<b>Warning</b>: it failed on line 3", ": empty", "X-(A): a", "X-Bell: \u{7}",
                    "caf\u{e9}: a",
                    "X Y: a", " and folded", "Content-Length: {length}"), .body(), .hold,
            ]),
        ServerFault(
            name: "header-with-space-before-colon", summary: "white space before the colons", expected: .fresh,
            script: [.head("X-Note : 1", "Content-Length : {length}"), .body(), .hold]),
        ServerFault(
            name: "header-with-bare-return", summary: "a carriage return within a field", expected: .fresh,
            script: [.head("X-Note: a\rContent-Length: 3", "Content-Length: {length}"), .body(), .hold]),
        ServerFault(
            name: "header-folded-first", summary: "white space before the first field", expected: .fresh,
            script: [
                .text("HTTP/1.1 200 OK\r\n X-Note: 1\r\nContent-Length:\r\n\t{length}\r\n\r\n"), .body(), .hold,
            ]),
        ServerFault(
            name: "lines-by-line-feeds", summary: "lines that end with line feeds alone", expected: .fresh,
            script: [.text("HTTP/1.1 200 OK\nX Y: 1\nContent-Length: {length}\n\n"), .body(), .hold]),
        ServerFault(
            name: "empty-lines-first", summary: "empty lines before the status line", expected: .fresh,
            script: [.text("\r\n\nHTTP/1.1  200\r\nContent-Length: {length}\r\n\r\n"), .body(), .hold]),
        ServerFault(
            name: "header-too-long", summary: "a header of 200 KB", expected: .refused, says: "header",
            script: [
                .head("X-Long: \(String(repeating: "a", count: 200_000))", "Content-Length: {length}"), .body(),
                .close,
            ]),
        ServerFault(
            name: "headers-too-many", summary: "5,000 header fields", expected: .refused, says: "header",
            script: [
                .head((1...5000).map { "X-\($0): 1" }.joined(separator: "\r\n"), "Content-Length: {length}"), .body(),
                .close,
            ]),
        ServerFault(
            name: "no-reason", summary: "a status line without a reason", expected: .fresh,
            script: [.text("HTTP/1.1 200 \r\nContent-Length: {length}\r\n\r\n"), .body(), .close]),
        ServerFault(
            name: "http-1-0", summary: "HTTP/1.0 without a length", expected: .fresh,
            script: [.text("HTTP/1.0 200 OK\r\n\r\n"), .body(), .close]),
        ServerFault(
            name: "header-in-latin-1", summary: "a header with a byte that is no ASCII", expected: .fresh,
            script: [
                .text("HTTP/1.1 200 OK\r\nX-Name: caf"), .send(.bytes([0xE9])),
                .text("\r\nContent-Length: {length}\r\n\r\n"), .body(),
            ]),
        ServerFault(
            name: "content-type-twice", summary: "two content types", expected: .fresh,
            script: [.head("Content-Type: text/html", "Content-Length: {length}"), .body()]),
        ServerFault(
            name: "content-type-nonsense", summary: "a content type of nonsense", expected: .fresh,
            script: [.text("HTTP/1.1 200 OK\r\nContent-Type: ;;=,\r\nContent-Length: {length}\r\n\r\n"), .body()]),
        ServerFault(
            name: "no-content-type", summary: "no content type at all", expected: .fresh,
            script: [.text("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n"), .body()]),
        ServerFault(
            name: "http-2-frames", summary: "frames of HTTP/2 in place of HTTP/1.1", expected: .malformed,
            script: [.send(.bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])), .send(.bytes([0, 0, 0, 4, 1, 0, 0, 0, 0])), .close]),
        ServerFault(
            name: "tls-alert", summary: "a TLS alert in place of HTTP", expected: .malformed,
            script: [.send(.bytes([0x15, 3, 1, 0, 2, 2, 0x46])), .close]),
    ]

    /// Answers before the answer (RFC 9110 §15.2).
    static let informationalFaults: [ServerFault] = [
        ServerFault(
            name: "continue-first", summary: "100 before the answer", expected: .fresh,
            script: [.text("HTTP/1.1 100 Continue\r\n\r\n"), .send(.soundAnswer())]),
        ServerFault(
            name: "hints-first", summary: "several 103 before the answer", expected: .fresh,
            script: [
                .text(String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n", count: 5)),
                .send(.soundAnswer()),
            ]),
        ServerFault(
            name: "continue-and-no-more", summary: "100, and then nothing", expected: .late,
            script: [.text("HTTP/1.1 100 Continue\r\n\r\n"), .hold]),
        ServerFault(
            name: "continue-and-close", summary: "100, and then the end", expected: .unreachable,
            script: [.text("HTTP/1.1 100 Continue\r\n\r\n"), .close]),
        ServerFault(
            name: "continue-for-ever", summary: "100 without end", expected: .refused,
            script: [.endlessly(.text("HTTP/1.1 100 Continue\r\n\r\n"))]),
        ServerFault(
            name: "upgrade-unasked", summary: "switches to a protocol that nobody asked for", expected: .malformed,
            script: [
                .text("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
                .send(.bytes([0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F])), .close,
            ]),
        ServerFault(
            name: "upgrade-offered", summary: "offers an upgrade beside a sound answer", expected: .fresh,
            script: [.head("Upgrade: h2c", "Connection: Upgrade", "Content-Length: {length}"), .body()]),
        ServerFault(
            name: "two-answers", summary: "a second answer behind the first", expected: .fresh,
            script: [.send(.soundAnswer()), .page(status: 500), .close]),
    ]
}

/// Lengths that lie (RFC 9112 §6.2, §6.3).
extension ServerFault {
    static let lengthFaults: [ServerFault] = [
        ServerFault(
            name: "length-too-long", summary: "a body that is shorter than its length, and the end",
            expected: .unreachable, says: "broke off",
            script: [.head("Content-Length: {long}"), .body(), .close]),
        ServerFault(
            name: "length-too-long-and-waits", summary: "a body that is shorter than its length, and silence",
            expected: .late, script: [.head("Content-Length: {long}"), .body(), .hold]),
        ServerFault(
            name: "length-too-short", summary: "a length that cuts the feed in half: what it covers is the answer",
            expected: .fresh, next: .fresh, script: [.head("Content-Length: {short}"), .body(), .close]),
        ServerFault(
            name: "length-zero", summary: "a length of nothing before a feed", expected: .malformed, says: "empty",
            script: [.head("Content-Length: 0"), .body(), .close]),
        ServerFault(
            name: "length-negative", summary: "a negative length", expected: .malformed,
            script: [.head("Content-Length: -1"), .body(), .close]),
        ServerFault(
            name: "length-in-words", summary: "a length in words", expected: .malformed,
            script: [.head("Content-Length: plenty"), .body(), .close]),
        ServerFault(
            name: "length-in-hexadecimal", summary: "a length in hexadecimal digits", expected: .malformed,
            script: [.head("Content-Length: 0x{hexlength}"), .body(), .close]),
        ServerFault(
            name: "length-empty", summary: "a length without digits", expected: .malformed,
            script: [.head("Content-Length:"), .body(), .close]),
        ServerFault(
            name: "length-twice", summary: "two lengths that differ", expected: .malformed,
            script: [.head("Content-Length: {length}", "Content-Length: {short}"), .body(), .close]),
        ServerFault(
            name: "length-beyond-numbers", summary: "a length that no number holds", expected: .malformed,
            script: [.head("Content-Length: 99999999999999999999999999"), .body(), .close]),
        ServerFault(
            name: "length-huge", summary: "declares 100 GB", expected: .refused, says: "larger",
            script: [.head("Content-Length: 107374182400"), .body(), .hold]),
        ServerFault(
            name: "length-one-past", summary: "declares one byte more than is allowed", expected: .refused,
            says: "larger", script: [.head("Content-Length: \([ServerFault].largestBody + 1)"), .body(), .hold]),
        ServerFault(
            name: "length-at-the-limit", summary: "a body of just what is allowed", expected: .fresh,
            script: [.head("Content-Length: \([ServerFault].largestBody)"), .body(.pad(to: [ServerFault].largestBody))]),
        ServerFault(
            name: "no-length-one-past", summary: "a body of one byte more than is allowed, without a length",
            expected: .refused, says: "larger",
            script: [.head("Connection: close"), .body(.pad(to: [ServerFault].largestBody + 1)), .close]),
        ServerFault(
            name: "no-length", summary: "a body that ends with the connection", expected: .fresh,
            script: [.head("Connection: close"), .body(), .close]),
        ServerFault(
            name: "content-after-the-end", summary: "goes on behind its length", expected: .fresh,
            script: [.head("Content-Length: {length}"), .body(), .text("and another thing\r\n"), .close]),
        ServerFault(
            name: "content-after-the-end-for-ever", summary: "goes on without end behind its length",
            expected: .fresh, script: [.head("Content-Length: {length}"), .body(), .endlessly(.text("more "))]),
    ]
}
