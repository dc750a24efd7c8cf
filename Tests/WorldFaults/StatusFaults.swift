import SimulatedWorld

/// Statuses that are no success, or one with a catch (RFC 9110 §15).
extension ServerFault {
    static let statusFaults: [ServerFault] =
        [400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 414, 418, 421, 426, 431, 451, 499]
        .map(always) + [500, 501, 502, 503, 504, 505, 508, 511, 520, 522, 530, 599, 600, 999].map(always)
        + [300, 301, 302, 303, 305, 306, 307, 308].map(withoutLocation) + [
            ServerFault(
                name: "status-204", summary: "204 No Content", expected: .empty, next: .empty,
                script: [.text("HTTP/1.1 204 No Content\r\n\r\n")]),
            ServerFault(
                name: "status-205", summary: "205 Reset Content", expected: .malformed,
                script: [.text("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n")]),
            ServerFault(
                name: "status-206", summary: "a part, though nobody asked for one", expected: .malformed, says: "206",
                script: [
                    .text(
                        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-99/9999\r\nConnection: close\r\n\r\n"),
                    .body(.cut(0.5)), .close,
                ]),
            ServerFault(
                name: "status-304", summary: "304, though nobody asked whether anything changed", expected: .httpError,
                says: "304", script: [.text("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n")]),
            ServerFault(
                name: "status-304-for-ever", summary: "304 whatever changed, to whoever asks whether anything has",
                expected: .fresh, next: .unchanged, place: .conditional,
                script: [.text("HTTP/1.1 304 Not Modified\r\n\r\n")]),
            ServerFault(
                name: "refused-by-gate", summary: "403 by a gate before the site", expected: .httpError,
                says: "network of this machine",
                script: [
                    .send(
                        .answer(
                            status: 403, headers: [.init(name: "Server", value: "cloudflare")],
                            body: plainPage("Attention", "Sorry, you have been blocked.")))
                ]),
            ServerFault(
                name: "refused-by-page", summary: "403 with a page that asks for a proof", expected: .httpError,
                says: "network of this machine",
                script: [.send(.answer(status: 403, body: plainPage("Wait", "Checking your browser before …")))]),
            ServerFault(
                name: "asked-for-proof", summary: "a page that asks for a proof, in place of the feed",
                expected: .malformed, says: "network of this machine",
                script: [.send(.answer(status: 200, body: plainPage("Wait", "Please verify you are human.")))]),
            ServerFault(
                name: "status-203", summary: "a feed with 203", expected: .fresh,
                script: [.text("HTTP/1.1 203 Proxied\r\nContent-Length: {length}\r\n\r\n"), .body()]),
            ServerFault(
                name: "feed-with-404", summary: "the feed itself, with 404", expected: .httpError, says: "404",
                script: [.text("HTTP/1.1 404 Not Found\r\nContent-Length: {length}\r\n\r\n"), .body()]),
            ServerFault(
                name: "fails-once", summary: "500 to the first request, then fine", expected: .fresh, strikes: 1,
                script: [.page(status: 500)]),
            ServerFault(
                name: "fails-twice", summary: "502 to the first two requests, then fine", expected: .fresh, strikes: 2,
                script: [.page(status: 502)]),
        ]

    private static func always(_ status: Int) -> ServerFault {
        ServerFault(
            name: "status-\(status)", summary: "always \(status)", expected: .httpError,
            next: status == 410 ? .skipped : nil, says: "\(status)",
            script: [.page(status: status)])
    }

    private static func withoutLocation(_ status: Int) -> ServerFault {
        ServerFault(
            name: "status-\(status)-nowhere", summary: "\(status) that leads nowhere", expected: .httpError,
            says: "\(status)", script: [.page(status: status)])
    }

    /// Error pages that are faults of their own: the status is known, and stands.
    static let errorPageFaults: [ServerFault] = [
        ServerFault(
            name: "error-page-for-ever", summary: "404 with a page without end", expected: .httpError, says: "404",
            script: [.text("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n"), .endlessly(.text("<p>No.</p>"))]),
        ServerFault(
            name: "error-page-drips", summary: "500 with a page that drips", expected: .httpError, says: "500",
            script: [
                .text("HTTP/1.1 500 Oh No\r\nContent-Length: 9999\r\n\r\n"),
                .drip(.text(String(repeating: "drip ", count: 2000)), every: .milliseconds(250)),
            ]),
        ServerFault(
            name: "error-page-never-comes", summary: "403 with a page that never comes", expected: .httpError,
            says: "403", script: [.text("HTTP/1.1 403 Forbidden\r\nContent-Length: 9999\r\n\r\n"), .hold]),
        ServerFault(
            name: "error-page-broken-off", summary: "404 with a page that breaks off", expected: .httpError,
            says: "404",
            script: [.text("HTTP/1.1 404 Not Found\r\nContent-Length: 9999\r\n\r\nNot h"), .close]),
        ServerFault(
            name: "error-page-reset", summary: "404 with a page that ends in a reset", expected: .httpError,
            says: "404",
            script: [
                .text("HTTP/1.1 404 Not Found\r\nContent-Length: 9999\r\n\r\nNot h"), .wait(.milliseconds(20)), .reset,
            ]),
        ServerFault(
            name: "error-page-bomb", summary: "404 with a page that unpacks to 8 MB", expected: .httpError, says: "404",
            script: [
                .text("HTTP/1.1 404 Not Found\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"),
                .body(.swell(by: 8 << 20)), .close,
            ]),
        ServerFault(
            name: "error-page-badly-packed", summary: "404 with a page that is not packed as it says",
            expected: .httpError, says: "404",
            script: [
                .text("HTTP/1.1 404 Not Found\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"), .body(), .close,
            ]),
        ServerFault(
            name: "error-page-huge", summary: "404 that declares 100 GB", expected: .httpError, says: "404",
            script: [.text("HTTP/1.1 404 Not Found\r\nContent-Length: 107374182400\r\n\r\n"), .body(), .hold]),
    ]
}

/// Servers that ask to be left alone for a while (RFC 9110 §10.2.3, RFC 6585 §4).
extension ServerFault {
    private static func busy(_ status: Int, _ retryAfter: String) -> [ScriptStep] {
        [
            .send(
                .answer(
                    status: status, headers: [.init(name: "Retry-After", value: retryAfter)],
                    contentType: "text/plain", body: "Too many requests.\n"))
        ]
    }

    static let laterFaults: [ServerFault] = [
        ServerFault(
            name: "later-in-seconds", summary: "429, once, to come back in two seconds", expected: .fresh, strikes: 1,
            script: busy(429, "2")),
        ServerFault(
            name: "later-by-days", summary: "429 for two days", expected: .httpError, next: .skipped, says: "429",
            script: busy(429, "172800")),
        ServerFault(
            name: "later-by-date", summary: "503 until a date", expected: .httpError, next: .skipped, says: "503",
            script: busy(503, "Thu, 01 Jan 2099 00:00:00 GMT")),
        ServerFault(
            name: "later-by-epoch", summary: "429 until an instant, in seconds since 1970", expected: .httpError,
            next: .skipped, says: "429", script: busy(429, "1800000000")),
        ServerFault(
            name: "later-by-past-epoch", summary: "503, once, until an instant that is past", expected: .fresh,
            strikes: 1, script: busy(503, "1790000000")),
        ServerFault(
            name: "later-by-past-date", summary: "503, once, until a date that is past", expected: .fresh, strikes: 1,
            script: busy(503, "Sun, 06 Nov 1994 08:49:37 GMT")),
        ServerFault(
            name: "later-by-nonsense", summary: "429, once, until nonsense", expected: .fresh, strikes: 1,
            script: busy(429, "whenever; you-like")),
        ServerFault(
            name: "later-negative", summary: "429, once, until before now", expected: .fresh, strikes: 1,
            script: busy(429, "-5")),
        ServerFault(
            name: "later-empty", summary: "503, once, until no time", expected: .fresh, strikes: 1,
            script: busy(503, "")),
        ServerFault(
            name: "later-beyond-numbers", summary: "429 for longer than a number holds", expected: .httpError,
            next: .skipped, says: "429", script: busy(429, "99999999999999999999999999999")),
        ServerFault(
            name: "later-for-ages", summary: "503 for three hundred years", expected: .httpError, next: .skipped,
            says: "503",
            script: busy(503, "9999999999")),
        ServerFault(
            name: "later-for-a-404", summary: "404 that asks to come back", expected: .httpError, says: "404",
            script: busy(404, "5")),
    ]
}
