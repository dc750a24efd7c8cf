package import SimulatedWorld

/// Servers that stop speaking, stop listening, or never stop.
extension ServerFault {
    private static let everyQuarter = Duration.milliseconds(250)

    static let silenceFaults: [ServerFault] = [
        ServerFault(
            name: "silent-at-once", summary: "takes the connection and says nothing", expected: .late,
            begins: .onConnection, script: [.hold]),
        ServerFault(
            name: "silent-when-asked", summary: "takes the request and says nothing", expected: .late, script: [.hold]),
        ServerFault(
            name: "silent-in-status-line", summary: "stops in the status line", expected: .late,
            script: [.text("HTTP/1.1 2"), .hold]),
        ServerFault(
            name: "silent-in-head", summary: "stops in a header", expected: .late,
            script: [.text("HTTP/1.1 200 OK\r\nContent-Ty"), .hold]),
        ServerFault(
            name: "silent-before-body", summary: "stops behind the head", expected: .late,
            script: [.head("Content-Length: {length}"), .hold]),
        ServerFault(
            name: "silent-in-body", summary: "stops halfway through the body", expected: .late,
            script: [.send(.soundBeginning(0.5)), .hold]),
        ServerFault(
            name: "silent-in-chunk", summary: "stops within a chunk", expected: .late,
            script: [.head("Transfer-Encoding: chunked"), .text("{hexlength}\r\n"), .body(.cut(0.5)), .hold]),
        ServerFault(
            name: "silent-behind-body", summary: "the whole body without a length, and no end", expected: .late,
            script: [.head(), .body(), .hold]),
        ServerFault(
            name: "drips-status-line", summary: "the status line drips", expected: .late,
            script: [
                .drip(.text("HTTP/1.1 200 \(String(repeating: "very ", count: 400))"), every: everyQuarter), .hold,
            ]),
        ServerFault(
            name: "drips-head", summary: "the head drips", expected: .late,
            script: [
                .text("HTTP/1.1 200 OK\r\n"),
                .drip(.text(String(repeating: "X-Drip: 1\r\n", count: 200)), every: everyQuarter), .hold,
            ]),
        ServerFault(
            name: "drips-body", summary: "the body drips", expected: .late,
            script: [.head("Content-Length: {length}"), .drip(.soundBody(), every: everyQuarter), .hold]),
        ServerFault(
            name: "drips-chunks", summary: "one chunk of one byte at a time", expected: .late,
            script: [
                .head("Transfer-Encoding: chunked"),
                .drip(.text(String(repeating: "1\r\n \r\n", count: 500)), every: everyQuarter), .hold,
            ]),
        ServerFault(
            name: "drips-quickly", summary: "a whole answer, byte by byte", expected: .fresh, next: .fresh,
            script: [.drip(.soundAnswer([.cut(0.6)]), every: .milliseconds(1))]),
    ]

    package static let resets = ServerFault(
        name: "resets", summary: "resets the connection halfway through the body", expected: .unreachable,
        script: [.latency, .send(.soundBeginning(0.5)), .wait(.milliseconds(20)), .reset])

    /// Connections that end too early.
    static let breakFaults: [ServerFault] = [
        ServerFault(
            name: "closes-at-once", summary: "closes the connection at once", expected: .unreachable,
            begins: .onConnection, script: [.close]),
        ServerFault(
            name: "resets-at-once", summary: "resets the connection at once", expected: .unreachable,
            begins: .onConnection, script: [.reset]),
        ServerFault(
            name: "closes-when-asked", summary: "closes when it is asked", expected: .unreachable, script: [.close]),
        ServerFault(
            name: "resets-when-asked", summary: "resets when it is asked", expected: .unreachable, script: [.reset]),
        ServerFault(
            name: "closes-in-status-line", summary: "ends in the status line", expected: .unreachable,
            script: [.text("HTTP/1.1 2"), .close]),
        ServerFault(
            name: "closes-in-head", summary: "ends in a header", expected: .unreachable,
            script: [.text("HTTP/1.1 200 OK\r\nContent-Ty"), .close]),
        ServerFault(
            name: "resets-in-head", summary: "resets in a header", expected: .unreachable,
            script: [.text("HTTP/1.1 200 OK\r\nContent-Ty"), .wait(.milliseconds(20)), .reset]),
        ServerFault(
            name: "closes-before-body", summary: "ends behind the head", expected: .unreachable,
            script: [.head("Content-Length: {length}"), .close]),
        ServerFault(
            name: "closes-in-body", summary: "ends halfway through the body", expected: .unreachable,
            says: "broke off", script: [.send(.soundBeginning(0.7)), .close]),
        ServerFault(
            name: "resets-in-body", summary: "resets halfway through the body", expected: .unreachable,
            script: [.send(.soundBeginning(0.7)), .wait(.milliseconds(20)), .reset]),
        ServerFault(
            name: "resets-in-bare-body", summary: "resets in a body without a length", expected: .unreachable,
            script: [.head(), .body(.cut(0.7)), .wait(.milliseconds(20)), .reset]),
        ServerFault(
            name: "closes-once", summary: "closes the first connection, then fine", expected: .fresh, strikes: 1,
            script: [.close]),
    ]

    /// What never ends, unless by the limits of who reads it.
    static let endlessFaults: [ServerFault] = [
        ServerFault(
            name: "status-line-for-ever", summary: "a status line without end", expected: .refused,
            script: [.text("HTTP/1.1 200 "), .endlessly(.text("very "))]),
        ServerFault(
            name: "header-for-ever", summary: "a header without end", expected: .refused, says: "header",
            script: [.text("HTTP/1.1 200 OK\r\nX-Long: "), .endlessly(.text("long"))]),
        ServerFault(
            name: "headers-for-ever", summary: "headers without end", expected: .refused, says: "header",
            script: [.text("HTTP/1.1 200 OK\r\n"), .endlessly(.text("X-More: 1\r\n"))]),
        ServerFault(
            name: "body-for-ever", summary: "a body without end", expected: .refused, says: "larger",
            script: [.head(), .body(.cut(0.6)), .endlessly(.text("and more "))]),
        ServerFault(
            name: "chunks-for-ever", summary: "chunks without end", expected: .refused, says: "larger",
            script: [.head("Transfer-Encoding: chunked"), .endlessly(.text("8\r\nand more\r\n"))]),
        ServerFault(
            name: "white-space-for-ever", summary: "white space without end", expected: .refused, says: "larger",
            script: [.head(), .endlessly(.text("\r\n"))]),
        ServerFault(
            name: "zeros-for-ever", summary: "zeros without end", expected: .refused,
            script: [.head(), .endlessly(.bytes([UInt8](repeating: 0, count: 1024)))]),
        ServerFault(
            name: "empty-lines-for-ever", summary: "empty lines before any head", expected: .refused,
            script: [.endlessly(.text("\r\n"))]),
    ]
}
