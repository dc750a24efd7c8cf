import SimulatedWorld

/// What the Guardian's API can answer besides a search result.
extension ServerFault {
    private static func fault(
        _ name: String, _ summary: String, _ expected: ExpectedOutcome, says: String = "", strikes: Int? = nil,
        _ script: ScriptStep...
    ) -> ServerFault {
        ServerFault(
            name: "guardian-\(name)", summary: summary, expected: expected, says: says, kind: .guardian,
            strikes: strikes, script: script)
    }

    private static func response(_ members: String) -> ScriptStep { .json("{\"response\":{\(members)}}") }

    static let guardianFaults: [ServerFault] = [
        fault(
            "key-refused", "401 for the key", .httpError, says: "the key was refused: check",
            .json("{\"message\":\"Unauthorized\"}", status: 401)),
        fault(
            "key-forbidden", "403 for the key", .httpError, says: "the key was refused: check",
            .json("{\"message\":\"You cannot consume this service\"}", status: 403)),
        fault(
            "key-refused-with-200", "refuses the key with 200", .httpError, says: "the key was refused: check",
            .json("{\"message\":\"Unauthorized\"}")),
        fault(
            "key-refused-as-page", "401 with a web page", .httpError, says: "the key was refused: check",
            .page(status: 401)),
        fault(
            "over-limit", "429 over the limit", .httpError, says: "limit",
            .json("{\"message\":\"API rate limit exceeded\"}", status: 429)),
        fault(
            "day-used-up", "429 with nothing left of the day", .httpError, says: "limit",
            .send(
                .answer(
                    status: 429, headers: [.init(name: "X-RateLimit-Remaining-day", value: "0")],
                    contentType: "application/json", body: "{\"message\":\"API rate limit exceeded\"}"))),
        fault(
            "error-with-200", "an error with 200", .httpError, says: "not a recognised section",
            response("\"status\":\"error\",\"message\":\"world2 is not a recognised section\"")),
        fault(
            "error-with-400", "an error with 400", .httpError, says: "not a recognised section",
            .json(
                "{\"response\":{\"status\":\"error\",\"message\":\"world2 is not a recognised section\"}}",
                status: 400)),
        fault(
            "past-the-last-page", "400 for a page past the last", .empty, says: "beyond the number",
            .json(
                "{\"response\":{\"status\":\"error\",\"message\":\"requested page is beyond the number of "
                    + "available pages\"}}", status: 400)),
        fault("page", "a web page with 200", .malformed, says: "web page", .page(status: 200)),
        fault("nothing", "an empty answer", .malformed, says: "empty", .json("")),
        fault("null", "null", .malformed, .json("null")),
        fault("other-json", "JSON of another API", .malformed, .json("{\"articles\":[]}")),
        fault("cut", "JSON that stops halfway", .malformed, says: "JSON", .send(.soundAnswer([.cut(0.5)]))),
        fault("broken-off", "an answer that breaks off", .unreachable, .send(.soundBeginning(0.5)), .close),
        fault("no-results", "no list of results", .malformed, response("\"status\":\"ok\",\"total\":1")),
        fault(
            "results-of-wrong-type", "an object in place of the results", .malformed,
            response("\"status\":\"ok\",\"results\":{\"a\":1}")),
        fault(
            "results-useless", "results that are none", .malformed,
            response("\"status\":\"ok\",\"results\":[null,1,\"a\",{}]")),
        fault("results-empty", "nothing found", .empty, response("\"status\":\"ok\",\"total\":0,\"results\":[]")),
        fault(
            "results-with-gaps", "results of which one is whole", .fresh,
            response(
                "\"status\":\"ok\",\"results\":[{\"webTitle\":\"No address\"},{\"webUrl\":\"https://a.example/\"},"
                    + "{\"id\":null,\"webTitle\":\"Whole\",\"webUrl\":\"https://guardian.example/whole\","
                    + "\"webPublicationDate\":\"soon\",\"fields\":7,\"sectionName\":[]}]")),
        fault("fails-once", "500 once, then fine", .fresh, strikes: 1, .page(status: 500)),
        fault("fails", "500 for ever", .httpError, says: "500", .page(status: 500)),
        fault("silent", "never answers", .late, .hold),
        fault("nested", "JSON nested 100,000 deep", .refused, .json(String(repeating: "[", count: 100_000))),
    ]
}
