import NewsModel

extension Reading {
    /// A provider, and what an id can be made of.
    typealias NamedProvider = (provider: Provider, hint: SourceNaming.Hint)

    /// The one provider of a source; `nil` with a diagnostic where there is none, or more than one.
    mutating func provider(_ entry: Fields, _ node: Node) -> NamedProvider? {
        let found = providers.filter { entry.has($0.name) }
        guard let definition = found.first, found.count == 1 else {
            let names = providers.map(\.name)
            if found.count > 1 {
                report(
                    "a source has one provider, but here are \(listed(found.map(\.name), "and")); make a source of each",
                    at: node.place)
            } else if entry.misspelt.isDisjoint(with: names) {
                report("a source needs an address or a provider: one of \(listed(names))", at: node.place)
            }
            return nil
        }
        return value(of: Key(definition.key), in: entry).map { provider(definition, $0, entry) }
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
            switch value(of: Key(key, inside: names), in: fields) {
            case .text(let text): own[key.name] = text
            case .secret(let secret): values.secret = secret
            case .mapping(let inner, let innerGroup): collect(inner, innerGroup, names + [key.name], into: &values)
            case nil: break
            }
        }
        let prefix = names.dropFirst().map { $0 + "." }.joined()
        for (name, text) in own { values.texts[prefix + name] = text }
        for mistake in group.check(GivenKeys(names: fields.names, misspelt: fields.misspelt, values: own)) {
            report(mistake.message, at: mistake.key.map(fields.place(of:)) ?? fields.place)
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
