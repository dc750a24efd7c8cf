internal import Foundation
internal import NewsModel

extension SiteContext {
    /// The frame of a page.
    ///
    /// - Parameters:
    ///   - path: Where it stands below the site's root.
    ///   - title: What it is; `nil` where the site's title says all.
    ///   - description: One sentence for who links to it.
    ///   - structured: Data about it for machines.
    /// - Returns: All that stands around the page's own matter.
    func frame(path: String, title: String?, description: String, structured: RawText? = nil) -> PageFrame {
        let depth = path.count { $0 == "/" }
        let root = String(repeating: "../", count: depth)
        let siteTitle = PlainText.line(site.title)
        return PageFrame(
            language: site.language, direction: words.direction,
            title: title.map { words.phrase("title.page", ["page": $0, "site": siteTitle]) } ?? siteTitle,
            siteTitle: siteTitle, description: description, root: root, policy: policy, canonical: canonical(path),
            isHidden: !site.isIndexed, feeds: feedLinks(root: root), generator: publication.generator,
            builtAt: clock.rfc3339(publication.generated),
            builtLine: words.phrase("foot.built", ["time": clock.exact(publication.generated)]),
            sourcesLine: sourcesLine, structured: structured)
    }

    /// Nothing but our own style sheet and, where the user wants them, stories' images. `file:` lets a page be read
    /// from disk, where `self` means nothing.
    private var policy: String {
        "default-src 'none'; style-src 'self' file:; img-src 'self' file:" + (site.showsImages ? " https: http:" : "")
            + "; base-uri 'none'; form-action 'none'"
    }

    private func canonical(_ path: String) -> String? {
        guard let url = site.url else { return nil }
        return url + (path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path)
    }

    private func feedLinks(root: String) -> [PageFrame.FeedLink] {
        let title = PlainText.line(site.title)
        return [
            .init(href: root + "atom.xml", type: "application/atom+xml", title: title),
            .init(
                href: root + "digest.xml", type: "application/atom+xml",
                title: words.phrase("feed.digest", ["site": title])),
            .init(
                href: root + "feed.json", type: "application/feed+json",
                title: words.phrase("feed.json", ["site": title])),
            .init(
                href: root + "health.xml", type: "application/atom+xml",
                title: words.phrase("feed.health", ["site": title])),
        ]
    }

    private var sourcesLine: String {
        let asked = publication.health.sources.count
        let answered = publication.health.sources.count { $0.report.outcome.isAnswer }
        return words.count("foot.sources", asked, ["answered": String(answered), "asked": String(asked)])
    }
}
