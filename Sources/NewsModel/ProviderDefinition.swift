/// The declaration of a kind of source: its name in the configuration, its keys, and what ids are made of.
///
/// The reader of the configuration, its suggestions and the JSON Schema come from it. A definition stands in the file of
/// its provider in Fetching; the vocabulary of definitions stands here, because Settings and Fetching do not know each
/// other.
package struct ProviderDefinition: Sendable {
    /// The key of a source that names the provider, with what it takes.
    package let key: ProviderKey
    /// The keys whose values the id of a source is made of; with none it is made of the source's address.
    package let namedBy: [String]
    package let namesPublishers: Bool

    package var name: String { key.name }

    /// A provider that takes several keys, one of them an address or a base, of which the `example` shows a few. The
    /// `otherNames` are what people write instead of its name; `check` says what is wrong with keys that are sound each
    /// by itself.
    package init(
        _ name: String, _ meaning: String, otherNames: [String] = [], example: String, namedBy: [String] = [],
        namesPublishers: Bool = false, keys: [ProviderKey],
        check: @escaping @Sendable (GivenKeys) -> [KeyMistake] = { _ in [] }
    ) {
        let group = KeyGroup(example: example, keys, check: check)
        key = ProviderKey(name, .mapping(group), meaning, otherNames: otherNames)
        self.namedBy = namedBy
        self.namesPublishers = namesPublishers
    }

    /// A provider that takes an address and nothing else.
    package init(_ name: String, _ meaning: String, otherNames: [String] = [], addressSuchAs example: String) {
        key = ProviderKey(name, .address(example), meaning, otherNames: otherNames)
        namedBy = []
        namesPublishers = false
    }

    /// The provider with these values, and with the defaults of the keys that have none.
    package func provider(
        _ values: [String: String], key secret: Secret? = nil, keyVariable: String? = nil
    ) -> Provider {
        let keys = if case .mapping(let group) = key.kind { group.keys } else { [key] }
        let defaults = keys.compactMap { key in key.standard.map { (key.name, $0) } }
        let all = Dictionary(uniqueKeysWithValues: defaults).merging(values) { _, given in given }
        let address = keys.first(where: \.isAddress).flatMap { all[$0.name] }
        return Provider(
            name: name, address: address ?? "", namesPublishers: namesPublishers, values: all, key: secret,
            keyVariable: keyVariable)
    }
}

/// One key of a provider: what it takes, what it means, and what it is where the file does not say.
package struct ProviderKey: Sendable {
    package let name: String
    package let kind: Kind
    /// What it is for, in a sentence or a few: for the JSON Schema, which editors show beside the key, and the reference.
    package let meaning: String
    /// The default as the file would write it; `nil` where there is none.
    package let standard: String?
    package let isRequired: Bool
    /// What people write instead, out of habit with other tools.
    package let otherNames: [String]

    /// What a key takes. Texts such as "words such as climate AND sea" end the sentence "`q` is …".
    package indirect enum Kind: Sendable {
        /// A line of text.
        case text(String)
        case number(ClosedRange<Int>)
        case word(of: [String])
        /// A text that a regular expression describes, one that JavaScript knows as well.
        case pattern(String, String)
        /// A language tag (BCP 47).
        case language
        /// An address that is asked as it is, of which this is an example.
        case address(String)
        /// An address that paths are appended to, of which this is an example.
        case base(String)
        /// A key or password, never quoted.
        case secret(String)
        /// A text in which the function finds what is wrong, said without repeating it; `nil` where it is sound.
        case checked(String, @Sendable (String) -> String?)
        /// Several values, which the provider gets with commas between them.
        case list(String, of: Kind)
        case mapping(KeyGroup)

        /// A day, or a moment with its offset, in ISO 8601.
        package static let date = Kind.pattern(
            "a date such as 2026-11-22",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$")
    }

    package init(
        _ name: String, _ kind: Kind, _ meaning: String, standard: String? = nil, isRequired: Bool = false,
        otherNames: [String] = []
    ) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.standard = standard
        self.isRequired = isRequired
        self.otherNames = otherNames
    }

    /// `base`, the address of an API, which only tests and proxies change.
    package static func base(_ address: String) -> ProviderKey {
        ProviderKey("base", .base(address), "Where the API is asked.", standard: address, otherNames: ["url"])
    }

    /// `key`, which an API knows its users by.
    package static func apiKey(variable: String) -> ProviderKey {
        ProviderKey(
            "key", .secret("an API key such as ${\(variable)}"), "The API key.", isRequired: true,
            otherNames: ["api-key", "token"])
    }

    fileprivate var isAddress: Bool {
        switch kind {
        case .address, .base: true
        case .text, .number, .word, .pattern, .language, .secret, .checked, .list, .mapping: false
        }
    }
}

/// The keys of a mapping, and the rules between them.
package struct KeyGroup: Sendable {
    /// A few of its keys, as one would write them.
    package let example: String
    package let keys: [ProviderKey]
    /// What is wrong with keys that are sound each by itself.
    package let check: @Sendable (GivenKeys) -> [KeyMistake]

    package init(
        example: String, _ keys: [ProviderKey], check: @escaping @Sendable (GivenKeys) -> [KeyMistake] = { _ in [] }
    ) {
        self.example = example
        self.keys = keys
        self.check = check
    }
}

/// The keys that stand in a mapping of the file, for rules between them.
package struct GivenKeys: Sendable {
    private let names: Set<String>
    private let misspelt: Set<String>
    private let values: [String: String]

    /// The names and the readable values of the keys that stand there. By the `misspelt` ones unknown keys were
    /// probably meant, which were reported already.
    package init(names: Set<String>, misspelt: Set<String>, values: [String: String]) {
        self.names = names
        self.misspelt = misspelt
        self.values = values
    }

    package func has(_ name: String) -> Bool { names.contains(name) }

    package func hasOrMisspells(_ name: String) -> Bool { has(name) || misspelt.contains(name) }

    /// The value of a key, or the default where it does not stand there; `nil` where it cannot be read.
    package func value(_ name: String, default standard: String) -> String? {
        has(name) ? values[name] : standard
    }
}

/// A mistake between keys of one mapping.
package struct KeyMistake: Sendable {
    /// The key at which it is reported; `nil` for the mapping as a whole.
    package let key: String?
    /// One sentence without a full stop, which names the keys as the file does.
    package let message: String

    package init(_ message: String, at key: String? = nil) {
        self.key = key
        self.message = message
    }
}
