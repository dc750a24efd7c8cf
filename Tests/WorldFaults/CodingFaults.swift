import SimulatedWorld

/// Content codings (RFC 9110 §8.4): what is packed, and what is said of it.
extension ServerFault {
    private static func coded(_ coding: String, _ edits: BodyEdit...) -> [ScriptStep] {
        [.head("Content-Encoding: \(coding)", "Connection: close"), .send(.soundBody(edits)), .close]
    }

    static let codingFaults: [ServerFault] = [
        ServerFault(name: "gzip", summary: "gzip, as asked", expected: .fresh, script: coded("gzip", .pack(.gzip))),
        ServerFault(
            name: "gzip-in-capitals", summary: "gzip in capitals", expected: .fresh,
            script: coded("GZIP", .pack(.gzip))),
        ServerFault(
            name: "gzip-by-its-old-name", summary: "gzip as x-gzip", expected: .fresh,
            script: coded("x-gzip", .pack(.gzip))),
        ServerFault(
            name: "deflate", summary: "deflate with its frame", expected: .fresh, script: coded("deflate", .pack(.zlib))
        ),
        ServerFault(
            name: "deflate-bare", summary: "deflate without its frame, as some servers send it", expected: .fresh,
            script: coded("deflate", .pack(.rawDeflate))),
        ServerFault(
            name: "gzip-as-deflate", summary: "gzip under the name of deflate", expected: .fresh,
            script: coded("deflate", .pack(.gzip))),
        ServerFault(
            name: "identity", summary: "says that nothing was done to it", expected: .fresh,
            script: coded("identity")),
        ServerFault(
            name: "charset-as-coding", summary: "a charset where a coding belongs", expected: .fresh,
            script: coded("utf-8")),
        ServerFault(
            name: "gzip-twice", summary: "packed twice over", expected: .fresh,
            script: coded("gzip, gzip", .pack(.gzip), .pack(.gzip))),
        ServerFault(
            name: "gzip-twice-in-two-fields", summary: "packed twice over, said in two fields", expected: .fresh,
            script: coded("gzip\r\nContent-Encoding: gzip", .pack(.gzip), .pack(.gzip))),
        ServerFault(
            name: "gzip-said-twice", summary: "packed once, and said twice", expected: .fresh,
            script: coded("gzip, gzip", .pack(.gzip))),
        ServerFault(
            name: "gzip-in-deflate", summary: "gzip, and deflate over it", expected: .fresh,
            script: coded("gzip, deflate", .pack(.gzip), .pack(.zlib))),
        ServerFault(
            name: "gzip-four-times", summary: "packed four times over", expected: .malformed, says: "gzip, gzip",
            script: coded("gzip, gzip, gzip, gzip", .pack(.gzip), .pack(.gzip), .pack(.gzip), .pack(.gzip))),
        ServerFault(
            name: "gzip-without-trailer", summary: "gzip that ends with its data", expected: .fresh,
            script: coded("gzip", .pack(.gzip), .dropLast(8))),
        ServerFault(
            name: "gzip-with-half-a-trailer", summary: "gzip that ends within its trailer", expected: .fresh,
            script: coded("gzip", .pack(.gzip), .dropLast(3))),
        ServerFault(
            name: "gzip-without-last-byte-of-data", summary: "gzip that ends a byte before its data does",
            expected: .malformed, says: "too early", script: coded("gzip", .pack(.gzip), .dropLast(9))),
        ServerFault(
            name: "gzip-in-members", summary: "gzip in two members, and something behind them", expected: .fresh,
            script: coded("gzip", .packInMembers, .append("\u{0}\u{0}and more"))),
        ServerFault(
            name: "deflate-without-sum", summary: "deflate that ends with its data", expected: .fresh,
            script: coded("deflate", .pack(.zlib), .dropLast(4))),
        ServerFault(
            name: "gzip-as-transfer-coding", summary: "gzip, as a transfer coding", expected: .fresh,
            script: [
                .head("Transfer-Encoding: gzip, chunked"), .body(.pack(.gzip), .asOneChunk), .text("0\r\n\r\n"), .hold,
            ]),
        ServerFault(
            name: "gzip-that-is-not", summary: "says gzip, and is plain", expected: .malformed,
            script: coded("gzip")),
        ServerFault(
            name: "gzip-unsaid", summary: "gzip, and does not say so", expected: .malformed, says: "gzip",
            script: [.head("Connection: close"), .body(.pack(.gzip)), .close]),
        ServerFault(
            name: "gzip-cut", summary: "gzip that stops before its end, in a whole answer", expected: .malformed,
            script: [.head("Content-Encoding: gzip", "Content-Length: {length}"), .body(.pack(.gzip)), .close]),
        ServerFault(
            name: "gzip-broken-off", summary: "gzip, and the connection ends halfway", expected: .unreachable,
            script: [
                .head("Content-Encoding: gzip", "Content-Length: {long}"), .body(.pack(.gzip), .cut(0.5)), .close,
            ]),
        ServerFault(
            name: "gzip-with-wrong-sum", summary: "gzip whose checksum is wrong", expected: .malformed,
            script: coded("gzip", .swell(by: 100))),
        ServerFault(
            name: "gzip-empty", summary: "gzip of no bytes at all", expected: .malformed,
            script: [.head("Content-Encoding: gzip", "Content-Length: 0")]),
        ServerFault(
            name: "gzip-bomb", summary: "50 KB that unpack to 8 MB", expected: .refused,
            script: coded("gzip", .swell(by: 8 << 20))),
        ServerFault(
            name: "gzip-without-end", summary: "gzip that goes on for ever", expected: .refused,
            script: [
                .head("Content-Encoding: gzip", "Connection: close"), .send(.bytes(StoredDeflate.gzipHead)),
                .endlessly(.bytes(StoredDeflate.blocks([UInt8](repeating: 0x20, count: 60_000), isLast: false))),
            ]),
        ServerFault(
            name: "brotli-unasked", summary: "brotli, which nobody asked for", expected: .malformed, says: "br",
            script: [
                .head("Content-Encoding: br", "Connection: close"),
                .send(.bytes([0x8B, 0x02, 0x80, 0xAA, 0xF0, 0x1C, 0xC3, 0x03])), .close,
            ]),
        ServerFault(
            name: "coding-that-nobody-knows", summary: "a coding by a name that nobody knows", expected: .malformed,
            says: "rot13",
            script: [.head("Content-Encoding: rot13", "Connection: close"), .send(.bytes([0x01, 0x02, 0x03])), .close]),
        ServerFault(
            name: "brotli-unsaid", summary: "brotli, and does not say so", expected: .malformed,
            script: [
                .head("Connection: close"), .send(.bytes([0x8B, 0x02, 0x80, 0xAA, 0xF0, 0x1C, 0xC3, 0x03])), .close,
            ]),
        ServerFault(
            name: "zstd-unasked", summary: "zstd, which nobody asked for", expected: .malformed, says: "zstd",
            script: [
                .head("Content-Encoding: zstd", "Connection: close"),
                .send(.bytes([0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x09, 0x00])), .close,
            ]),
    ]

    /// Text in other characters than it says.
    static let charsetFaults: [ServerFault] = [
        ServerFault(
            name: "latin-1-as-utf-8", summary: "Latin-1 that says it is UTF-8", expected: .fresh,
            script: [.head("Connection: close"), .body(.latin1), .close]),
        ServerFault(
            name: "charset-unknown", summary: "a charset that there is not", expected: .fresh,
            script: [
                .text("HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=klingon\r\nConnection: close\r\n\r\n"),
                .body(.replaceFirst("utf-8", with: "klingon")), .close,
            ]),
        ServerFault(
            name: "utf-16-as-utf-8", summary: "UTF-16 that says it is UTF-8", expected: .fresh,
            script: [.head("Connection: close"), .body(.utf16), .close]),
        ServerFault(
            name: "mark-and-white-space-first", summary: "a byte order mark and empty lines before the XML",
            expected: .fresh,
            script: [.head("Connection: close"), .body(.prepend([0xEF, 0xBB, 0xBF, 0x0A, 0x0A])), .close]),
    ]
}

/// What can be wrong with chunks (RFC 9112 §7.1).
extension ServerFault {
    private static let chunked = ScriptStep.head("Transfer-Encoding: chunked")
    private static let whole: [ScriptStep] = [.text("{hexlength}\r\n"), .body(), .text("\r\n")]
    private static let last = ScriptStep.text("0\r\n\r\n")

    static let chunkFaults: [ServerFault] = [
        ServerFault(
            name: "chunk-size-in-words", summary: "a chunk whose size is no number", expected: .malformed,
            script: [chunked, .text("many\r\n"), .body(), .text("\r\n"), last, .close]),
        ServerFault(
            name: "chunk-size-negative", summary: "a chunk of negative size", expected: .malformed,
            script: [chunked, .text("-10\r\n"), .body(), .text("\r\n"), last, .close]),
        ServerFault(
            name: "chunk-size-beyond-numbers", summary: "a chunk whose size no number holds", expected: .malformed,
            script: [chunked, .text("FFFFFFFFFFFFFFFFFF\r\n"), .body(), .close]),
        ServerFault(
            name: "chunk-size-huge", summary: "a chunk of 1 TB of which little comes", expected: .unreachable,
            script: [chunked, .text("FFFFFFFFFF\r\n"), .body(), .close]),
        ServerFault(
            name: "chunk-longer-than-said", summary: "a chunk that is longer than its size", expected: .malformed,
            script: [chunked, .text("10\r\n"), .body(), .text("\r\n"), last, .close]),
        ServerFault(
            name: "chunk-without-end-of-line", summary: "no end of line behind a chunk", expected: .malformed,
            script: [chunked, .text("{hexlength}\r\n"), .body(), last, .close]),
        ServerFault(
            name: "chunks-undeclared-size", summary: "says chunked, and sends the bare document",
            expected: .malformed, script: [chunked, .body(), .close]),
        ServerFault(
            name: "chunks-without-last", summary: "no last chunk, and the end", expected: .unreachable,
            says: "broke off", script: [chunked] + whole + [.close]),
        ServerFault(
            name: "chunks-without-last-and-waits", summary: "no last chunk, and silence", expected: .late,
            script: [chunked] + whole + [.hold]),
        ServerFault(
            name: "chunk-cut-in-size", summary: "ends within the size of a chunk", expected: .unreachable,
            script: [chunked] + whole + [.text("1f"), .close]),
        ServerFault(
            name: "chunk-cut-in-data", summary: "ends within a chunk", expected: .unreachable,
            script: [chunked, .text("{hexlength}\r\n"), .body(.cut(0.5)), .close]),
        ServerFault(
            name: "chunk-cut-in-trailer", summary: "ends within the trailer", expected: .unreachable,
            script: [chunked] + whole + [.text("0\r\nX-Sum"), .close]),
        ServerFault(
            name: "chunks-of-nothing", summary: "the last chunk at once", expected: .malformed, says: "empty",
            script: [chunked, last]),
        ServerFault(
            name: "chunk-extension", summary: "an extension beside a chunk's size", expected: .fresh,
            script: [chunked, .text("{hexlength};note=\"a\"\r\n"), .body(), .text("\r\n"), last]),
        ServerFault(
            name: "chunk-extension-for-ever", summary: "an extension without end", expected: .refused,
            script: [chunked, .text("{hexlength};"), .endlessly(.text("note=long;"))]),
        ServerFault(
            name: "chunk-size-with-zeros", summary: "zeros before a chunk's size", expected: .fresh,
            script: [chunked, .text("00000{hexlength}\r\n"), .body(), .text("\r\n"), last]),
        ServerFault(
            name: "trailer", summary: "a trailer behind the chunks", expected: .fresh,
            script: [chunked] + whole + [.text("0\r\nX-Sum: 1\r\n\r\n")]),
        ServerFault(
            name: "trailer-for-ever", summary: "a trailer without end", expected: .refused, says: "header",
            script: [chunked] + whole + [.text("0\r\n"), .endlessly(.text("X-Sum: 1\r\n"))]),
        ServerFault(
            name: "chunks-twice", summary: "chunked, says the head twice", expected: .fresh,
            script: [.head("Transfer-Encoding: chunked, chunked")] + whole + [last, .close]),
        ServerFault(
            name: "chunks-and-length", summary: "chunks and a length too", expected: .fresh,
            script: [.head("Transfer-Encoding: chunked", "Content-Length: {length}")] + whole + [last, .hold]),
        ServerFault(
            name: "chunks-and-wrong-lengths", summary: "chunks, and two lengths that are wrong", expected: .fresh,
            script: [.head("Content-Length: 3", "Transfer-Encoding: Chunked", "Content-Length: many")] + whole
                + [last, .hold]),
        ServerFault(
            name: "identity-and-length", summary: "a transfer coding that does nothing, and a length", expected: .fresh,
            script: [.head("Transfer-Encoding: Identity", "Content-Length: {length}"), .body(), .hold]),
        ServerFault(
            name: "chunk-size-padded", summary: "white space around the sizes of chunks", expected: .fresh,
            script: [chunked, .text(" {hexlength} \t ;note=a\r\n"), .body(), .text("\r\n0 \r\n\r\n"), .hold]),
        ServerFault(
            name: "chunks-by-line-feeds", summary: "chunks whose lines end with line feeds alone", expected: .fresh,
            script: [chunked, .text("{hexlength}\n"), .body(), .text("\n0\n\n"), .hold]),
        ServerFault(
            name: "chunks-with-odd-trailer", summary: "a trailer with lines that are no fields", expected: .fresh,
            script: [chunked] + whole + [.text("0\r\nX Sum: 1\r\nnone\r\n\r\n"), .hold]),
        ServerFault(
            name: "chunks-without-empty-line", summary: "no empty line behind the last chunk, and the end",
            expected: .fresh, script: [chunked] + whole + [.text("0\r\n"), .close]),
    ]
}
