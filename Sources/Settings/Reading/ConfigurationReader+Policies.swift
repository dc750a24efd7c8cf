import NewsModel

extension ConfigurationReader {
    mutating func fetchPolicy(_ top: Fields) -> FetchPolicy {
        var policy = FetchPolicy()
        set(&policy.deadline, to: Keys.deadline, in: top)
        policy.rateLimits = rateLimits(top)
        guard let fetch = fields(of: Keys.fetch, in: top) else { return policy }
        set(&policy.timeout, to: FetchKeys.timeout, in: fetch)
        set(&policy.retries, to: FetchKeys.retries, in: fetch)
        set(&policy.concurrency, to: FetchKeys.concurrency, in: fetch)
        set(&policy.perHost, to: FetchKeys.perHost, in: fetch)
        set(&policy.maxBodyBytes, to: FetchKeys.maxBody, in: fetch)
        set(&policy.userAgent, to: FetchKeys.userAgent, in: fetch)
        return policy
    }

    private mutating func rateLimits(_ top: Fields) -> [String: FetchPolicy.RateLimit] {
        var limits: [String: FetchPolicy.RateLimit] = [:]
        for row in value(of: Keys.rateLimit, in: top) ?? [] {
            let host = row.key.lowercased()
            guard host.wholeMatch(of: /[^\s\/:@?#*]+|\[[0-9a-f:.]+\]/) != nil else {
                report("a rate limit is for a host such as newsapi.org, without https:// or a port", at: row.position)
                continue
            }
            if limits.updateValue(row.value, forKey: host) != nil {
                report("\(quoted(row.key)) has a rate limit already; keep one", at: row.position)
            }
        }
        return limits
    }

    mutating func networkPolicy(_ top: Fields) -> NetworkPolicy {
        var policy = NetworkPolicy()
        policy.proxyExceptions = proxyExceptionsOfEnvironment()
        guard let network = fields(of: Keys.network, in: top) else { return policy }
        set(&policy.allowsPrivate, to: NetworkKeys.allowPrivate, in: network)
        set(&policy.certificateAuthorityFile, to: NetworkKeys.caFile, in: network)
        set(&policy.proxy, to: NetworkKeys.proxy, in: network)
        if !network.has("proxy") { policy.proxy = proxyOfEnvironment() }
        return policy
    }

    mutating func editionPolicy(_ top: Fields) -> EditionPolicy {
        guard let edition = fields(of: Keys.edition, in: top) else { return EditionPolicy() }
        let standard = EditionPolicy()
        var policy = EditionPolicy(
            stories: value(of: EditionKeys.stories, in: edition) ?? standard.stories,
            perSource: value(of: EditionKeys.perSource, in: edition) ?? standard.perSource,
            perPublisher: value(of: EditionKeys.perPublisher, in: edition),
            perSection: value(of: EditionKeys.perSection, in: edition))
        set(&policy.maxWindow, to: EditionKeys.maxWindow, in: edition)
        set(&policy.firstWindow, to: EditionKeys.firstWindow, in: edition)
        set(&policy.minStories, to: EditionKeys.minStories, in: edition)
        guard case .some(.some(let window)) = value(of: EditionKeys.window, in: edition) else { return policy }
        policy.window = .last(window)
        // A window alone says how far back one wants to see; only two that contradict each other are a mistake.
        if !edition.has("max-window") {
            policy.maxWindow = max(policy.maxWindow, window)
        } else if window > policy.maxWindow {
            report(
                "`edition.window` is longer than `edition.max-window`, which is "
                    + "\(quoted(edition.raw("max-window") ?? "")); raise that as well",
                at: edition.valuePosition(of: "window"))
        }
        return policy
    }

    mutating func rankingPolicy(_ top: Fields) -> RankingPolicy {
        var policy = RankingPolicy()
        if let ranking = fields(of: Keys.ranking, in: top) {
            set(&policy.halfLife, to: RankingKeys.halfLife, in: ranking)
            for row in value(of: RankingKeys.interests, in: ranking) ?? [] { policy.interests[row.key] = row.value }
            set(&policy.mute, to: RankingKeys.mute, in: ranking)
        }
        if let curation = fields(of: Keys.curation, in: top) {
            set(&policy.clustering, to: CurationKeys.clustering, in: curation)
        }
        return policy
    }
}

extension ConfigurationReader {
    /// The nodes of a list; none where it does not stand there or is no list.
    mutating func entries(of key: SettingKey<Node>, in fields: Fields) -> [Node] {
        guard let node = value(of: key, in: fields) else { return [] }
        switch node.content {
        case .list(let nodes): return nodes
        case .nothing, .broken: return []
        case .text, .mapping:
            report("`\(key.name)` is \(key.form.expects), not \(node.kind)", at: node.position)
            return []
        }
    }

    /// The listed sections, then those that only sources name.
    mutating func sectionRules(_ top: Fields, sources: [Source]) -> [SectionRule] {
        var rules: [SectionRule] = []
        var positions: [String: FilePosition] = [:]
        for node in entries(of: Keys.sections, in: top) {
            guard let rule = sectionRule(node) else { continue }
            if let first = positions.updateValue(node.position, forKey: rule.name) {
                report(
                    "the section \(quoted(rule.name)) stands here and on line \(first.line); keep one",
                    at: node.position)
            } else {
                rules.append(rule)
            }
        }
        var known = Set(rules.map(\.name))
        for source in sources where known.insert(source.section).inserted {
            rules.append(SectionRule(name: source.section))
        }
        return rules
    }

    private mutating func sectionRule(_ node: Node) -> SectionRule? {
        guard case .mapping = node.content else {
            return SectionKeys.name.form.read(node, "sections.name", &self).map { SectionRule(name: $0) }
        }
        let expects = "a name, or a mapping such as {\(SectionKeys.shape.example)}"
        let subject = SectionKeys.shape.subject
        guard let entry = fields(of: node, SectionKeys.shape, called: subject, expects: expects) else { return nil }
        let match = value(of: SectionKeys.match, in: entry) ?? []
        return value(of: SectionKeys.name, in: entry).map { SectionRule(name: $0, match: match) }
    }
}
