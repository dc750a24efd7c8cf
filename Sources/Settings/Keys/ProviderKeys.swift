import NewsModel

/// `hackernews` of a source.
enum HackerNewsKeys {
    static let list = Key<HackerNewsQuery.List>(
        "list", .choice, "Which list.", standard: "top", otherNames: ["type", "tag"])
    static let limit = Key(
        "limit", .count(1...500), "How many of the list's items are asked for.", standard: "30",
        otherNames: ["count", "max"]
    )
    static let base = Key(
        "base", .base("https://hacker-news.firebaseio.com/v0"), "Where the API is asked.",
        standard: HackerNewsQuery.defaultBase, otherNames: ["url"]
    )

    static let shape = Shape(
        whereabouts: "inside a source's `hackernews`", prefix: "hackernews.", example: "list: top, limit: 30",
        [list.entry, limit.entry, base.entry]
    )
}

/// `json` of a source.
enum JSONKeys {
    static let url = Key(
        "url", .locatedAddress("https://example.org/api/posts"), "Where the API is asked.", isRequired: true,
        otherNames: ["address", "feed", "base"]
    )
    static let items = Key(
        "items", .jsonRoot, "The path to the list of items; without it the answer is the list.",
        otherNames: ["path", "entries", "list"]
    )
    static let fields = Key(
        "fields", .mapping(fieldShape), "Which member of an item means what.", isRequired: true,
        otherNames: ["map", "mapping"]
    )
    static let fieldKeys = JSONQuery.Field.allCases.map { field in
        (
            field,
            Key<String>(
                field.rawValue, .jsonMember, "Where an item's \(field.rawValue) stands.", otherNames: otherNames(field))
        )
    }

    static let fieldShape = Shape(
        whereabouts: "inside `fields` of a source's `json`", prefix: "json.fields.",
        example: "title: headline, link: permalink", fieldKeys.map(\.1.entry)
    )
    static let shape = Shape(
        whereabouts: "inside a source's `json`", prefix: "json.",
        example: "url: https://…, items: data.posts, fields: {title: headline, link: permalink}",
        [url.entry, items.entry, fields.entry]
    )

    private static func otherNames(_ field: JSONQuery.Field) -> [String] {
        switch field {
        case .link: ["url", "href", "permalink"]
        case .published: ["date", "created", "time", "pubdate"]
        case .updated: ["modified"]
        case .title: ["headline", "name"]
        case .summary: ["description", "teaser"]
        case .content: ["body", "text", "html"]
        case .author: ["authors", "by", "byline"]
        case .category: ["categories", "tags", "section"]
        case .image: ["thumbnail", "picture"]
        case .points: ["score", "votes", "likes"]
        case .id: ["guid", "key"]
        case .comments, .discussion: []
        }
    }
}
