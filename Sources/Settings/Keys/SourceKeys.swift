import NewsModel
import WebText

/// An entry of `sources`.
enum SourceKeys {
    static let id = Key(
        "id", .id,
        "The name of the source in reports and on the command line, the same in every run."
    )
    static let section = Key(
        "section", .text("a name such as World", atMost: 80), "The section that its stories stand in.",
        standard: "News",
        otherNames: ["category"]
    )
    static let weight = Key(
        "weight", .number(0...100), "How much its stories count; 1 is usual.", standard: "1",
        otherNames: ["priority", "score"]
    )
    static let title = Key(
        "title", .text("a line of text"), "Shown in place of what the source calls itself.", otherNames: ["name"]
    )
    static let headers = Key(
        "headers", .table("a mapping such as {Authorization: \"Bearer ${TOKEN}\"}", of: .headerValue),
        "Request headers for this source only.", otherNames: ["header"]
    )
    static let limit = Key("limit", .count(Limits.items), "The most items taken from one answer.", otherNames: ["max"])
    static let timeout = Key(
        "timeout", .duration(Limits.request, example: "10s"), "In place of `fetch.timeout`."
    )
    static let language = Key(
        "language", .language, "The language of its stories, where it does not say so itself.", otherNames: ["lang"]
    )
    static let userAgent = Key("user-agent", .text("a line of text"), "In place of `fetch.user-agent`.")
    static let only = Key(
        "only", .list("a list of words such as [swift, rust]", of: .text("a word or phrase", atMost: 200)),
        "An item is kept only if one of these words stands in it.", otherNames: ["include", "keep"]
    )
    static let skip = Key(
        "skip", .list("a list of words such as [sponsored]", of: .text("a word or phrase", atMost: 200)),
        "An item is dropped if one of these words stands in it.", otherNames: ["exclude", "mute"]
    )
    static let paused = Key(
        "paused", .flag, "Whether it is left alone for now.", standard: "false", otherNames: ["disabled", "pause"]
    )
    static let isPrivate = Key(
        "private", .flag, "Whether its address appears in no published file.", standard: "false",
        otherNames: ["hidden", "secret"]
    )

    static let feed = Key(
        "feed", .locatedAddress("https://example.org/rss.xml"), "An RSS, Atom or JSON Feed.",
        otherNames: ["rss", "atom", "url", "link", "address", "href", "jsonfeed", "xml-url"]
    )
    static let hackerNews = Key(
        "hackernews", .mapping(HackerNewsKeys.shape), "A list of Hacker News.", otherNames: ["hn"])
    static let guardian = Key("guardian", .mapping(GuardianKeys.shape), "A search of the Guardian.")
    static let newsAPI = Key("newsapi", .mapping(NewsAPIKeys.shape), "A search of NewsAPI.")
    static let json = Key("json", .mapping(JSONKeys.shape), "Any JSON API.", otherNames: ["api"])

    static let providers = [feed.entry, hackerNews.entry, guardian.entry, newsAPI.entry, json.entry]

    static let shape = Shape(
        whereabouts: "to a source, under `sources`", subject: "a source",
        example: "feed: https://example.org/rss.xml",
        providers + [
            id.entry, section.entry, weight.entry, title.entry, headers.entry, limit.entry, timeout.entry,
            language.entry, userAgent.entry, only.entry, skip.entry, paused.entry,
            isPrivate.entry,
        ]
    )
    static let list = Form.node(
        "a list, each of its sources begun by a dash as in `- feed: https://example.org/rss.xml`",
        schema: [
            "type": .string("array"), "minItems": .integer(1),
            "items": shape.schema.adding([
                .init(name: "oneOf", value: .array(providers.map { ["required": .array([.string($0.name)])] }))
            ]),
        ],
        shape: shape
    )
}
