import Crypto
import WebText

/// The project that a site belongs to, as its manifest tells.
package struct SiteOwner: Sendable, Hashable {
    package let id: String
    /// What else the project is known by where its state was lost: hashes of its title, its address and its sources' ids,
    /// each behind the word for what it is.
    let traits: [String]
    /// What the ids in the feeds of its site are made of; `nil` where that is not known.
    package var identifierBase: String?

    /// - Parameters:
    ///   - id: What the state of the project remembers.
    ///   - title: That of the site.
    ///   - url: Where it is published.
    ///   - sources: The ids of what it asks.
    package init(id: String, title: String, url: String?, sources: some Sequence<String>) {
        let named = [Self.trait(.title, title)] + (url.map { [Self.trait(.url, $0)] } ?? [])
        self.init(id: id, traits: named + Set(sources).sorted().map { Self.trait(.source, $0) })
    }

    init(id: String, traits: [String]) {
        self.id = id
        self.traits = traits
    }

    /// Whether this may be the same project, without its state: it has the title or the address, and one of the sources.
    /// One of which nothing is known may be any.
    package func resembles(_ other: SiteOwner) -> Bool {
        guard !traits.isEmpty, !other.traits.isEmpty else { return true }
        let common = Set(traits).intersection(other.traits)
        return common.contains { !$0.hasPrefix(Trait.source.rawValue) }
            && common.contains { $0.hasPrefix(Trait.source.rawValue) }
    }

    private enum Trait: String {
        case title, url, source
    }

    private static func trait(_ kind: Trait, _ text: String) -> String {
        "\(kind.rawValue) \(Hex.text(SHA256.hash(data: Array(text.utf8)).prefix(4)))"
    }
}
