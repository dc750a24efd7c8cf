/// What can be wrong with chunks (RFC 9112 §7.1).
extension Fault {
    private static let chunked = ScriptStep.head("Transfer-Encoding: chunked")
    private static let whole: [ScriptStep] = [.text("{hexlength}\r\n"), .body(), .text("\r\n")]
    private static let last = ScriptStep.text("0\r\n\r\n")

    static let chunkFaults: [Fault] = [
        Fault(
            name: "chunk-size-in-words", summary: "a chunk whose size is no number", expected: .malformed,
            script: [chunked, .text("many\r\n"), .body(), .text("\r\n"), last, .close]),
        Fault(
            name: "chunk-size-negative", summary: "a chunk of negative size", expected: .malformed,
            script: [chunked, .text("-10\r\n"), .body(), .text("\r\n"), last, .close]),
        Fault(
            name: "chunk-size-beyond-numbers", summary: "a chunk whose size no number holds", expected: .malformed,
            script: [chunked, .text("FFFFFFFFFFFFFFFFFF\r\n"), .body(), .close]),
        Fault(
            name: "chunk-size-huge", summary: "a chunk of 1 TB of which little comes", expected: .unreachable,
            script: [chunked, .text("FFFFFFFFFF\r\n"), .body(), .close]),
        Fault(
            name: "chunk-longer-than-said", summary: "a chunk that is longer than its size", expected: .malformed,
            script: [chunked, .text("10\r\n"), .body(), .text("\r\n"), last, .close]),
        Fault(
            name: "chunk-without-end-of-line", summary: "no end of line behind a chunk", expected: .malformed,
            script: [chunked, .text("{hexlength}\r\n"), .body(), last, .close]),
        Fault(
            name: "chunks-undeclared-size", summary: "says chunked, and sends the bare document",
            expected: .malformed, script: [chunked, .body(), .close]),
        Fault(
            name: "chunks-without-last", summary: "no last chunk, and the end", expected: .unreachable,
            says: "broke off", script: [chunked] + whole + [.close]),
        Fault(
            name: "chunks-without-last-and-waits", summary: "no last chunk, and silence", expected: .late,
            script: [chunked] + whole + [.hold]),
        Fault(
            name: "chunk-cut-in-size", summary: "ends within the size of a chunk", expected: .unreachable,
            script: [chunked] + whole + [.text("1f"), .close]),
        Fault(
            name: "chunk-cut-in-data", summary: "ends within a chunk", expected: .unreachable,
            script: [chunked, .text("{hexlength}\r\n"), .body(.cut(0.5)), .close]),
        Fault(
            name: "chunk-cut-in-trailer", summary: "ends within the trailer", expected: .unreachable,
            script: [chunked] + whole + [.text("0\r\nX-Sum"), .close]),
        Fault(
            name: "chunks-of-nothing", summary: "the last chunk at once", expected: .malformed, says: "empty",
            script: [chunked, last]),
        Fault(
            name: "chunk-extension", summary: "an extension beside a chunk's size", expected: .fresh,
            script: [chunked, .text("{hexlength};note=\"a\"\r\n"), .body(), .text("\r\n"), last]),
        Fault(
            name: "chunk-extension-for-ever", summary: "an extension without end", expected: .refused,
            script: [chunked, .text("{hexlength};"), .endlessly(.text("note=long;"))]),
        Fault(
            name: "chunk-size-with-zeros", summary: "zeros before a chunk's size", expected: .fresh,
            script: [chunked, .text("00000{hexlength}\r\n"), .body(), .text("\r\n"), last]),
        Fault(
            name: "trailer", summary: "a trailer behind the chunks", expected: .fresh,
            script: [chunked] + whole + [.text("0\r\nX-Sum: 1\r\n\r\n")]),
        Fault(
            name: "trailer-for-ever", summary: "a trailer without end", expected: .refused, says: "header",
            script: [chunked] + whole + [.text("0\r\n"), .endlessly(.text("X-Sum: 1\r\n"))]),
        Fault(
            name: "chunks-twice", summary: "chunked, says the head twice", expected: .fresh,
            script: [.head("Transfer-Encoding: chunked, chunked")] + whole + [last, .close]),
        Fault(
            name: "chunks-and-length", summary: "chunks and a length too", expected: .malformed,
            script: [.head("Transfer-Encoding: chunked", "Content-Length: {length}")] + whole + [last, .close]),
    ]
}
