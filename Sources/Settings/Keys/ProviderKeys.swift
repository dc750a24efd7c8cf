import NewsModel

/// What the value of a provider's key was read as.
enum ProviderValue: Sendable {
    case text(String)
    case secret(NamedSecret)
    case mapping(Fields, KeyGroup)
}

extension Key where Value == ProviderValue {
    /// A key as its provider declares it.
    ///
    /// - Parameters:
    ///   - key: the declaration.
    ///   - names: the keys in which it stands, from the provider's own on.
    init(_ key: ProviderKey, inside names: [String] = []) {
        self.init(
            key.name, .providerValue(key.kind, of: names + [key.name]), key.meaning, standard: key.standard,
            isRequired: key.isRequired, otherNames: key.otherNames)
    }
}

extension Form where Value == ProviderValue {
    fileprivate static func providerValue(_ kind: ProviderKey.Kind, of names: [String]) -> Form {
        switch kind {
        case .text(let expects): Form<String>.text(expects).map { .text($0) }
        case .number(let range): Form<Int>.count(range).map { .text(String($0)) }
        case .word(let words): Form<String>.word(of: words).map { .text($0) }
        case .pattern(let expects, let pattern): Form<String>.pattern(expects, pattern).map { .text($0) }
        case .language: Form<String>.language.map { .text($0) }
        case .address(let example): Form<Address>.address(example).map { .text($0.text) }
        case .base(let example): Form<String>.base(example).map { .text($0) }
        case .secret(let expects): Form<NamedSecret>.secret(expects).map { .secret($0) }
        case .checked(let expects, let mistake): Form<String>.checked(expects, mistake).map { .text($0) }
        case .mapping(let group): Form<Fields>.mapping(Shape(group, of: names)).map { .mapping($0, group) }
        }
    }
}

extension Form where Value == String {
    /// A text that a provider checks itself. It may be a template of an address, with a key in it.
    fileprivate static func checked(_ expects: String, _ mistake: @escaping @Sendable (String) -> String?) -> Form {
        scalar(expects, schema: .plainText) { text, reading throws(Complaint) in
            if let mistake = mistake(text.value) { throw Complaint(mistake) }
            AddressSecrets.all(in: text.value).forEach { reading.keepSecret($0) }
            return text.value
        }
    }
}

extension Shape {
    /// The keys inside a provider, or inside one of its keys.
    fileprivate init(_ group: KeyGroup, of names: [String]) {
        let path = names.map { "`\($0)`" }
        let outer = path.dropFirst().isEmpty ? [] : [path[0]]
        let whereabouts =
            outer.isEmpty ? "inside a source's \(path[0])" : "inside \(path[path.count - 1]) of a source's \(path[0])"
        self.init(
            whereabouts: whereabouts, prefix: names.joined(separator: ".") + ".", example: group.example,
            group.keys.map { Key($0, inside: names).entry })
    }
}
