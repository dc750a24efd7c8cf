internal import NewsModel

/// What a site consists of.
struct SiteParts: Sendable {
    let context: SiteContext
    let templates: TemplateSet

    /// How many pages of sources are one part: each is little work.
    private static let sourcesAtOnce = 16

    /// What is most work stands first, and the small pieces at the end fill up whichever core is done. Those of which
    /// many are written, the pages of sources, stand before others that keep a core busy meanwhile.
    var all: [SitePart] { front + dated + health + sections + fixtures }

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
        file(edition.date.path + "/edition.json") { EditionDocument.bytes(of: edition, content: $0.site.content) }
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
    var health: [SitePart] {
        [
            page(SiteContext.healthPath, "health") { $0.healthView() },
            file(HealthDocument.path) { HealthDocument.bytes(of: $0.publication.health) },
            file(HealthFeed.path) { HealthFeed(context: $0).document() },
        ] + sources
    }

    /// A page for each source of which the newest editions tell something.
    private var sources: [SitePart] {
        let frames = context.sourceFrames()
        let sources = context.pagedSources
        return stride(from: 0, to: sources.count, by: Self.sourcesAtOnce).map { start in
            SitePart { sources[start...].prefix(Self.sourcesAtOnce).map { page(of: $0, in: frames) } }
        }
    }

    private func page(of source: SourceHealth, in frames: [EditionDate: PageFrame]) -> SiteFile {
        SiteFile(
            path: SiteContext.path(of: source.report.source),
            bytes: templates.render(context.sourcePageView(source, in: frames), with: "source-page"))
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
            SitePart { SiteMap(context: context).document().map { [SiteFile(path: SiteMap.path, bytes: $0)] } ?? [] },
        ]
    }

    private func page(
        _ path: String, _ template: String, _ view: @escaping @Sendable (SiteContext) -> some TemplateView
    ) -> SitePart {
        file(path) { templates.render(view($0), with: template) }
    }

    private func file(_ path: String, _ bytes: @escaping @Sendable (SiteContext) -> [UInt8]) -> SitePart {
        SitePart { [SiteFile(path: path, bytes: bytes(context))] }
    }
}
