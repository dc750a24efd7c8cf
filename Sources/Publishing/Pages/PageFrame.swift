import Foundation
import NewsModel

/// What every page has around its own content, as `page` in its view.
struct PageFrame: TemplateView {
    var language: String
    var direction: String
    /// Of the document: what a tab shows.
    var title: String
    var siteTitle: String
    var description: String
    /// What leads from the page to the site's root: empty, `../` or `../../../`.
    var root: String
    /// The Content Security Policy.
    var policy: String
    /// Where the page is published, absolute.
    var canonical: String?
    var isHidden: Bool
    /// Whether there is a page that says how the sources fared, and a list of them.
    var showsHealth = true
    var showsSources = true
    var feeds: [FeedLink]
    var generator: String
    var builtAt: String
    var builtLine: String
    var sourcesLine: String
    /// When the next edition is due, on pages that are made anew with every edition.
    var dueAt: String?
    var dueLine: String?
    /// The language of what the tool itself says, where it is not the page's.
    var toolLanguage: String?
    var structured: RawText?

    static let fields: ViewFields<PageFrame> = [
        "language": .text { $0.language },
        "direction": .text { $0.direction },
        "title": .text { $0.title },
        "siteTitle": .text { $0.siteTitle },
        "description": .text { $0.description },
        "root": .text { $0.root },
        "homeHref": .text { $0.root + SitePaths.front },
        "archiveHref": .text { $0.root + SitePaths.archive },
        "healthHref": .text { $0.root + SitePaths.health },
        "storiesHref": .text { $0.root + SitePaths.stories },
        "digestHref": .text { $0.root + SitePaths.digest },
        "sourcesHref": .text { $0.root + SitePaths.sources },
        "styleHref": .text { $0.root + SitePaths.style },
        "iconHref": .text { $0.root + SitePaths.icon },
        "policy": .text { $0.policy },
        "canonical": .text { $0.canonical },
        "isHidden": .flag { $0.isHidden },
        "showsHealth": .flag { $0.showsHealth },
        "showsSources": .flag { $0.showsSources },
        "feeds": .list { $0.feeds },
        "generator": .text { $0.generator },
        "builtAt": .text { $0.builtAt },
        "builtLine": .text { $0.builtLine },
        "sourcesLine": .text { $0.sourcesLine },
        "dueAt": .text { $0.dueAt },
        "dueLine": .text { $0.dueLine },
        "toolLanguage": .text { $0.toolLanguage },
        "structured": .raw { $0.structured },
    ]

    /// A feed that the page names for readers to find.
    struct FeedLink: TemplateView {
        var href: String
        var type: String
        var title: String

        static let fields: ViewFields<FeedLink> = [
            "href": .text { $0.href },
            "type": .text { $0.type },
            "title": .text { $0.title },
        ]
    }
}

extension SiteContext {
    /// What stands around the content of the page at `path`, below the site's root.
    ///
    /// The `edition` is the last that changed the page, which then says what was so on its night, however often it is
    /// made again; `nil` for a page that is made anew with every edition. The `title` is `nil` where the site's title
    /// says all. The page's own `feeds` stand before those of the site.
    func frame(
        path: String, of edition: Edition? = nil, title: String?, description: String, structured: RawText? = nil,
        feeds: [PageFrame.FeedLink] = []
    ) -> PageFrame {
        let root = SitePaths.root(from: path)
        let built = edition?.generated ?? publication.generated
        let sources = publication.health.sources
        var frame = PageFrame(
            language: site.language, direction: words.direction,
            title: title.map { words.phrase("title.page", ["page": $0, "site": siteTitle]) } ?? siteTitle,
            siteTitle: siteTitle, description: description, root: root, policy: policy,
            canonical: site.url.map { $0 + SitePaths.published(path) }, isHidden: !site.isIndexed,
            feeds: feeds + feedLinks(root: root), generator: publication.generator, builtAt: dates.rfc3339(built),
            builtLine: words.phrase("foot.built", ["time": dates.exact(built)]),
            sourcesLine: edition.map { sourcesLine($0.sourcesAnswered, of: $0.sourcesAsked) }
                ?? sourcesLine(sources.count { $0.report.outcome.isAnswer }, of: publication.health.asked),
            toolLanguage: words.languageOfTheTool, structured: structured)
        frame.showsHealth = self.site.health != .none
        frame.showsSources = self.site.publishesSources
        guard edition == nil, let due = nextEdition else { return frame }
        frame.dueAt = dates.rfc3339(due.instant)
        let isSoon = due.date.daysSince1970 - publication.health.edition.daysSince1970 < 7
        let day = isSoon ? dates.weekday(due.date) : dates.shortDate(due.date)
        frame.dueLine = words.phrase("foot.next", ["date": day, "time": dates.timeOfDay(due.instant)])
        return frame
    }

    /// Nothing but our own style sheet and, where the user wants them, stories' images. `file:` lets a page be read
    /// from disk, where `self` means nothing.
    private var policy: String {
        "default-src 'none'; style-src 'self' file:; img-src 'self' file:"
            + (site.images == .linked ? " https: http:" : "")
            + "; base-uri 'none'; form-action 'none'"
    }

    private func feedLinks(root: String) -> [PageFrame.FeedLink] {
        let title = ["site": siteTitle]
        let health = PageFrame.FeedLink(
            href: root + SitePaths.healthFeed, type: AtomFeed.mediaType, title: words.phrase("feed.health", title))
        return [
            .init(href: root + SitePaths.stories, type: AtomFeed.mediaType, title: siteTitle),
            .init(
                href: root + SitePaths.digest, type: AtomFeed.mediaType, title: words.phrase("feed.digest", title)),
            .init(
                href: root + SitePaths.storiesAsJSON, type: "application/feed+json",
                title: words.phrase("feed.json", title)),
        ] + (site.health == .public ? [health] : [])
    }

    private func sourcesLine(_ answered: Int, of asked: Int) -> String {
        words.count("foot.sources", asked, places(answered, of: asked))
    }

    /// “23” of “25”, in the numbers of the language.
    func places(_ answered: Int, of asked: Int) -> [String: String] {
        ["answered": words.numbers.whole(answered), "asked": words.numbers.whole(asked)]
    }
}
