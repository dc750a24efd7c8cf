/// How addresses look that stand for another one and show it.
enum RedirectTables {
    /// First or last segments of a path, without their endings, that lead elsewhere: to what a parameter says.
    static let verbs: Set<String> = [
        "url", "redirect", "redirects", "redirector", "redir", "out", "outbound", "outgoing", "exit", "leave", "away",
        "goto", "click", "clickthrough", "clickthru", "apiclick", "jsredir", "linkfilter", "deeplink", "glogin",
        "login", "signin", "sign-in", "consent", "consents", "gdpr-consent", "cookie-consent", "cookieconsent",
        "cookiewall", "cookie-wall", "privacy-gate", "privacygate", "zustimmung", "tcf-consent", "safe-redirect",
    ]

    /// The parameters of such a path that may hold the target, in lower case, without what parts their words.
    static let parameters: Set<String> = [
        "url", "u", "q", "to", "z", "uri", "target", "targeturl", "dest", "desturl", "destination", "link", "href",
        "next", "nexturl", "continue", "continueurl", "goto", "redirect", "redirecturl", "redirecturi", "redirectto",
        "return", "returnurl", "returnto", "returnuri", "backurl", "callback", "callbackurl", "murl", "originalurl",
        "location", "rurl",
    ]

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
    static let redirects = [
        Redirect(host: "news.url.google.com", path: "/", parameters: ["url"]),
        Redirect(host: "consent.google.com", path: "/", parameters: ["continue"]),
        Redirect(host: "consent.youtube.com", path: "/", parameters: ["continue"]),
        Redirect(host: "translate.google.com", path: "/", parameters: ["u"]),
        Redirect(host: "facebook.com", path: "/l.php", parameters: ["u"]),
        Redirect(host: "instagram.com", path: "/", parameters: ["u"]),
        Redirect(host: "linkedin.com", path: "/safety/go", parameters: ["url"]),
        Redirect(host: "out.reddit.com", path: "/", parameters: ["url"]),
        Redirect(host: "slack-redir.net", path: "/link", parameters: ["url"]),
        Redirect(host: "duckduckgo.com", path: "/l/", parameters: ["uddg"]),
        Redirect(host: "safelinks.protection.outlook.com", path: "/", parameters: ["url"]),
        Redirect(host: "linkprotect.cudasvc.com", path: "/url", parameters: ["a"]),
        Redirect(host: "go.redirectingat.com", path: "/", parameters: ["url"]),
        Redirect(host: "go.skimresources.com", path: "/", parameters: ["url"]),
        Redirect(host: "redirect.viglink.com", path: "/", parameters: ["u"]),
        Redirect(host: "awin1.com", path: "/", parameters: ["ued", "p"]),
        Redirect(host: "shareasale.com", path: "/", parameters: ["urllink"]),
        Redirect(host: "exit.sc", path: "/", parameters: ["url"]),
    ]

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
