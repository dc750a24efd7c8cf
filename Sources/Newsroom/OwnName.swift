import NewsModel
import WebText

/// What an item is called by its id where it has no address of its own.
enum OwnName {
    /// The id, or a hash in its place where it is or holds an address that is none for readers: the name is published.
    static func of(_ id: String) -> String {
        guard looksLikeAddress(id) else { return id }
        return FollowedAddress.of(id) == id && HostReach.publicOnly.allows(id) ? id : hash(id)
    }

    private static func looksLikeAddress(_ id: String) -> Bool {
        let beginning = id.trimmed.prefix(8).lowercased()
        return ["http:", "https:", "//"].contains(where: beginning.hasPrefix) || id.contains("://") || id.contains("\\")
    }

    /// Tells apart what one source calls its items (FNV-1a), and says nothing of it.
    private static func hash(_ id: String) -> String {
        String(FNV1a.hash64(id.utf8), radix: 16)
    }
}
