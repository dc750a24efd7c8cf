import NewsModel
import Subscriptions
import WebText

extension Settings {
    /// What of a sound configuration does not do what it seems to: each with its place, in the order of the file, named
    /// `file`. None of it keeps a run from being made.
    package func advice(file: String) -> [Diagnostic] {
        let all = repeatedFeeds + privateHosts + [tooFewSources, hubWithoutAddress, privateLooking].compactMap { $0 }
        return all.map { Diagnostic(file: file, line: $0.line, column: $0.line > 0 ? 1 : 0, message: $0.message) }
            .sorted()
    }

    private typealias Advice = (line: Int, message: String)

    /// Feeds that are given twice, perhaps in other spellings, unless each looks for something of its own.
    private var repeatedFeeds: [Advice] {
        var first: [String: Source] = [:]
        return feeds.compactMap { source in
            let key = MendedAddress.key(of: source.provider["feed"])
            guard let earlier = first[key] else {
                first[key] = source
                return nil
            }
            guard earlier.only == source.only, earlier.skip == source.skip else { return nil }
            return (
                source.line ?? 0,
                "the feed of `\(source.id)` is that of `\(earlier.id)` on line \(earlier.line ?? 0) as well; keep one"
            )
        }
    }

    private var feeds: [Source] { sources.filter { $0.provider.name == "feed" } }

    private var tooFewSources: Advice? {
        let asked = sources.count { !$0.isPaused }
        guard asked > 0 || !lists.isEmpty || sources.isEmpty else {
            return (0, "all sources are paused: nothing new would ever come in")
        }
        guard lists.isEmpty, publishGuard.minimumSources > asked else { return nil }
        return (
            0,
            "`publish-guard.min-sources` is \(publishGuard.minimumSources), but only "
                + (asked == 1 ? "1 source is asked" : "\(asked) sources are asked")
                + ": no edition would ever be published; lower it"
        )
    }

    private var hubWithoutAddress: Advice? {
        guard site.url == nil, notify.contains(where: { if case .webSub = $0 { true } else { false } }) else {
            return nil
        }
        return (0, "a hub can't be told of a site without `url`; say where it will be published")
    }

    /// Sources on this machine or its network, which are refused unless the configuration allows them.
    private var privateHosts: [Advice] {
        guard !network.allowsPrivate else { return [] }
        return sources.compactMap { source in
            let address = source.provider.values["base"] ?? source.provider.address
            guard let host = WebAddress(address).flatMap({ HostName($0.host) }), PrivateHost.contains(host) else {
                return nil
            }
            return (
                source.line ?? 0,
                "`\(source.id)` is on a private network, and will be refused; `network: {allow-private: true}` allows it"
            )
        }
    }

    private var privateLooking: Advice? {
        let found = feeds.filter { !$0.isPrivate && PrivateFeed.isLikely($0.provider["feed"]) }
        guard let first = found.first else { return nil }
        let names = found.prefix(8).map { "`\($0.id)`" }.joined(separator: ", ") + (found.count > 8 ? ", …" : "")
        return (
            first.line ?? 0,
            "\(names) \(found.count == 1 ? "looks" : "look") private: with `private: true` nothing of the address is "
                + "published"
        )
    }
}
