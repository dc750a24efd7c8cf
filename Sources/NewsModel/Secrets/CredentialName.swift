/// The names of headers, parameters and variables that tell a credential from an ordinary value.
package enum CredentialName {
    /// Whether a header, parameter, variable or path segment of this name holds a credential: `Authorization`,
    /// `X-Api-Key`, `access_token`, …
    package static func isOne(_ name: some StringProtocol) -> Bool {
        let plain = name.utf8.lazy.map { $0 | 0x20 }.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        let word = String(decoding: Array(plain), as: UTF8.self)
        return words.contains(word) || endings.contains { word.hasSuffix($0) } || parts.contains { word.contains($0) }
    }

    /// Whether a text holds a word that says what it is: `my-secret-feed-0f3`.
    static func isHeld(in text: String) -> Bool {
        let text = text.lowercased()
        return ["secret", "token", "apikey", "api-key", "api_key", "passw"].contains { text.contains($0) }
    }

    private static let parts = [
        "auth", "token", "secret", "passw", "passphrase", "apikey", "cookie", "session", "signature", "credential",
        "bearer", "jwt", "hmac",
    ]
    private static let endings = ["key", "sig", "pass", "pwd", "hash"]
    private static let words: Set<String> = [
        "key", "sig", "sign", "pass", "pwd", "pw", "sid", "code", "ticket", "otp", "pin", "nonce", "hash", "access",
        "private", "k", "t", "tok", "sess", "policy", "hdnea", "hdnts", "uuid", "guid", "license", "licence",
    ]
}

/// Parameters of the query that say which list of a site is meant, and nothing of who asks.
enum HarmlessParameter {
    static func isOne(_ name: some StringProtocol) -> Bool {
        names.contains(name.lowercased().replacing("-", with: "_"))
    }

    /// Whether a value is an id by which a site calls what everybody may see, however random it looks.
    static func isPublicID(_ name: some StringProtocol, _ value: some StringProtocol) -> Bool {
        guard value.utf8.count <= 48 else { return false }
        return switch name.lowercased() {
        case "channel_id": value.hasPrefix("UC")
        case "playlist_id": ["PL", "UU", "FL", "OL", "LL"].contains { value.hasPrefix($0) }
        default: false
        }
    }

    private static let names: Set<String> = [
        // Whose list.
        "channel_id", "channel", "playlist_id", "playlist", "user", "username", "author", "author_id", "blog", "site",
        "id", "ids", "forum", "f", "board", "group", "list", "show", "podcast", "repo", "project", "account",
        "query_id",
        // What of it.
        "tag", "tags", "tagged", "category", "categories", "cat", "section", "sections", "topic", "topics", "term", "q",
        "query", "search", "s", "filter", "keyword", "keywords", "subject", "label", "source", "sources", "p", "n",
        "num", "page", "paged", "limit", "count", "per_page", "pagesize", "page_size", "max", "offset", "start", "sort",
        "order", "orderby", "order_by", "sort_by", "since", "from", "from_date", "to", "date", "year", "month",
        "window",
        "country", "region", "location", "edition", "lang", "language", "locale", "hl", "gl", "ceid", "tz",
        // In which form.
        "feed", "rss", "atom", "format", "type", "output", "alt", "view", "mode", "action", "option", "task", "do",
        "version", "v", "ver", "withoutcomments", "fields", "show_fields", "show_tags", "include", "full", "content",
        "domains", "tab", "mod", "utm_source", "utm_medium", "utm_campaign",
    ]
}
