/// Which hosts redirect, and where their addresses show the target.
enum RedirectTables {
    struct Redirect: Sendable {
        /// The host, which may have further labels before it.
        var host: String
        /// What the path begins with.
        var path: String
        /// The parameters that may hold the target.
        var parameters: [String]

        func covers(host other: String, path otherPath: String) -> Bool {
            (other == host || other.hasSuffix("." + host)) && otherPath.hasPrefix(path)
        }
    }

    static let redirects = [
        Redirect(host: "google.com", path: "/url", parameters: ["url", "q"]),
        Redirect(host: "news.google.com", path: "/news/url", parameters: ["url"]),
        Redirect(host: "news.url.google.com", path: "/", parameters: ["url"]),
        Redirect(host: "bing.com", path: "/news/apiclick.aspx", parameters: ["url"]),
        Redirect(host: "facebook.com", path: "/l.php", parameters: ["u"]),
        Redirect(host: "instagram.com", path: "/", parameters: ["u"]),
        Redirect(host: "out.reddit.com", path: "/", parameters: ["url"]),
        Redirect(host: "t.umblr.com", path: "/redirect", parameters: ["z"]),
        Redirect(host: "slack-redir.net", path: "/link", parameters: ["url"]),
        Redirect(host: "youtube.com", path: "/redirect", parameters: ["q"]),
        Redirect(host: "vk.com", path: "/away.php", parameters: ["to"]),
        Redirect(host: "duckduckgo.com", path: "/l/", parameters: ["uddg"]),
        Redirect(host: "getpocket.com", path: "/redirect", parameters: ["url"]),
        Redirect(host: "safelinks.protection.outlook.com", path: "/", parameters: ["url"]),
    ]

    /// Kinds of documents in an AMP cache: page, viewer page, and their iframes.
    static let ampCacheKinds: Set<String> = ["c", "v", "wp", "mc"]

    static func isAMPCache(_ host: String) -> Bool {
        host == "cdn.ampproject.org" || host.hasSuffix(".cdn.ampproject.org") || host.hasSuffix(".bing-amp.com")
    }

    /// `google.com`, `www.google.co.uk`, `www.bing.com`.
    static func isAMPViewer(_ host: String) -> Bool {
        let labels = host.split(separator: ".")
        let name = labels.first == "www" ? labels.dropFirst() : labels[...]
        return name.first == "google" && name.count <= 3 || name.joined(separator: ".") == "bing.com"
    }
}
