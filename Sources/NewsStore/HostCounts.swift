import NewsModel

/// How many stories of a source stood on each host, over the nights; those on hosts that are not kept stand under an
/// empty name.
enum HostCounts {
    /// A source that links everywhere is at home nowhere.
    private static let mostHosts = 16
    /// With more than this all counts are halved, so that a source that has moved is at home in its new place in time.
    private static let mostCounted = 2000

    /// Adds the hosts of new stories, with their ports.
    ///
    /// - Parameters:
    ///   - keys: the identities of the stories' addresses.
    ///   - source: whose they are; what has no address is left out.
    ///   - counts: what was counted so far.
    static func count(_ keys: [String], of source: SourceID, in counts: inout [String: Int]) {
        guard !keys.isEmpty else { return }
        for key in keys where !Story.isOwnKey(key, of: source) {
            counts[String(Substring(key.utf8.prefix { $0 != UInt8(ascii: "/") })), default: 0] += 1
        }
        if counts.values.reduce(0, +) > mostCounted { counts = counts.mapValues { $0 / 2 }.filter { $0.value > 0 } }
        let others = counts.removeValue(forKey: "") ?? 0
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        counts = Dictionary(uniqueKeysWithValues: ranked.prefix(mostHosts).map { ($0.key, $0.value) })
        let left = ranked.dropFirst(mostHosts).reduce(others) { $0 + $1.value }
        if left > 0 { counts[""] = left }
    }

    static func joined(_ counts: [String: Int]) -> String? {
        guard !counts.isEmpty else { return nil }
        return TextList.joined(counts.sorted { $0.key < $1.key }.flatMap { [$0.key, "\($0.value)"] })
    }

    static func counts(_ list: String?) -> [String: Int] {
        let texts = TextList.texts(list)
        let pairs = stride(from: 0, to: texts.count - 1, by: 2).map { (texts[$0], Int(texts[$0 + 1]) ?? 0) }
        return Dictionary(pairs) { first, _ in first }
    }
}
