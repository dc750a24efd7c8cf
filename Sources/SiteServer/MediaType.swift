/// The media type of a file, by the end of its name.
enum MediaType {
    private static let types = [
        "avif": "image/avif", "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8",
        "epub": "application/epub+zip",
        "gif": "image/gif", "htm": "text/html; charset=utf-8", "html": "text/html; charset=utf-8",
        "ico": "image/vnd.microsoft.icon", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8", "json": "application/json", "md": "text/markdown; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "opml": "text/x-opml; charset=utf-8", "pdf": "application/pdf",
        "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
        "webmanifest": "application/manifest+json", "webp": "image/webp", "woff2": "font/woff2",
        "xml": "application/xml", "xsl": "application/xslt+xml",
    ]

    static func of(_ name: String) -> String {
        if name == "atom.xml" || name == "digest.xml" || name == "health.xml" { return "application/atom+xml" }
        if name == "feed.json" { return "application/feed+json" }
        let end = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
        return end.flatMap { types[$0.lowercased()] } ?? "application/octet-stream"
    }
}
