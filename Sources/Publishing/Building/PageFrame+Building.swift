internal import Foundation
internal import NewsModel

extension SiteContext {
    /// The frame of a page that is made anew with every edition.
    ///
    /// - Parameters:
    ///   - path: Where it stands below the site's root.
    ///   - title: What it is; `nil` where the site's title says all.
    ///   - description: One sentence for who links to it.
    ///   - structured: Data about it for machines.
    ///   - feeds: Feeds of its own, before those of the site.
    /// - Returns: All that stands around the page's own matter.
    func frame(
        path: String, title: String?, description: String, structured: RawText? = nil,
        feeds: [PageFrame.FeedLink] = []
    ) -> PageFrame {
        var frame = frame(path, title, description, structured, built: publication.generated)
        let sources = publication.health.sources
        frame.sourcesLine = sourcesLine(sources.count { $0.report.outcome.isAnswer }, of: sources.count)
        frame.feeds = feeds + frame.feeds
        guard let due = nextEdition else { return frame }
        frame.dueAt = clock.rfc3339(due.instant)
        let isSoon = due.date.daysSince1970 - publication.health.edition.daysSince1970 < 7
        let day = isSoon ? clock.weekday(due.date) : clock.shortDate(due.date)
        frame.dueLine = words.phrase("foot.next", ["date": day, "time": clock.timeOfDay(due.instant)])
        return frame
    }

    /// The frame of a page that an edition was the last to change: it says what was so on its night, however often it is
    /// made again.
    func frame(
        path: String, of edition: Edition, title: String, description: String, structured: RawText? = nil,
        feeds: [PageFrame.FeedLink] = []
    ) -> PageFrame {
        var frame = frame(path, title, description, structured, built: edition.generated)
        frame.feeds = feeds + frame.feeds
        frame.sourcesLine = sourcesLine(edition.sourcesAnswered, of: edition.sourcesAsked)
        return frame
    }

    /// The frame of a page that stands beside another: only its own title, description and address are other.
    func frame(_ frame: PageFrame, path: String, title: String, description: String) -> PageFrame {
        var frame = frame
        frame.title = pageTitle(title)
        frame.description = description
        frame.canonical = canonical(path)
        return frame
    }

    private func pageTitle(_ title: String) -> String {
        words.phrase("title.page", ["page": title, "site": siteTitle])
    }

    private func frame(
        _ path: String, _ title: String?, _ description: String, _ structured: RawText?, built: Date
    ) -> PageFrame {
        let root = Self.root(from: path)
        return PageFrame(
            language: site.language, direction: words.direction,
            title: title.map(pageTitle) ?? siteTitle, siteTitle: siteTitle, description: description, root: root,
            policy: policy, canonical: canonical(path),
            isHidden: !site.isIndexed, feeds: feedLinks(root: root), generator: publication.generator,
            builtAt: clock.rfc3339(built), builtLine: words.phrase("foot.built", ["time": clock.exact(built)]),
            sourcesLine: "", toolLanguage: words.languageOfTheTool, structured: structured)
    }

    /// What leads from a page to the site's root.
    static func root(from path: String) -> String { String(repeating: "../", count: path.count { $0 == "/" }) }

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
        [
            .init(href: root + "atom.xml", type: "application/atom+xml", title: siteTitle),
            .init(
                href: root + "digest.xml", type: "application/atom+xml",
                title: words.phrase("feed.digest", ["site": siteTitle])),
            .init(
                href: root + "feed.json", type: "application/feed+json",
                title: words.phrase("feed.json", ["site": siteTitle])),
            .init(
                href: root + "health.xml", type: "application/atom+xml",
                title: words.phrase("feed.health", ["site": siteTitle])),
        ]
    }

    private func sourcesLine(_ answered: Int, of asked: Int) -> String {
        words.count("foot.sources", asked, places(answered, of: asked))
    }

    /// “23” of “25”, in the figures of the language.
    func places(_ answered: Int, of asked: Int) -> [String: String] {
        ["answered": words.figures.whole(answered), "asked": words.figures.whole(asked)]
    }
}
