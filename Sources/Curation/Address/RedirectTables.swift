import WebText

/// How addresses look that stand for another one and show it.
enum RedirectTables {
    /// First or last segments of a path, without their endings, that lead elsewhere: to what a parameter says.
    static let verbs = Set(WordList.words(PackageResources.redirect_verbs_txt))

    /// The parameters of such a path that may hold the target, in lower case, without what parts their words.
    static let parameters = Set(WordList.words(PackageResources.redirect_parameters_txt))

    struct Redirect: Sendable {
        /// The host, which may have further labels before it.
        var host: String
        /// What the path begins with.
        var path: String
        /// The parameters that may hold the target.
        var parameters: Set<String>

        func covers(host other: String, path otherPath: String) -> Bool {
            (other == host || other.hasSuffix("." + host)) && otherPath.hasPrefix(path)
        }
    }

    /// Those whose paths do not say what they do.
    static let redirects = WordList.rows(PackageResources.redirects_txt).map {
        Redirect(host: $0[0], path: $0[1], parameters: Set($0.dropFirst(2)))
    }

    /// Hosts whose whole query is the target: `href.li/?https://…`.
    static let queryHosts: Set<String> = [
        "href.li", "anonym.to", "nullrefer.com", "nullrefer.net", "dereferer.me", "dereferer.org", "blankrefer.com",
    ]

    /// Kinds of documents in an AMP cache: page, viewer page, and their iframes.
    static let ampCacheKinds: Set<String> = ["c", "v", "wp", "mc"]

    /// The hosts of AMP caches, with further labels before them.
    static let ampCaches = ["cdn.ampproject.org", "bing-amp.com"]

    static func isAMPCache(_ host: String) -> Bool {
        ampCaches.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// The ends of hosts that show one video under several addresses.
    static let videoHosts = ["youtu.be", "youtube.com", "youtube-nocookie.com"]

    /// `google.com`, `www.google.co.uk`, `www.bing.com`.
    static func isAMPViewer(_ host: String) -> Bool {
        let labels = host.split(separator: ".")
        let name = labels.first == "www" ? labels.dropFirst() : labels[...]
        return name.first == "google" && name.count <= 3 || name.joined(separator: ".") == "bing.com"
    }
}
