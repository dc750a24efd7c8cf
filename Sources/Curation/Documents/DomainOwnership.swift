import Foundation
import NewsModel

/// The owners of domains: which source an address belongs to.
///
/// A source is at home on the domain of its configured address, on that of most of its stories over the nights, and on
/// that of the site which it says it belongs to. Of several that claim a domain the better claim holds, in this order;
/// what a feed says of itself counts only where no other source has a claim.
struct DomainOwnership: Sendable {
    /// Whose an address is, as seen from the source that gave it.
    enum Claim: Sendable, Hashable {
        case own
        /// Nobody's: its source names the publisher of each item.
        case named
        /// Nobody is at home there.
        case open
        /// Another source is at home there.
        case others
    }

    private let ownersByDomain: [String: Set<SourceID>]
    private let namesPublishers: Set<SourceID>

    /// Owners by the `sources` in the order of the configuration; tonight's `stories` count where nothing is known of a
    /// source from other nights.
    init(sources: [SourceTraits], stories: some Sequence<Story>) {
        namesPublishers = Set(sources.filter(\.home.namesPublishers).map(\.id))
        let tonight = Self.hosts(of: stories)
        var claims: [String: [(source: SourceID, strength: Strength)]] = [:]
        for (place, source) in sources.enumerated() where !source.home.namesPublishers {
            let home = HomeDomains(of: source.home)
            for (domain, claim) in Self.claims(of: source, at: home, tonight[source.id] ?? [:]) {
                let strength = Strength(claim.basis, of: source, at: home, on: domain, share: claim.share, place: place)
                claims[domain, default: []].append((source.id, strength))
            }
        }
        ownersByDomain = claims.mapValues { claims in
            guard let best = claims.max(by: { $0.strength < $1.strength }) else { return [] }
            let equals = claims.filter { $0.strength.isEqual(to: best.strength) }
            return Set(equals.map(\.source) + [best.source])
        }
    }

    /// The claim of a source on the address of a key, whose publisher is known already.
    func claim(of source: SourceID, onKey key: String, publisher: String) -> Claim {
        guard !namesPublishers.contains(source) else { return .named }
        guard let owners = ownersByDomain[Self.domain(ofKey: key, publisher: publisher)] else { return .open }
        return owners.contains(source) ? .own : .others
    }

    /// What stands for the owner of a host: its registrable domain, or all of it with its port where it has none.
    private static func domain(ofKey key: String, publisher: String) -> String {
        // A name that is no registrable domain's is an address of a machine, on which ports tell sites apart.
        publisher == CanonicalURL.host(ofKey: key) ? CanonicalURL.authority(ofKey: key) : publisher
    }

    private static func domain(ofKey key: String) -> String {
        domain(ofKey: key, publisher: CanonicalURL.publisher(ofKey: key))
    }

    // MARK: Claims

    /// What a claim on a domain rests on, the weakest first.
    private enum Basis: Int {
        case site, stories, address
    }

    /// The domain that a source is asked at, and that of the site which it says it belongs to.
    private struct HomeDomains {
        let asked: String?
        let site: String?

        init(of home: SourceHome) {
            asked = home.address.flatMap(DomainOwnership.domain(ofAddress:))
            site = home.site.flatMap(DomainOwnership.domain(ofAddress:))
        }
    }

    /// How good a claim is beside others on the same domain.
    private struct Strength {
        let basis: Basis
        /// Whether the user calls the source what the domain is called.
        let isNamedSo: Bool
        let since: Date
        let agrees: Bool
        let share: Double
        let place: Int
        /// The domain that the source is asked at.
        let asked: String?

        init(
            _ basis: Basis, of source: SourceTraits, at home: HomeDomains, on domain: String, share: Double, place: Int
        ) {
            self.basis = basis
            isNamedSo = Self.isNamed(source.id.rawValue, after: domain)
            self.share = share
            self.place = place
            asked = home.asked
            since = source.home.since ?? .distantFuture
            agrees = home.site == domain
        }

        private static func isNamed(_ id: String, after domain: String) -> Bool {
            let (name, label) = (id.lowercased().filter(\.isLetter), domain.prefix { $0 != "." }.filter(\.isLetter))
            let shorter = min(name.count, label.count)
            return shorter >= leastLetters && (name.contains(label) || label.contains(name))
        }

        private static let leastLetters = 4

        /// Several sources are at home where all of them are read from, and several that one site reads out where most of
        /// their stories stand.
        func isEqual(to other: Self) -> Bool {
            guard basis == other.basis else { return false }
            return basis == .address || basis == .stories && asked != nil && asked == other.asked
        }

        static func < (one: Self, other: Self) -> Bool {
            guard one.basis == other.basis else { return one.basis.rawValue < other.basis.rawValue }
            guard one.basis != .address else { return false }
            guard one.isNamedSo == other.isNamedSo else { return other.isNamedSo }
            guard one.since == other.since else { return one.since > other.since }
            guard one.agrees == other.agrees else { return other.agrees }
            guard one.share == other.share else { return one.share < other.share }
            return one.place > other.place
        }
    }

    /// The domains that a source claims, with which part of its stories stands there where that is why.
    private static func claims(
        of source: SourceTraits, at home: HomeDomains, _ tonight: [String: Int]
    ) -> [String: (basis: Basis, share: Double)] {
        var claims: [String: (basis: Basis, share: Double)] = [:]
        if let site = home.site { claims[site] = (.site, 0) }
        let hosts = source.home.hosts.isEmpty ? tonight : source.home.hosts
        if let usual = mostOf(hosts) { claims[usual.domain] = (.stories, usual.share) }
        if let asked = home.asked { claims[asked] = (.address, 0) }
        return claims
    }

    /// The domain of more than half of the stories. Those on hosts that were not kept have no name.
    private static func mostOf(_ hosts: [String: Int]) -> (domain: String, share: Double)? {
        var domains: [String: Int] = [:]
        for (host, count) in hosts where !host.isEmpty { domains[domain(ofKey: host), default: 0] += count }
        let all = hosts.values.reduce(0, +)
        return domains.first { $0.value * 2 > all }.map { ($0.key, Double($0.value) / Double(all)) }
    }

    private static func domain(ofAddress address: String) -> String? {
        CanonicalURL.key(of: address).map { domain(ofKey: $0) }
    }

    private static func hosts(of stories: some Sequence<Story>) -> [SourceID: [String: Int]] {
        var hosts: [SourceID: [String: Int]] = [:]
        for story in stories where !story.hasOwnKey {
            hosts[story.source, default: [:]][CanonicalURL.authority(ofKey: story.key), default: 0] += 1
        }
        return hosts
    }
}
