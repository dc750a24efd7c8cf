import WebText

/// Parameters that say how a reader came to a page, and nothing about which page it is.
///
/// Add a name to `Words` when a source shows it. A name that some site uses for its articles (`id`, `p`, `v`,
/// `page`, `cid`, `sid`, `mod`) must not stand among the names, but may among the values or for one site. All in lower
/// case.
enum TrackingTables {
    /// By the beginning of the name, for each first byte.
    static let prefixesByFirstByte = Dictionary(grouping: WordList.words(PackageResources.tracking_prefixes_txt)) {
        $0.utf8.first ?? 0
    }

    /// By the whole name.
    static let names = Set(WordList.words(PackageResources.tracking_names_txt))

    /// By the value: these names mean something else elsewhere.
    static let valuesByName: [String: Set<String>] = [
        "ref": senders, "source": senders, "src": senders, "from": senders, "cid": senders, "refid": senders,
        "share": senders, "print": flags, "printable": flags, "printerfriendly": flags, "singlepage": flags,
        "showall": flags, "desktop": flags, "fullsite": flags, "medium": senders, "origin": senders, "channel": senders,
        "ref1": senders, "entry": senders,
        "mod": senders, "af": ["r"],
        "rss": ["1", "yes", "true", ""], "feed": ["rss", "rss2", "atom"], "m": ["0", "1"],
        "output": formValues, "view": formValues, "platform": formValues, "format": formValues, "device": formValues,
        "type": formValues, "template": formValues, "layout": formValues, "mode": formValues, "version": formValues,
        "service": formValues, "theme": formValues, "render": formValues, "tpl": formValues, "page": ["all"],
        "pagewanted": ["all", "print"], "tid": ["ss_tw", "ss_fb", "ss_mail"], "social": ["1", "true"],
        // What Springer Nature's sites add where a reader takes no cookie.
        "error": ["cookies_not_supported"],
    ]

    /// Names that may hold the site that a reader came from.
    static let referrerNames: Set<String> = [
        "ref", "refer", "referral", "referred_by", "source", "src", "from", "origin", "via", "site_ref", "refsrc",
        "rel",
    ]

    /// Names under which a page may be named by any words, such as a title or what was looked for.
    static let contentNames: Set<String> = [
        "q", "query", "s", "search", "tag", "topic", "title", "t", "id", "p", "name", "slug", "post", "story",
        "article",
        "path", "page", "url", "u", "v", "category", "cat", "file", "document",
    ]

    /// How a value calls a feed.
    static let feedMarks: Set<String> = ["rss", "rdf", "rss2", "rssfeed", "atom", "feed", "feeds", "xmlrss"]

    /// Endings of files, which no site has.
    static let fileEndings: Set<String> = [
        "html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "xml", "json", "txt", "pdf", "js", "css", "png", "jpg",
        "jpeg", "gif", "webp", "yml", "yaml", "swift", "java",
    ]

    private static let flags: Set<String> = ["", "1", "0", "true", "false", "yes", "no", "y", "n", "on", "off"]

    private static let formValues: Set<String> = ["amp", "amphtml", "mobile", "print", "desktop", "singlepage"]

    /// Who sends readers.
    static let senders = Set(WordList.words(PackageResources.senders_txt))

    /// Names under which old software carries a session, recognised by a value of many hexadecimal digits.
    static let sessionNames: Set<String> = ["s", "sid", "session", "sess"]

    /// A parameter of a single site: a name, with a value where only that says nothing.
    struct SiteParameter: Sendable {
        let name: String
        /// `nil` for any.
        let value: String?
        /// Whether it is only how the value ends.
        let isEnding: Bool

        init(_ text: String) {
            let parts = text.split(separator: "=", maxSplits: 1)
            name = parts.first.map(String.init) ?? ""
            isEnding = parts.last?.hasPrefix("*") == true
            value = parts.count > 1 ? String(parts[1].drop { $0 == "*" }) : nil
        }

        func covers(_ value: String) -> Bool {
            guard let own = self.value else { return true }
            return isEnding ? value.hasSuffix(own) : value == own
        }
    }

    /// What a single site's addresses carry besides, by registrable domain or host.
    static let parametersBySite = Dictionary(
        uniqueKeysWithValues: WordList.rows(PackageResources.tracking_names_by_site_txt).map {
            ($0[0], $0.dropFirst().map(SiteParameter.init))
        })
}
