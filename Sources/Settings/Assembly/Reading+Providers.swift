import NewsModel

extension Reading {
    /// A provider, and what an id can be made of.
    typealias NamedProvider = (provider: Provider, hint: SourceNaming.Hint)

    /// The one provider of a source; `nil` with a diagnostic where there is none, or more than one.
    mutating func provider(_ entry: Fields, _ node: Node) -> NamedProvider? {
        let names = SourceKeys.providers.map(\.name)
        let found = names.filter(entry.has)
        guard found.count == 1 else {
            if found.count > 1 {
                report(
                    "a source has one provider, but here are \(listed(found, "and")); make a source of each",
                    at: node.place)
            } else if entry.misspelt.isDisjoint(with: names) {
                report("a source needs an address or a provider: one of \(listed(names))", at: node.place)
            }
            return nil
        }
        if entry.has(SourceKeys.feed.name) {
            return value(of: SourceKeys.feed, in: entry).map { (.feed(url: $0.address.text), .address($0)) }
        }
        if let query = value(of: SourceKeys.hackerNews, in: entry) { return hackerNews(query) }
        if let query = value(of: SourceKeys.guardian, in: entry) { return guardian(query) }
        if let query = value(of: SourceKeys.newsAPI, in: entry) { return newsAPI(query) }
        return value(of: SourceKeys.json, in: entry).flatMap { json($0) }
    }

    private mutating func hackerNews(_ fields: Fields) -> NamedProvider {
        var query = HackerNewsQuery()
        set(&query.list, to: HackerNewsKeys.list, in: fields)
        set(&query.limit, to: HackerNewsKeys.limit, in: fields)
        set(&query.base, to: HackerNewsKeys.base, in: fields)
        return (.hackerNews(query), .words(["hackernews", query.list.rawValue], details: fields.raw("base") ?? ""))
    }

    private mutating func guardian(_ fields: Fields) -> NamedProvider? {
        let parameters = parameters(GuardianKeys.parameters, in: fields)
        let base = value(of: GuardianKeys.base, in: fields)
        guard let key = value(of: GuardianKeys.key, in: fields) else { return nil }
        let query = GuardianQuery(
            key: key.secret, keyName: key.name, parameters: parameters, base: base ?? GuardianQuery.defaultBase
        )
        return (.guardian(query), words("guardian", ["section", "tag", "q"], fields))
    }

    private mutating func newsAPI(_ fields: Fields) -> NamedProvider? {
        let parameters = parameters(NewsAPIKeys.parameters, in: fields)
        let base = value(of: NewsAPIKeys.base, in: fields)
        let endpoint = fields.has("endpoint") ? value(of: NewsAPIKeys.endpoint, in: fields) : .topHeadlines
        if let endpoint { checkNewsAPI(endpoint, fields) }
        guard let key = value(of: NewsAPIKeys.key, in: fields), let endpoint else { return nil }
        let query = NewsAPIQuery(
            key: key.secret, keyName: key.name, endpoint: endpoint, parameters: parameters,
            base: base ?? NewsAPIQuery.defaultBase
        )
        return (.newsAPI(query), words("newsapi", ["country", "category", "sources", "domains", "q"], fields))
    }

    /// What the API would refuse: parameters of the other search, none at all, or two that exclude each other.
    private mutating func checkNewsAPI(_ endpoint: NewsAPIQuery.Endpoint, _ fields: Fields) {
        let (foreign, other): ([Key<String>], NewsAPIQuery.Endpoint) =
            switch endpoint {
            case .topHeadlines: (NewsAPIKeys.everythingOnly, .everything)
            case .everything: (NewsAPIKeys.topHeadlinesOnly, .topHeadlines)
            }
        for key in foreign where fields.has(key.name) {
            report(
                "`newsapi.\(key.name)` is for the other search; write `endpoint: \(other.rawValue)`, or remove it",
                at: fields.place(of: key.name)
            )
        }
        let filters = endpoint == .everything ? ["q", "sources", "domains"] : ["country", "category", "sources", "q"]
        if !filters.contains(where: fields.has), !foreign.contains(where: { fields.has($0.name) }) {
            report("`newsapi` with `\(endpoint.rawValue)` needs one of \(listed(filters))", at: fields.place)
        }
        let excluded = ["country", "category"].filter(fields.has)
        if endpoint == .topHeadlines, fields.has("sources"), !excluded.isEmpty {
            report(
                "`newsapi.sources` cannot stand beside \(listed(excluded, "and")); make two sources of it",
                at: fields.place(of: "sources")
            )
        }
    }

    private mutating func json(_ fields: Fields) -> NamedProvider? {
        let url = value(of: JSONKeys.url, in: fields)
        let items = value(of: JSONKeys.items, in: fields) ?? ""
        let members = value(of: JSONKeys.fields, in: fields)
        var paths: [JSONQuery.Field: String] = [:]
        if let members {
            for (field, key) in JSONKeys.fieldKeys {
                paths[field] = value(of: key, in: members)
                // A link may be made of a template with a key in it.
                paths[field].map { AddressSecrets.all(in: $0) }?.forEach { keepSecret($0) }
            }
            for wanted in [["title"], ["link", "id"]] where !wanted.contains(where: members.hasOrMisspells) {
                report(
                    "`json.fields` needs \(listed(wanted)), the path to it in an item, as in "
                        + "{\(JSONKeys.fieldShape.example)}",
                    at: members.place
                )
            }
        }
        guard let url, members != nil else { return nil }
        return (.json(JSONQuery(url: url.address.text, items: items, fields: paths)), .address(url))
    }

    private mutating func parameters(_ keys: [Key<String>], in fields: Fields) -> [String: String] {
        var parameters: [String: String] = [:]
        for key in keys { parameters[key.name] = value(of: key, in: fields) }
        return parameters
    }

    /// An id's words from the parameters that tell one search from another.
    private func words(_ provider: String, _ names: [String], _ fields: Fields) -> SourceNaming.Hint {
        .words([provider] + names.compactMap(fields.raw), details: fields.rawText)
    }
}
