import SimulatedWorld

/// What the Hacker News API can answer besides news: the list first, then its items.
extension ServerFault {
    private static let list = Place.at("/v0/topstories.json")
    private static let items = Place.below("/v0/item/")
    private static let asked = 20

    private static func fault(
        _ name: String, _ summary: String, _ expected: ExpectedOutcome, says: String = "", at place: Place,
        strikes: Int? = nil, endsByTime: Bool? = nil, _ script: ScriptStep...
    ) -> ServerFault {
        ServerFault(
            name: "hn-\(name)", summary: summary, expected: expected, says: says, kind: .hackerNews(limit: asked),
            strikes: strikes, place: place, endsByTime: endsByTime, script: script)
    }

    static let hackerNewsFaults: [ServerFault] = [
        fault("list-null", "a list that is null", .empty, at: list, .json("null")),
        fault("list-empty", "a list of nothing", .empty, at: list, .json("[]")),
        fault(
            "list-denied", "refuses the list", .httpError, says: "Permission denied", at: list,
            .json("{\"error\":\"Permission denied\"}", status: 401)),
        fault(
            "list-denied-with-200", "refuses the list with 200", .httpError, says: "Permission denied", at: list,
            .json("{\"error\":\"Permission denied\"}")),
        fault("list-of-words", "a list of words", .malformed, at: list, .json("[\"a\",\"b\"]")),
        fault("list-that-is-none", "an object in place of the list", .malformed, at: list, .json("{\"ids\":[1]}")),
        fault(
            "list-as-page", "a web page in place of the list", .malformed, says: "web page", at: list,
            .page(status: 200)),
        fault("list-cut", "a list that stops halfway", .malformed, at: list, .json("[900000001, 9000")),
        fault(
            "list-of-nothing", "an empty answer in place of the list", .malformed, says: "empty", at: list, .json("")),
        fault("list-busy", "503 in place of the list", .httpError, says: "503", at: list, .page(status: 503)),
        fault("list-silent", "a list that never comes", .late, at: list, .hold),
        fault("list-cut-off", "a list that breaks off", .unreachable, at: list, .send(.soundBeginning(0.8)), .close),
        fault(
            "list-without-end", "a list without end", .refused, at: list, .head(), .text("["), .endlessly(.text("1,"))),
        fault("items-null", "items that are all null", .empty, at: items, .json("null")),
        fault(
            "items-dead", "items that are all dead", .empty, at: items,
            .json("{\"id\":1,\"dead\":true,\"type\":\"story\",\"title\":\"A\"}")),
        fault(
            "items-of-comments", "items that are all comments", .empty, at: items,
            .json("{\"id\":1,\"type\":\"comment\",\"text\":\"A\"}")),
        fault("items-refused", "refuses every item", .httpError, says: "403", at: items, .page(status: 403)),
        fault(
            "items-as-pages", "web pages in place of all items", .malformed, says: "web page", at: items,
            .page(status: 200)),
        fault("items-silent", "items that never come", .late, at: items, .hold),
        fault("some-items-null", "five items that are null", .fresh, at: items, strikes: 5, .json("null")),
        fault(
            "some-items-missing", "nine items that are 404", .fresh, says: "of 20", at: items, strikes: 9,
            .page(status: 404)),
        fault(
            "some-items-as-pages", "six web pages in place of items", .fresh, says: "of 20", at: items, strikes: 6,
            .page(status: 200)),
        fault(
            "some-items-silent", "seven items that never come", .fresh, says: "13 of 20", at: items, strikes: 7,
            endsByTime: true, .hold),
        fault(
            "some-items-fail-once", "the first eight requests for items fail", .fresh, at: items, strikes: 8,
            .page(status: 503)),
        fault(
            "items-of-wrong-types", "five items whose fields are of other types", .fresh, at: items, strikes: 5,
            .json("{\"id\":\"x\",\"type\":\"story\",\"title\":[1],\"url\":{},\"time\":\"soon\",\"score\":1e99}")),
        fault(
            "item-from-the-far-future", "an item of the year 292 billion", .fresh, at: items, strikes: 1,
            .json("{\"id\":7,\"type\":\"story\",\"title\":\"Far ahead\",\"time\":9223372036854775807}")),
    ]
}
