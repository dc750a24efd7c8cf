internal import Crypto
internal import Foundation
internal import NewsModel

extension SiteContext {
    /// The page for an address where nothing is.
    ///
    /// It is served in place of any path, so its links are absolute where the site knows its address; where it does
    /// not, they are right at the root alone. Its one style sheet is named by hash in the policy.
    func notFoundView(_ templates: TemplateSet) -> NotFoundView {
        let css = String(decoding: templates.file("not-found.css") ?? [], as: UTF8.self)
        let style = RawText.css(css)
        let hash = Data(SHA256.hash(data: Array(style.text.utf8))).base64EncodedString()
        let title = words["not-found.title"]
        var page = frame(path: "404.html", title: title, description: title)
        page.policy = "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
        let root = site.url ?? ""
        return NotFoundView(
            page: .init(page), words: words.forTemplates, style: style, home: root + "index.html",
            archive: root + Self.archivePath)
    }

    /// What robots may read. `Sitemap` wants an absolute address.
    var robots: String {
        guard site.isIndexed else { return "User-agent: *\nDisallow: /\n" }
        return "User-agent: *\nAllow: /\n" + (site.url.map { "Sitemap: \($0)\(SiteMap.path)\n" } ?? "")
    }
}
