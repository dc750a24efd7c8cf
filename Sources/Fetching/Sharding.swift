import HeapModule
package import NewsModel
import WebText

/// Shares sources out over machines that know nothing of each other.
///
/// All sources of one registrable domain are asked by one of them, so that politeness to a host stays in one place. The
/// shares take about as long as each other, by what was remembered; they depend on the configuration and on that alone.
package enum Sharding {
    /// The sources of one shard, in the order of the list.
    package static func part(
        _ shard: RecordDescription.Shard, of sources: [Source], _ memories: [SourceID: SourceMemory]
    ) -> [Source] {
        var domains: [String: Int] = [:]
        let names = sources.map { domain(of: $0) }
        for (source, name) in zip(sources, names) { domains[name, default: 0] += weight(of: memories[source.id]) }
        let shares = shares(of: domains, count: shard.count)
        return zip(sources, names).filter { shares[$0.1] == shard.number - 1 }.map(\.0)
    }

    /// The longest first, each to whoever has the least so far.
    private static func shares(of domains: [String: Int], count: Int) -> [String: Int] {
        var loads = Heap((0..<count).map { ShardLoad(number: $0) })
        var shares: [String: Int] = [:]
        let order = domains.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (domain, weight) in order {
            guard var lightest = loads.min else { break }
            shares[domain] = lightest.number
            lightest.load += weight
            loads.replaceMin(with: lightest)
        }
        return shares
    }

    /// Whose politeness it is to be: a registrable domain, or a host that has none.
    private static func domain(of source: Source) -> String {
        let host = HTTPFetcher.host(of: source.provider.address)
        return PublicSuffix.registrableDomain(of: host) ?? host
    }

    /// About as many milliseconds as it will take, and what its entries cost.
    private static func weight(of memory: SourceMemory?) -> Int {
        guard let memory else { return unknownWeight }
        let elapsed = memory.history.last { $0.outcome != .skipped }?.elapsedMilliseconds ?? unknownWeight
        return leastWeight + min(max(elapsed, 0), mostWeight) + min(max(memory.lastItems, 0), mostWeight)
    }

    private static let unknownWeight = 500
    private static let leastWeight = 50
    private static let mostWeight = 30_000
}

/// What one shard has to do so far.
private struct ShardLoad: Comparable {
    var load = 0
    let number: Int

    /// Of two that are equal the first is taken.
    static func < (left: ShardLoad, right: ShardLoad) -> Bool {
        (left.load, left.number) < (right.load, right.number)
    }
}
