import Crypto
import Foundation
import NewsModel

/// The page for an address where nothing is. It is served from anywhere, so it carries its style.
struct NotFoundView: TemplateView {
    var page: PageFrame
    var style: RawText

    static let fields: ViewFields<NotFoundView> = [
        "page": .view { $0.page },
        "style": .raw { $0.style },
    ]
}

extension SiteContext {
    /// The page for an address where nothing is.
    ///
    /// It is served in place of any path, so its links are absolute where the site knows its address; where it does
    /// not, they are right at the root alone. Its one style sheet is named by hash in the policy.
    func notFoundView() -> NotFoundView {
        let style = RawText.css(templates.text("not-found.css"))
        let hash = Data(SHA256.hash(data: Array(style.text.utf8))).base64EncodedString()
        let title = words["not-found.title"]
        var page = frame(path: SitePaths.notFound, title: title, description: title)
        page.policy = "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
        page.root = site.url ?? ""
        return NotFoundView(page: page, style: style)
    }
}
