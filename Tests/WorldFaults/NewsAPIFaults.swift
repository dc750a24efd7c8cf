import SimulatedWorld

/// What NewsAPI can answer besides articles; its error codes are those of https://newsapi.org/docs/errors.
extension ServerFault {
    private static func fault(
        _ name: String, _ summary: String, _ expected: ExpectedOutcome, says: String = "", strikes: Int? = nil,
        _ script: ScriptStep...
    ) -> ServerFault {
        ServerFault(
            name: "newsapi-\(name)", summary: summary, expected: expected, says: says, kind: .newsAPI,
            strikes: strikes, script: script)
    }

    private static func code(_ status: Int, _ code: String, says: String) -> ServerFault {
        fault(
            "\(code.lowercased())-\(status)", "\(status) with the code \(code)", .httpError, says: says,
            .json("{\"status\":\"error\",\"code\":\"\(code)\",\"message\":\"It is \(code).\"}", status: status))
    }

    static let newsAPIFaults: [ServerFault] = [
        code(401, "apiKeyMissing", says: "the key was refused: check"),
        code(401, "apiKeyInvalid", says: "the key was refused: check"),
        code(401, "apiKeyDisabled", says: "the key was refused: check"),
        code(200, "apiKeyInvalid", says: "the key was refused: check"),
        code(429, "apiKeyExhausted", says: "quota"),
        code(429, "rateLimited", says: "asked too often"),
        code(400, "parameterInvalid", says: "correct the source's parameters"),
        code(400, "parametersMissing", says: "correct the source's parameters"),
        code(400, "parametersIncompatible", says: "correct the source's parameters"),
        code(400, "sourcesTooMany", says: "correct the source's parameters"),
        code(400, "sourceDoesNotExist", says: "correct the source's parameters"),
        code(400, "userAgentMissing", says: "user-agent"),
        code(426, "maximumResultsReached", says: "plan"),
        code(426, "corsNotAllowed", says: "plan"),
        code(426, "parameterInvalid", says: "plan"),
        code(500, "unexpectedError", says: "wait for the next run"),
        code(403, "somethingNew", says: "somethingNew"),
        fault(
            "key-refused-as-page", "401 with a web page", .httpError, says: "the key was refused: check",
            .page(status: 401)),
        fault("page", "a web page with 200", .malformed, says: "web page", .page(status: 200)),
        fault("nothing", "an empty answer", .malformed, says: "empty", .json("")),
        fault("other-json", "JSON of another API", .malformed, .json("{\"response\":{}}")),
        fault("no-articles", "no list of articles", .malformed, .json("{\"status\":\"ok\",\"totalResults\":2}")),
        fault("articles-null", "null in place of articles", .malformed, .json("{\"status\":\"ok\",\"articles\":null}")),
        fault(
            "articles-useless", "articles that are none", .malformed,
            .json("{\"status\":\"ok\",\"articles\":[null,7,{}]}")),
        fault(
            "articles-empty", "nothing found", .empty, .json("{\"status\":\"ok\",\"totalResults\":0,\"articles\":[]}")),
        fault(
            "articles-removed", "articles that were all withdrawn", .empty,
            .json(
                "{\"status\":\"ok\",\"articles\":[{\"source\":{\"id\":null,\"name\":\"[Removed]\"},"
                    + "\"title\":\"[Removed]\",\"url\":\"https://removed.com\"}]}")),
        fault(
            "articles-with-gaps", "articles of which one is whole", .fresh,
            .json(
                "{\"status\":\"ok\",\"articles\":[{\"title\":null},{\"url\":\"https://a.example/\"},"
                    + "{\"source\":null,\"title\":\"Whole\",\"url\":\"https://newsapi.example/whole\","
                    + "\"publishedAt\":7,\"author\":[],\"content\":null}]}")),
        fault("fails-once", "500 once, then fine", .fresh, strikes: 1, .page(status: 500)),
        fault("silent", "never answers", .late, .hold),
        fault("cut-off", "an answer that breaks off", .unreachable, .send(.soundBeginning(0.5)), .close),
    ]
}
