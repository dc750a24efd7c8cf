import NewsModel
import Subscriptions

extension ConfigurationReader {
    /// Every source of the file, named; an empty list is a mistake.
    mutating func sources(_ top: Fields) -> [Source] {
        let nodes = entries(of: Keys.sources(self.source), in: top)
        if top.has("sources"), nodes.isEmpty, isEmptyList(top.member("sources")) {
            report(
                "`sources` lists nothing; add a source on a line of its own, such as "
                    + "`- feed: https://example.org/rss.xml`",
                at: top.position(of: "sources"))
        }
        var naming = SourceNaming()
        var found: [ReadSource] = []
        for node in nodes { found += self.sources(of: node, &naming) }
        found = Self.withoutRepeated(found)
        for (index, source) in found.enumerated() { naming.add(source.hint, at: index) }
        var sources = found.map(\.source)
        for (index, id) in naming.ids() { sources[index].id = id }
        return sources
    }

    /// A source as the file says it, before it has its id.
    private struct ReadSource {
        var source: Source
        var hint: SourceNaming.Hint
        /// Whether it comes from a list.
        var isListed = false
    }

    /// A feed of a list that the file names itself, or that an earlier list has, is there once.
    private static func withoutRepeated(_ found: [ReadSource]) -> [ReadSource] {
        guard found.contains(where: \.isListed) else { return found }
        var seen = Set(found.filter { !$0.isListed }.map { MendedAddress.key(of: $0.source.provider.address) })
        return found.filter { !$0.isListed || seen.insert(MendedAddress.key(of: $0.source.provider.address)).inserted }
    }

    private func isEmptyList(_ member: Node.Member?) -> Bool {
        switch member?.value.content {
        case .nothing: true
        case .list(let nodes): nodes.isEmpty
        case .text, .mapping, .broken, nil: false
        }
    }

    private mutating func sources(of node: Node, _ naming: inout SourceNaming) -> [ReadSource] {
        let expects = "a mapping such as `feed: https://example.org/rss.xml`"
        guard let entry = fields(of: node, self.source, called: self.source.subject, expects: expects) else {
            return []
        }
        if entry.has("opml") { return sourcesOfList(entry, node, &naming) }
        let found = provider(entry, node)
        return source(entry, node, found, &naming).map { [$0] } ?? []
    }

    /// The feeds of a list, each with what the file says of all of them.
    private mutating func sourcesOfList(_ entry: Fields, _ node: Node, _ naming: inout SourceNaming) -> [ReadSource] {
        let others = providers.map(\.name).filter(entry.has)
        if !others.isEmpty {
            report(
                "a source has one provider, but here are \(listed(others + ["opml"], "and")); make a source of each",
                at: node.position)
        }
        for name in ["id", "title"] where entry.has(name) {
            report("`\(name)` is of one source, and a list has many; remove it", at: entry.position(of: name))
        }
        let place = value(of: SourceKeys.list, in: entry)
        let example = (provider: Provider.feed(url: ""), hint: SourceNaming.Hint.address(""))
        guard let common = source(entry, node, example, &naming), let place else { return [] }
        let subscriptions = subscriptions(in: place, at: entry.valuePosition(of: "opml"))
        return subscriptions.filter { $0.kind == .feed && (try? Address($0.address)) != nil }.map { subscription in
            AddressSecrets.all(in: subscription.address).forEach { keepSecret($0) }
            var source = common.source
            source.provider = .feed(url: subscription.address)
            source.title = subscription.title
            if !entry.has("section"), let section = subscription.section { source.section = section }
            source.isPrivate = source.isPrivate || subscription.looksPrivate
            let hint = SourceNaming.Hint.address(subscription.address)
            return ReadSource(source: source, hint: source.isPrivate ? hint.withoutAddress : hint, isListed: true)
        }
    }

    private mutating func source(
        _ entry: Fields, _ node: Node, _ found: NamedProvider?, _ naming: inout SourceNaming
    ) -> ReadSource? {
        // The rest is read even without a provider, so that its mistakes are told as well.
        var source = Source(id: "", provider: found?.provider ?? .feed(url: ""))
        source.line = node.position.line
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
        if let given, let first = naming.claim(given, at: entry.valuePosition(of: "id")) {
            report(
                "the id `\(given)` stands here and on line \(first.line); give each source its own",
                at: entry.valuePosition(of: "id"))
        }
        guard let found else { return nil }
        let hint = source.isPrivate ? found.hint.withoutAddress : found.hint
        return ReadSource(source: source, hint: given.map { .given(SourceID(rawValue: $0)) } ?? hint)
    }

    private mutating func headers(_ entry: Fields) -> [Source.Header] {
        var headers: [Source.Header] = []
        for row in value(of: SourceKeys.headers, in: entry) ?? [] {
            if let problem = Self.problem(ofHeader: row.key, besides: headers) {
                report(problem, at: row.position)
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

extension ConfigurationReader {
    /// A provider, and what an id can be made of.
    typealias NamedProvider = (provider: Provider, hint: SourceNaming.Hint)

    /// The one provider of a source; `nil` with a diagnostic where there is none, or more than one.
    mutating func provider(_ entry: Fields, _ node: Node) -> NamedProvider? {
        let found = providers.filter { entry.has($0.name) }
        guard let definition = found.first, found.count == 1 else {
            let names = providers.map(\.name) + ["opml"]
            if found.count > 1 {
                report(
                    "a source has one provider, but here are \(listed(found.map(\.name), "and")); make a source of each",
                    at: node.position)
            } else if entry.misspelt.isDisjoint(with: names) {
                report("a source needs an address or a provider: one of \(listed(names))", at: node.position)
            }
            return nil
        }
        return value(of: SettingKey(definition.key), in: entry).map { provider(definition, $0, entry) }
    }

    private mutating func provider(
        _ definition: ProviderDefinition, _ value: ProviderValue, _ entry: Fields
    ) -> NamedProvider {
        switch value {
        case .text(let text):
            return (definition.provider([definition.name: text]), .address(entry.raw(definition.name) ?? ""))
        case .secret:
            preconditionFailure("no provider is a secret and nothing else")
        case .mapping(let fields, let group):
            var values = ProviderValues()
            collect(fields, group, [definition.name], into: &values)
            let provider = definition.provider(
                values.texts, key: values.secret?.secret, keyVariable: values.secret?.name)
            return (provider, hint(definition, fields, group))
        }
    }

    private struct ProviderValues {
        var texts: [String: String] = [:]
        var secret: NamedSecret?
    }

    /// Reads every key of a mapping, and judges the rules between them.
    private mutating func collect(
        _ fields: Fields, _ group: KeyGroup, _ names: [String], into values: inout ProviderValues
    ) {
        var own: [String: String] = [:]
        for key in group.keys {
            switch value(of: SettingKey(key, inside: names), in: fields) {
            case .text(let text): own[key.name] = text
            case .secret(let secret): values.secret = secret
            case .mapping(let inner, let innerGroup): collect(inner, innerGroup, names + [key.name], into: &values)
            case nil: break
            }
        }
        let prefix = names.dropFirst().map { $0 + "." }.joined()
        for (name, text) in own { values.texts[prefix + name] = text }
        for mistake in group.check(GivenKeys(names: fields.names, misspelt: fields.misspelt, values: own)) {
            report(mistake.message, at: mistake.key.map(fields.position(of:)) ?? fields.position)
        }
    }

    private func hint(_ definition: ProviderDefinition, _ fields: Fields, _ group: KeyGroup) -> SourceNaming.Hint {
        guard !definition.namedBy.isEmpty else {
            let address = group.keys.first { if case .address = $0.kind { true } else { false } }
            return .address(address.flatMap { fields.raw($0.name) } ?? "")
        }
        let words = group.keys.filter { definition.namedBy.contains($0.name) }
        let secrets = group.keys.filter { if case .secret = $0.kind { true } else { false } }.map(\.name)
        return .words(
            [definition.name]
                + definition.namedBy.compactMap { name in
                    fields.raw(name) ?? words.first { $0.name == name }?.standard
                }, details: fields.rawText(besides: secrets))
    }
}
