import SimulatedWorld

/// What a JSON API can answer besides what its paths promise.
extension ServerFault {
    private static func fault(
        _ name: String, _ summary: String, _ expected: ExpectedOutcome, says: String = "", _ script: ScriptStep...
    ) -> ServerFault {
        ServerFault(
            name: "json-\(name)", summary: summary, expected: expected, says: says, kind: .json, script: script)
    }

    private static func posts(_ text: String) -> ScriptStep { .json("{\"data\":{\"posts\":\(text)}}") }

    static let jsonFaults: [ServerFault] = [
        fault("page", "a web page with 200", .malformed, says: "web page", .page(status: 200)),
        fault("nothing", "an empty answer", .malformed, says: "empty", .json("")),
        fault("null", "null", .malformed, .json("null")),
        fault("number", "a number", .malformed, .json("42")),
        fault(
            "cut", "JSON that stops halfway", .malformed, says: "JSON", .json("{\"data\":{\"posts\":[{\"headline\":\"A")
        ),
        fault("two-documents", "two documents in one", .malformed, .json("{\"data\":{}}{\"data\":{}}")),
        fault(
            "bad-text", "text that is no UTF-8", .malformed, .head("Content-Length: 4"),
            .send(.bytes([0x22, 0xC3, 0x28, 0x22]))),
        fault(
            "elsewhere", "the items are elsewhere", .malformed, says: "items", .json("{\"result\":{\"entries\":[]}}")),
        fault("no-array", "a text where the items should be", .malformed, says: "items", posts("\"none\"")),
        fault(
            "error-with-200", "an error with 200", .httpError, says: "quota exceeded",
            .json("{\"error\":{\"code\":7,\"message\":\"quota exceeded\"}}")),
        fault(
            "error-text-with-200", "an error in words, with 200", .httpError, says: "invalid token",
            .json("{\"error\":\"invalid token\"}")),
        fault("error-with-403", "an error with 403", .httpError, says: "403", .json("{\"error\":\"no\"}", status: 403)),
        fault("items-empty", "a list of nothing", .empty, posts("[]")),
        fault(
            "items-useless", "items without what was asked for", .malformed, says: "none of 3",
            posts("[{\"a\":1},null,7]")),
        fault(
            "items-with-gaps", "items of which one is whole", .fresh, says: "2 of 3",
            posts(
                "[{\"headline\":\"Whole\",\"permalink\":\"/whole\",\"created_at\":\"soon\"},{\"headline\":\"No address\"},{}]"
            )),
        fault(
            "items-by-name", "an object of items in place of a list", .fresh,
            posts("{\"a\":{\"headline\":\"Whole\",\"permalink\":\"https://json.example/by-name\"}}")),
        fault(
            "nested", "JSON nested 100,000 deep", .refused,
            .json("{\"data\":" + String(repeating: "[", count: 100_000))),
        fault(
            "without-end", "a list without end", .refused, says: "larger", .head(), .text("{\"data\":{\"posts\":["),
            .endlessly(.text("{\"a\":1},"))),
        fault(
            "items-by-the-million", "a list of half a million numbers", .refused, says: "entries",
            posts("[" + String(repeating: "1,", count: 500_000) + "1]")),
        fault("silent", "never answers", .late, .hold),
    ]
}
