/// How a kind of source is fetched and read, with its own parameters.
///
/// The parameters are those of the APIs, spelled alike. Addresses are absolute `http` or `https` URLs without a
/// trailing slash in `base`; where one leads is judged when it is asked.
package enum Provider: Sendable, Hashable {
    /// RSS, Atom or JSON Feed at an address.
    case feed(url: String)
    case hackerNews(HackerNewsQuery)
    case guardian(GuardianQuery)
    case newsAPI(NewsAPIQuery)
    case json(JSONQuery)

    /// The word for it in the configuration and in the health report.
    package var name: String {
        switch self {
        case .feed: "feed"
        case .hackerNews: "hackernews"
        case .guardian: "guardian"
        case .newsAPI: "newsapi"
        case .json: "json"
        }
    }

    /// The address to show for it: never one with a key in it.
    package var address: String {
        switch self {
        case .feed(let url): url
        case .hackerNews(let query): query.base
        case .guardian(let query): query.base
        case .newsAPI(let query): query.base
        case .json(let query): query.url
        }
    }
}

/// A list of Hacker News, through its Firebase API.
package struct HackerNewsQuery: Sendable, Hashable {
    package static let defaultBase = "https://hacker-news.firebaseio.com/v0"

    package enum List: String, Sendable, Hashable, CaseIterable {
        case top, new, best, ask, show, job
    }

    package var list: List
    /// How many of the list's items are asked for.
    package var limit: Int
    package var base: String

    package init(list: List = .top, limit: Int = 30, base: String = Self.defaultBase) {
        self.list = list
        self.limit = limit
        self.base = base
    }
}

/// A search of the Guardian's Open Platform.
package struct GuardianQuery: Sendable, Hashable {
    package static let defaultBase = "https://content.guardianapis.com"

    package var key: Secret
    /// The environment variable that the key came from, for advice; `nil` where it stands in the file.
    package var keyName: String?
    /// Further query parameters, named as the API names them: `q`, `section`, `tag`, `from-date`, `order-by`, …
    package var parameters: [String: String]
    package var base: String

    package init(
        key: Secret, keyName: String? = nil, parameters: [String: String] = [:], base: String = Self.defaultBase
    ) {
        self.key = key
        self.keyName = keyName
        self.parameters = parameters
        self.base = base
    }
}

/// A search of NewsAPI v2.
package struct NewsAPIQuery: Sendable, Hashable {
    package static let defaultBase = "https://newsapi.org/v2"

    package enum Endpoint: String, Sendable, Hashable, CaseIterable {
        case topHeadlines = "top-headlines"
        case everything
    }

    package var key: Secret
    package var keyName: String?
    package var endpoint: Endpoint
    /// Further query parameters, named as the API names them: `country`, `category`, `sources`, `q`, `pageSize`, …
    package var parameters: [String: String]
    package var base: String

    package init(
        key: Secret, keyName: String? = nil, endpoint: Endpoint = .topHeadlines, parameters: [String: String] = [:],
        base: String = Self.defaultBase
    ) {
        self.key = key
        self.keyName = keyName
        self.endpoint = endpoint
        self.parameters = parameters
        self.base = base
    }
}

/// Any JSON API: where its items stand, and which of their members mean what.
package struct JSONQuery: Sendable, Hashable {
    /// What a member of an item can stand for.
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case id, title, link, published, updated, author, summary, content, category, image, points, comments
        case discussion
    }

    package var url: String
    /// The dotted path to the array of items; empty for the root.
    package var items: String
    /// The dotted path, with alternatives behind `|`, or a template such as `https://x.org/{id}`, for each field.
    package var fields: [Field: String]

    package init(url: String, items: String = "", fields: [Field: String] = [:]) {
        self.url = url
        self.items = items
        self.fields = fields
    }
}
