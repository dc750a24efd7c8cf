internal import NewsModel

/// What a site consists of.
struct SiteParts: Sendable {
    let context: SiteContext
    let templates: TemplateSet

    /// How many pages of sources are one part: each is little work.
    private static let sourcesAtOnce = 16

    /// What is most work stands first, and the small pieces at the end fill up whichever core is done. Those of which
    /// many are written, the pages of sources, stand before others that keep a core busy meanwhile.
    var all: [SitePart] { sources + front + dated + facts + sections + fixtures }

    /// The pages and feeds of the newest editions.
    private var front: [SitePart] {
        let newest = context.editions.prefix(1).map { edition in
            page("index.html", "edition") { $0.editionView(of: edition, path: "index.html") }
        }
        return newest + [
            file(DigestFeed.path) { DigestFeed(context: $0, templates: templates).document() },
            file(StoryFeed.path) { StoryFeed(context: $0).subscription() },
            file(JSONFeedWriter.path) { JSONFeedWriter(context: $0).document() },
            page(SiteContext.archivePath, "archive") { $0.archiveView() },
        ]
    }

    /// The editions' own files: of few on most nights, of all where the look has changed.
    private var dated: [SitePart] {
        let wanted = context.publication.rendered
        return context.editions.filter { wanted?.contains($0.date) ?? true }.flatMap(dated)
    }

    private func dated(_ edition: Edition) -> [SitePart] {
        let path = SiteContext.page(of: edition.date)
        let documented = context.publication.documented
        return [
            page(path, "edition") { $0.editionView(of: edition, path: path) },
            file(StoryFeed.path(of: edition.date)) { StoryFeed(context: $0).archive(of: edition) },
        ] + (documented?.contains(edition.date) ?? true ? [document(of: edition)] : [])
    }

    private func document(of edition: Edition) -> SitePart {
        file(edition.date.path + "/edition.json") { context in
            EditionDocument.bytes(of: edition, content: context.site.content, reach: context.publication.reach)
        }
    }

    /// A page and a feed for each section.
    private var sections: [SitePart] {
        context.sections.flatMap { place in
            [
                page(place.page, "section-page") { $0.sectionPageView(place) },
                file(place.feed) { StoryFeed(context: $0).section(place) },
            ]
        }
    }

    /// What shows the health of the sources, with the pages that it leads to.
    var health: [SitePart] { facts + sources }

    private var facts: [SitePart] {
        [
            // It says how long each source took: no night's is that of another.
            file(SiteContext.healthPath) { templates.render($0.healthView(), with: "health") },
            file(HealthDocument.path) { HealthDocument.bytes(of: $0.publication.health) },
            file(HealthFeed.path) { HealthFeed(context: $0).document() },
        ]
    }

    /// A page for each source of which the newest editions tell something.
    private var sources: [SitePart] {
        let frames = context.sourceFrames()
        let sources = context.pagedSources
        return stride(from: 0, to: sources.count, by: Self.sourcesAtOnce).map { start in
            SitePart { standing in
                sources[start...].prefix(Self.sourcesAtOnce).map { source in
                    let view = context.sourcePageView(source, in: frames)
                    return made(SiteContext.path(of: source.report.source), "source-page", view, standing)
                }
            }
        }
    }

    /// What does not change from night to night.
    private var fixtures: [SitePart] {
        [
            file(SourceList.path) { SourceList(context: $0).document() },
            file("style.css") { Array(StyleSheet(site: $0.site, templates: templates).text.utf8) },
            page("404.html", "not-found") { $0.notFoundView(templates) },
            file("favicon.svg") { _ in templates.file("favicon.svg") ?? [] },
            file("robots.txt") { Array($0.robots.utf8) },
            file(".nojekyll") { _ in [] },
            SitePart { _ in
                SiteMap(context: context).document().map { [SiteFile(path: SiteMap.path, bytes: $0)] } ?? []
            },
        ]
    }

    private func page(
        _ path: String, _ template: String, _ view: @escaping @Sendable (SiteContext) -> some TemplateView
    ) -> SitePart {
        SitePart { [made(path, template, view(context), $0)] }
    }

    private func made(
        _ path: String, _ template: String, _ view: some TemplateView, _ standing: StandingPages
    ) -> SiteFile {
        let basis = templates.basis(of: view, with: template)
        if let mark = standing.mark(of: path, madeFrom: basis) { return SiteFile(path: path, standing: mark) }
        return SiteFile(path: path, bytes: templates.render(view, with: template), basis: basis)
    }

    private func file(_ path: String, _ bytes: @escaping @Sendable (SiteContext) -> [UInt8]) -> SitePart {
        SitePart { _ in [SiteFile(path: path, bytes: bytes(context))] }
    }
}
