/// Lengths that lie (RFC 9112 §6.2, §6.3).
extension Fault {
    static let lengthFaults: [Fault] = [
        Fault(
            name: "length-too-long", summary: "a body that is shorter than its length, and the end",
            expected: .unreachable, says: "broke off",
            script: [.head("Content-Length: {long}"), .body(), .close]),
        Fault(
            name: "length-too-long-and-waits", summary: "a body that is shorter than its length, and silence",
            expected: .late, script: [.head("Content-Length: {long}"), .body(), .hold]),
        Fault(
            name: "length-too-short", summary: "a length that cuts the feed in half: what it covers is the answer",
            expected: .fresh, next: .fresh, script: [.head("Content-Length: {short}"), .body(), .close]),
        Fault(
            name: "length-zero", summary: "a length of nothing before a feed", expected: .malformed, says: "empty",
            script: [.head("Content-Length: 0"), .body(), .close]),
        Fault(
            name: "length-negative", summary: "a negative length", expected: .malformed,
            script: [.head("Content-Length: -1"), .body(), .close]),
        Fault(
            name: "length-in-words", summary: "a length in words", expected: .malformed,
            script: [.head("Content-Length: plenty"), .body(), .close]),
        Fault(
            name: "length-in-hexadecimal", summary: "a length in hexadecimal digits", expected: .malformed,
            script: [.head("Content-Length: 0x{hexlength}"), .body(), .close]),
        Fault(
            name: "length-empty", summary: "a length without digits", expected: .malformed,
            script: [.head("Content-Length:"), .body(), .close]),
        Fault(
            name: "length-twice", summary: "two lengths that differ", expected: .malformed,
            script: [.head("Content-Length: {length}", "Content-Length: {short}"), .body(), .close]),
        Fault(
            name: "length-beyond-numbers", summary: "a length that no number holds", expected: .malformed,
            script: [.head("Content-Length: 99999999999999999999999999"), .body(), .close]),
        Fault(
            name: "length-huge", summary: "declares 100 GB", expected: .refused, says: "larger",
            script: [.head("Content-Length: 107374182400"), .body(), .hold]),
        Fault(
            name: "length-one-past", summary: "declares one byte more than is allowed", expected: .refused,
            says: "larger", script: [.head("Content-Length: \([Fault].largestBody + 1)"), .body(), .hold]),
        Fault(
            name: "length-at-the-limit", summary: "a body of just what is allowed", expected: .fresh,
            script: [.head("Content-Length: \([Fault].largestBody)"), .body(.pad(to: [Fault].largestBody))]),
        Fault(
            name: "no-length-one-past", summary: "a body of one byte more than is allowed, without a length",
            expected: .refused, says: "larger",
            script: [.head("Connection: close"), .body(.pad(to: [Fault].largestBody + 1)), .close]),
        Fault(
            name: "no-length", summary: "a body that ends with the connection", expected: .fresh,
            script: [.head("Connection: close"), .body(), .close]),
        Fault(
            name: "content-after-the-end", summary: "goes on behind its length", expected: .fresh,
            script: [.head("Content-Length: {length}"), .body(), .text("and another thing\r\n"), .close]),
        Fault(
            name: "content-after-the-end-for-ever", summary: "goes on without end behind its length",
            expected: .fresh, script: [.head("Content-Length: {length}"), .body(), .endlessly(.text("more "))]),
    ]
}
