/// Many feeds on one host that keeps connections open: what one answer leaves behind on a connection is the next one's.
extension Fault {
    /// Sizes about what a reader may hold before it holds the socket back, and well beyond it.
    private static let sizes = [1, 32, 63, 64, 65, 80, 96, 127, 128, 129, 200, 256, 300, 500, 700, 900].map { $0 << 10 }

    /// As a server sends that has it all at hand: at once, so that the last burst may fill what is held.
    private static let burstFaults: [Fault] = sizes.map { size in
        Fault(
            name: "shared-burst-\(size >> 10)", summary: "a feed of \(size >> 10) KB at once, one of many on its host",
            expected: .fresh, host: "bursts", script: [.send(.soundAnswer([.pad(to: size)]))])
    }

    /// In two halves, so that it is held back in the middle.
    private static let halfFaults: [Fault] = sizes.map { size in
        Fault(
            name: "shared-halves-\(size >> 10)",
            summary: "a feed of \(size >> 10) KB in halves, one of many on its host",
            expected: .fresh, host: "halves",
            script: [
                .head("Content-Length: \(size + 1024)"), .body(.pad(to: size)), .wait(.milliseconds(2)),
                .text(String(repeating: " ", count: 1024)),
            ])
    }

    /// What else comes over such connections: answers that are not read, or not to their end.
    private static let neighbourFaults: [Fault] = [
        Fault(
            name: "shared-404", summary: "404 with a page of 200 KB, beside many on its host", expected: .httpError,
            says: "404", host: "bursts",
            script: [.send(.answer(status: 404, body: String(repeating: "not here ", count: 22_000)))]),
        Fault(
            name: "shared-web-page", summary: "a web page of 200 KB, beside many on its host", expected: .malformed,
            host: "bursts",
            script: [
                .send(
                    .answer(status: 200, body: "<html><title>x</title>" + String(repeating: "<p>y</p>", count: 25_000)))
            ]),
        Fault(
            name: "shared-too-large", summary: "a body above the bound, beside many on its host", expected: .refused,
            says: "larger", host: "bursts", script: [.head(), .endlessly(.text("and more "))]),
        Fault(
            name: "shared-busy", summary: "429 for days, beside many on its host", expected: .httpError, next: .skipped,
            says: "429", host: "bursts",
            script: [
                .send(
                    .answer(
                        status: 429, headers: [.init(name: "Retry-After", value: "172800")], contentType: "text/plain",
                        body: "Too many requests.\n"))
            ]),
    ]

    static let sharedHostFaults = burstFaults + halfFaults + neighbourFaults
}
