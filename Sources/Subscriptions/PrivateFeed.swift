import NewsModel
import WebText

/// Recognises feeds that are for one reader, and whose address is the key to them.
package enum PrivateFeed {
    /// Whether an address holds something like a key, or is of a kind that a service gives to each reader alone.
    package static func isLikely(_ address: String) -> Bool {
        let parts = URIReference(address)
        guard let authority = parts.authority else { return false }
        let host = URIReference.Authority(authority).host.lowercased()
        let domain = PublicSuffix.registrableDomain(of: host) ?? host
        let path = String(parts.path)
        if URIReference.Authority(authority).userinfo != nil { return true }
        if AddressSecrets.areIn(parts) { return true }
        switch domain {
        case "reddit.com": return parts.query?.contains("feed=") == true
        case "substack.com": return path.contains("/feed/podcast/") && path.contains("/private")
        case "patreon.com": return path.hasPrefix("/rss/") && parts.query?.contains("auth=") == true
        case "github.com": return path.hasSuffix(".private.atom") || parts.query?.contains("token=") == true
        case "supportingcast.fm", "supercast.com", "memberful.com": return path.split(separator: "/").count > 1
        default: return false
        }
    }
}
