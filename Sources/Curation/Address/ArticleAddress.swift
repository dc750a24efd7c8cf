import WebText

/// The parts of an address that may name an article.
struct ArticleAddress {
    let host: String
    /// `nil` for the default of the scheme.
    let port: Substring?
    /// The segments of the path, escaped in one way only. A trailing slash leaves an empty last segment.
    let path: [String]
    let query: Substring?
    /// A fragment that is no place on the page but a path for its script: what stands behind `#!`, or behind `#/` on a
    /// site's root.
    let route: Substring?

    init(_ address: WebAddress) {
        let parts = address.reference
        let authority = URIReference.Authority(parts.authority ?? "")
        host = String(authority.host)
        port = authority.port
        let segments = parts.path.split(separator: "/", omittingEmptySubsequences: false)
        path =
            segments.isEmpty
            ? [""] : segments.dropFirst(segments.count > 1 ? 1 : 0).map { PercentEncoding.normalised($0) }
        query = parts.query
        route = parts.fragment.flatMap { [path] fragment in
            let isOnRoot = path.allSatisfy(\.isEmpty)
            return fragment.hasPrefix("!") || isOnRoot && fragment.hasPrefix("/") ? fragment : nil
        }
    }
}
