import NewsModel

/// `guardian` of a source: the parameters of the Open Platform's content search, spelled as there.
enum GuardianKeys {
    static let key = Key(
        "key", .secret("an API key such as ${GUARDIAN_API_KEY}"), "The API key.", isRequired: true,
        otherNames: ["api-key", "token"]
    )
    static let base = Key(
        "base", .base("https://content.guardianapis.com"), "Where the API is asked.",
        standard: GuardianQuery.defaultBase,
        otherNames: ["url"]
    )

    private static let date = Form<String>.pattern(
        "a date such as 2026-11-22",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$"
    )

    static let parameters: [Key<String>] = [
        Key("q", .text("words such as climate AND sea"), "Words to search for.", otherNames: ["query", "search"]),
        Key("section", .text("a section's id such as world"), "Only this section; `,` is and, `|` is or."),
        Key("tag", .text("a tag's id such as technology/technology"), "Only with this tag.", otherNames: ["tags"]),
        Key("from-date", date, "Not before this date."),
        Key("to-date", date, "Not after this date."),
        Key(
            "use-date", .word(of: ["published", "first-publication", "newspaper-edition", "last-modified"]),
            "Which date the two mean."
        ),
        Key("order-by", .word(of: ["newest", "oldest", "relevance"]), "The order.", otherNames: ["sort"]),
        Key("page-size", .numeral(1...200), "How many stories.", otherNames: ["limit", "count"]),
        Key("page", .numeral(1...10_000), "Which page of them."),
        Key("show-fields", .text("names such as trailText,byline,thumbnail"), "What each story holds."),
        Key("show-tags", .text("names such as contributor,keyword"), "Which tags each story holds."),
        Key("lang", .language, "Only in this language.", otherNames: ["language"]),
        Key("type", .text("a kind such as article"), "Only of this kind."),
    ]

    static let shape = Shape(
        whereabouts: "inside a source's `guardian`", prefix: "guardian.",
        example: "key: \"${GUARDIAN_API_KEY}\", section: world",
        [key.entry] + parameters.map(\.entry) + [base.entry]
    )
}

/// `newsapi` of a source: the parameters of NewsAPI v2, spelled as there.
enum NewsAPIKeys {
    static let key = Key(
        "key", .secret("an API key such as ${NEWSAPI_KEY}"), "The API key.", isRequired: true,
        otherNames: ["api-key", "token"]
    )
    static let endpoint = Key<NewsAPIQuery.Endpoint>(
        "endpoint", .choice, "Which search.", standard: "top-headlines"
    )
    static let base = Key(
        "base", .base("https://newsapi.org/v2"), "Where the API is asked.", standard: NewsAPIQuery.defaultBase,
        otherNames: ["url"]
    )

    private static let date = Form<String>.pattern(
        "a date such as 2026-11-22",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$"
    )

    /// Those of both searches.
    static let common: [Key<String>] = [
        Key("q", .text("words such as climate AND sea"), "Words to search for.", otherNames: ["query", "search"]),
        Key("sources", .text("ids such as bbc-news,reuters"), "Only these publishers, at most 20."),
        Key("pageSize", .numeral(1...100), "How many stories.", otherNames: ["limit", "count"]),
        Key("page", .numeral(1...100), "Which page of them."),
    ]

    static let topHeadlinesOnly: [Key<String>] = [
        Key("country", .pattern("a country such as us", "^[a-z]{2}$"), "Only of this country."),
        Key(
            "category",
            .word(of: ["business", "entertainment", "general", "health", "science", "sports", "technology"]),
            "Only of this kind.", otherNames: ["section"]
        ),
    ]

    static let everythingOnly: [Key<String>] = [
        Key("searchIn", .text("names such as title,description"), "Where the words are searched for."),
        Key("domains", .text("hosts such as example.org,example.com"), "Only of these hosts."),
        Key("excludeDomains", .text("hosts such as example.org"), "Not of these hosts."),
        Key("from", date, "Not before this date."),
        Key("to", date, "Not after this date."),
        Key("language", .language, "Only in this language.", otherNames: ["lang"]),
        Key("sortBy", .word(of: ["publishedAt", "relevancy", "popularity"]), "The order.", otherNames: ["order-by"]),
    ]

    static let parameters = common + topHeadlinesOnly + everythingOnly

    static let shape = Shape(
        whereabouts: "inside a source's `newsapi`", prefix: "newsapi.", example: "key: \"${NEWSAPI_KEY}\", country: us",
        [key.entry, endpoint.entry] + parameters.map(\.entry) + [base.entry]
    )
}
