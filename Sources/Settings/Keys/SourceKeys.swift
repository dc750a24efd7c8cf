import NewsModel
import WebText

/// An entry of `sources`.
enum SourceKeys {
    static let id = SettingKey(
        "id", .id,
        """
        Its name in reports and on the command line, the same in every run: 1 to 60 of `a-z 0-9 . _ -`, beginning \
        with a letter or a digit.
        """)
    static let section = SettingKey(
        "section", .text("a name such as World", atMost: 80), "The section that its stories stand in.",
        standard: "News",
        otherNames: ["category"])
    static let weight = SettingKey(
        "weight", .number(0...100), "How much its stories count; 1 is usual.", standard: "1",
        otherNames: ["priority", "score"])
    static let title = SettingKey(
        "title", .text("a line of text"), "Shown in place of what the source calls itself.", otherNames: ["name"])
    static let headers = SettingKey(
        "headers", .table("a mapping such as {Authorization: \"Bearer ${TOKEN}\"}", of: .headerValue),
        "Request headers, sent to this source only.", otherNames: ["header"])
    static let limit = SettingKey(
        "limit", .count(Limits.items), "The most items taken from one answer.", otherNames: ["max"])
    static let timeout = SettingKey(
        "timeout", .duration(Limits.request, example: "10s"), "In place of `fetch.timeout`.")
    static let language = SettingKey(
        "language", .language, "The language of its stories, where it does not say so itself.", otherNames: ["lang"])
    static let userAgent = SettingKey("user-agent", .text("a line of text"), "In place of `fetch.user-agent`.")
    static let only = SettingKey(
        "only", .list("a list of words such as [swift, rust]", of: .text("a word or phrase", atMost: 200)),
        """
        An item is kept only if one of these words stands in its title, summary or categories.
        """, otherNames: ["include", "keep"])
    static let skip = SettingKey(
        "skip", .list("a list of words such as [sponsored]", of: .text("a word or phrase", atMost: 200)),
        """
        An item is dropped if one of these words stands in its title, summary or categories.
        """, otherNames: ["exclude", "mute"])
    static let paused = SettingKey(
        "paused", .flag, "Whether it is left alone for now.", standard: "false", otherNames: ["disabled", "pause"])
    static let isPrivate = SettingKey(
        "private", .flag, "Whether its address appears in no published file.", standard: "false",
        otherNames: ["hidden", "secret"])

    static let list = SettingKey(
        "opml", .listPlace,
        """
        A list of feeds (OPML, or any that `import` reads) that is read anew in each run; its folders are \
        sections.
        """,
        otherNames: ["subscriptions", "reading-list"])

    /// The keys of a source that names one of these providers.
    static func shape(_ providers: [ProviderDefinition]) -> Shape {
        let choice = providers.map { SettingKey($0.key).entry } + [list.entry]
        return Shape(
            whereabouts: "to a source, under `sources`", subject: "a source",
            example: "feed: https://example.org/rss.xml", oneOf: choice,
            [
                id.entry, section.entry, weight.entry, title.entry, headers.entry, limit.entry, timeout.entry,
                language.entry, userAgent.entry, only.entry, skip.entry, paused.entry,
                isPrivate.entry,
            ]
        )
    }

    static func list(of source: Shape) -> ValueFormat<Node> {
        .node(
            "a list, each of its sources begun by a dash as in `- feed: https://example.org/rss.xml`",
            schema: ["type": .string("array"), "minItems": .integer(1), "items": source.schema], shape: source)
    }
}

/// What the value of a provider's key was read as.
enum ProviderValue: Sendable {
    case text(String)
    case secret(NamedSecret)
    case mapping(Fields, KeyGroup)
}

extension SettingKey where Value == ProviderValue {
    /// A key as its provider declares it, inside of the keys `names`, from the provider's own on.
    init(_ key: ProviderKey, inside names: [String] = []) {
        self.init(
            key.name, .providerValue(key.kind, of: names + [key.name]), key.meaning, standard: key.standard,
            isRequired: key.isRequired, otherNames: key.otherNames)
    }
}

extension ValueFormat where Value == ProviderValue {
    fileprivate static func providerValue(_ kind: ProviderKey.Kind, of names: [String]) -> ValueFormat {
        switch kind {
        case .text(let expects): ValueFormat<String>.text(expects).map { .text($0) }
        case .number(let range): ValueFormat<Int>.count(range).map { .text(String($0)) }
        case .word(let words): ValueFormat<String>.word(of: words).map { .text($0) }
        case .pattern(let expects, let pattern): ValueFormat<String>.pattern(expects, pattern).map { .text($0) }
        case .language: ValueFormat<String>.language.map { .text($0) }
        case .address(let example): ValueFormat<Address>.address(example).map { .text($0.text) }
        case .base(let example): ValueFormat<String>.base(example).map { .text($0) }
        case .secret(let expects): ValueFormat<NamedSecret>.secret(expects).map { .secret($0) }
        case .checked(let expects, let mistake): ValueFormat<String>.checked(expects, mistake).map { .text($0) }
        case .list(let expects, let element):
            ValueFormat<[ProviderValue]>.list(expects, of: .providerValue(element, of: names)).map {
                .text(ProviderValue.joined($0))
            }
        case .mapping(let group): ValueFormat<Fields>.mapping(Shape(group, of: names)).map { .mapping($0, group) }
        }
    }
}

extension ProviderValue {
    /// The texts of a list, with commas between them.
    fileprivate static func joined(_ values: [ProviderValue]) -> String {
        values.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: ",")
    }
}

extension ValueFormat where Value == String {
    /// A text that a provider checks itself. It may be a template of an address, with a key in it.
    fileprivate static func checked(_ expects: String, _ mistake: @escaping @Sendable (String) -> String?)
        -> ValueFormat
    {
        scalar(expects, schema: .plainText) { text, reader throws(InvalidValue) in
            if let mistake = mistake(text.value) { throw InvalidValue(mistake) }
            AddressSecrets.all(in: text.value).forEach { reader.keepSecret($0) }
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
            group.keys.map { SettingKey($0, inside: names).entry })
    }
}
