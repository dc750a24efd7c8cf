import NewsModel
import WebText

/// Hosts under which many people publish side by side, so that two pages of one host may be of two sites.
enum SharedHosts {
    /// Whose the pages of a shared host are.
    private enum Owner: Sendable {
        /// So many segments of the path name the owner.
        case segments(Int)
        /// The address does not tell: who gave it does.
        case source
        /// Each page is somebody else's.
        case page
    }

    /// The site that the page of a key belongs to, as its `source` gave it: the host, with what names the owner where many
    /// share it. `nil` where the page stands for itself, as in a forum.
    static func site(ofKey key: String, source: SourceID) -> String? {
        let host = CanonicalURL.host(ofKey: key)
        guard !host.isEmpty else { return source.rawValue }
        let path = CanonicalURL.path(ofKey: key)
        guard let owner = owner(byPath: path) ?? ownersByHost[host] ?? ownersByHost[Self.wildcard(host)] else {
            return host
        }
        switch owner {
        // A lone segment is a page: medium.com/title-4f1a, facebook.com/permalink.php.
        case .segments(let count) where path.count >= max(2, count):
            return "\(host)/\(path.prefix(count).joined(separator: "/"))"
        case .segments, .source: return "\(host) \(source)"
        case .page: return nil
        }
    }

    private static let ownersByHost = Dictionary(
        uniqueKeysWithValues: WordList.rows(PackageResources.shared_hosts_txt).map { row in
            (row[0], Int(row[1]).map(Owner.segments) ?? (row[1] == "page" ? .page : .source))
        })

    private static func wildcard(_ host: String) -> String {
        "*." + host.drop { $0 != "." }.dropFirst()
    }

    /// The owner by what software the path shows, wherever that runs.
    private static func owner(byPath path: [Substring]) -> Owner? {
        guard path.count > 1, let last = path.last else { return nil }
        // Mastodon, Medium, homes on shared machines: /@who/1, /~who/notes.html
        if path[0].hasPrefix("@") || path[0].hasPrefix("~") { return .segments(1) }
        // GitLab: /group/project/-/releases/v1
        if let mark = path.firstIndex(of: "-"), mark > 1 { return .segments(mark) }
        // Gitea, Forgejo, Gogs: /owner/project/releases/tag/v1
        if path.count > 3, forgePages.contains(path[2]) { return .segments(2) }
        // Discourse: /t/title/7; Lemmy: /post/7; XenForo: /threads/title.7
        if path[0] == "t" || path[0] == "post", last.utf8.allSatisfy({ (48...57).contains($0) }) { return .page }
        return path[0] == "threads" ? .page : nil
    }

    private static let forgePages: Set<Substring> = [
        "releases", "commit", "commits", "issues", "pull", "pulls", "src", "tags", "wiki", "discussions",
    ]
}
