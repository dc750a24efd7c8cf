/// Servers that ask to be left alone for a while (RFC 9110 §10.2.3, RFC 6585 §4).
extension Fault {
    private static func busy(_ status: Int, _ retryAfter: String) -> [ScriptStep] {
        [
            .send(
                .answer(
                    status: status, headers: [.init(name: "Retry-After", value: retryAfter)],
                    contentType: "text/plain", body: "Too many requests.\n"))
        ]
    }

    static let laterFaults: [Fault] = [
        Fault(
            name: "later-in-seconds", summary: "429, once, to come back in two seconds", expected: .fresh, strikes: 1,
            script: busy(429, "2")),
        Fault(
            name: "later-by-days", summary: "429 for two days", expected: .httpError, next: .skipped, says: "429",
            script: busy(429, "172800")),
        Fault(
            name: "later-by-date", summary: "503 until a date", expected: .httpError, next: .skipped, says: "503",
            script: busy(503, "Thu, 01 Jan 2099 00:00:00 GMT")),
        Fault(
            name: "later-by-past-date", summary: "503, once, until a date that is past", expected: .fresh, strikes: 1,
            script: busy(503, "Sun, 06 Nov 1994 08:49:37 GMT")),
        Fault(
            name: "later-by-nonsense", summary: "429, once, until nonsense", expected: .fresh, strikes: 1,
            script: busy(429, "whenever; you-like")),
        Fault(
            name: "later-negative", summary: "429, once, until before now", expected: .fresh, strikes: 1,
            script: busy(429, "-5")),
        Fault(
            name: "later-empty", summary: "503, once, until no time", expected: .fresh, strikes: 1,
            script: busy(503, "")),
        Fault(
            name: "later-beyond-numbers", summary: "429 for longer than a number holds", expected: .httpError,
            next: .skipped, says: "429", script: busy(429, "99999999999999999999999999999")),
        Fault(
            name: "later-for-ages", summary: "503 for three hundred years", expected: .httpError, next: .skipped,
            says: "503",
            script: busy(503, "9999999999")),
        Fault(
            name: "later-for-a-404", summary: "404 that asks to come back", expected: .httpError, says: "404",
            script: busy(404, "5")),
    ]
}
