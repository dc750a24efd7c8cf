/// The provider of one source: the name of its definition, and the checked values of its keys.
///
/// Values are kept as text, spelled as the API spells them; addresses are absolute `http` or `https` URLs, without a
/// trailing slash in `base`. Where one leads is judged when it is asked.
package struct Provider: Sendable, Hashable {
    /// The word for it in the configuration and in the health report.
    package let name: String
    /// The address to show for it: never one with a key in it.
    package let address: String
    /// Whether its API says of each item who published it.
    package let namesPublishers: Bool
    /// By the names of their keys, defaults included. Those of a mapping inside are named as in `fields.title`.
    package let values: [String: String]
    /// What the API knows the user by.
    package let key: Secret?
    /// The environment variable that the key came from, for advice; `nil` where it stands in the file.
    package let keyVariable: String?

    init(
        name: String, address: String, namesPublishers: Bool = false, values: [String: String], key: Secret? = nil,
        keyVariable: String? = nil
    ) {
        self.name = name
        self.address = address
        self.namesPublishers = namesPublishers
        self.values = values
        self.key = key
        self.keyVariable = keyVariable
    }

    /// RSS, Atom or JSON Feed at an address: the provider that lists of feeds know too.
    package static func feed(url: String) -> Provider {
        Provider(name: "feed", address: url, values: ["feed": url])
    }

    /// The value of a key; empty where it has none.
    package subscript(key: String) -> String { values[key] ?? "" }

    /// The value of a key that takes a whole number; 0 where it has none.
    package func number(_ key: String) -> Int { Int(self[key]) ?? 0 }

    /// The values of a mapping inside, by the names of its own keys.
    package func values(inside mapping: String) -> [String: String] {
        let prefix = mapping + "."
        let inside = values.filter { $0.key.hasPrefix(prefix) }
        return Dictionary(uniqueKeysWithValues: inside.map { (String($0.key.dropFirst(prefix.count)), $0.value) })
    }
}
