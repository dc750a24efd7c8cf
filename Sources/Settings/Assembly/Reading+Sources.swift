import NewsModel

extension Reading {
    /// Every source of the file, named; an empty list is a mistake.
    mutating func sources(_ top: Fields) -> [Source] {
        let nodes = entries(of: Keys.sources(self.source), in: top)
        if top.has("sources"), nodes.isEmpty, isEmptyList(top.member("sources")) {
            report(
                "`sources` lists nothing; add a source on a line of its own, such as "
                    + "`- feed: https://example.org/rss.xml`",
                at: top.place(of: "sources")
            )
        }
        var naming = SourceNaming()
        var sources: [Source] = []
        for node in nodes {
            guard let (source, hint) = source(node, &naming) else { continue }
            naming.add(hint, at: sources.count)
            sources.append(source)
        }
        for (index, id) in naming.ids() { sources[index].id = id }
        return sources
    }

    private func isEmptyList(_ member: Node.Member?) -> Bool {
        switch member?.value.content {
        case .nothing: true
        case .list(let nodes): nodes.isEmpty
        case .text, .mapping, .broken, nil: false
        }
    }

    private mutating func source(_ node: Node, _ naming: inout SourceNaming) -> (Source, SourceNaming.Hint)? {
        let expects = "a mapping such as `feed: https://example.org/rss.xml`"
        guard let entry = fields(of: node, self.source, called: self.source.subject, expects: expects) else {
            return nil
        }
        let found = provider(entry, node)
        // The rest is read even without a provider, so that its mistakes are told as well.
        var source = Source(id: "", provider: found?.provider ?? .feed(url: ""))
        let given = value(of: SourceKeys.id, in: entry)
        set(&source.section, to: SourceKeys.section, in: entry)
        set(&source.weight, to: SourceKeys.weight, in: entry)
        set(&source.title, to: SourceKeys.title, in: entry)
        source.headers = headers(entry)
        set(&source.limit, to: SourceKeys.limit, in: entry)
        set(&source.timeout, to: SourceKeys.timeout, in: entry)
        set(&source.language, to: SourceKeys.language, in: entry)
        set(&source.userAgent, to: SourceKeys.userAgent, in: entry)
        set(&source.only, to: SourceKeys.only, in: entry)
        set(&source.skip, to: SourceKeys.skip, in: entry)
        set(&source.isPaused, to: SourceKeys.paused, in: entry)
        set(&source.isPrivate, to: SourceKeys.isPrivate, in: entry)
        if let given, let first = naming.claim(given, at: entry.valuePlace(of: "id")) {
            report(
                "the id `\(given)` stands here and on line \(first.line); give each source its own",
                at: entry.valuePlace(of: "id"))
        }
        guard let found else { return nil }
        let hint = source.isPrivate ? found.hint.withoutAddress : found.hint
        return (source, given.map { .given(SourceID(rawValue: $0)) } ?? hint)
    }

    private mutating func headers(_ entry: Fields) -> [Source.Header] {
        var headers: [Source.Header] = []
        for row in value(of: SourceKeys.headers, in: entry) ?? [] {
            if let problem = Self.problem(ofHeader: row.key, besides: headers) {
                report(problem, at: row.place)
                continue
            }
            HeaderSecrets.all(in: row.value, of: row.key).forEach { keepSecret($0) }
            headers.append(Source.Header(name: row.key, value: Secret(row.value)))
        }
        return headers
    }

    private static func problem(ofHeader name: String, besides others: [Source.Header]) -> String? {
        guard name.wholeMatch(of: /[A-Za-z0-9!#$%&'*+.^_`|~\-]+/) != nil else {
            return "\(quotedKey(name)) is no name of a header; it is letters, digits and `-`, followed by a colon"
        }
        if ["host", "content-length", "transfer-encoding", "connection", "te", "upgrade"].contains(name.lowercased()) {
            return "the header \(quoted(name)) follows from the request itself; remove it"
        }
        if others.contains(where: { $0.name.lowercased() == name.lowercased() }) {
            return "the header \(quoted(name)) stands here twice; capitals make no difference; keep one"
        }
        return nil
    }
}
