internal import Crypto
package import Foundation
package import NewsModel
internal import Parallelism

/// Makes the files of a site from values: no clock, no disk, the same bytes for the same publication.
package struct SiteRenderer: Sendable {
    private let templates: TemplateSet

    /// Raised with every change to what the same publication is rendered as, so that all editions are made anew.
    private static let version = 4

    package init(templates: TemplateSet) {
        self.templates = templates
    }

    /// - Parameter directory: The user's own templates; `nil` for ours.
    /// - Throws: For a template that cannot be used, naming file and line.
    package init(templates directory: URL?) throws(TemplateError) {
        self.init(templates: try TemplateSet(directory: directory))
    }

    /// What the look of every page depends on besides its edition: where it changes, all editions are rendered again.
    package func fingerprint(of site: SitePolicy) -> String {
        var bytes = templates.everything
        let parts = [
            "\(Self.version)", site.title, site.url ?? "", site.timeZone.identifier, site.language,
            site.theme.rawValue, site.accent ?? "", site.extraCSS ?? "", "\(site.showsImages)", site.content.rawValue,
            "\(site.isIndexed)",
        ]
        for part in parts { bytes += Array(part.utf8) + [0] }
        return SHA256.hash(data: bytes).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The whole site, as far as the publication's editions reach: its parts at the same time, in a fixed order.
    package func render(_ publication: Publication) -> [SiteFile] {
        let context = SiteContext(publication, templates: templates)
        let parts = [front, dated, sections, health, fixtures]
        return Parallel.map(parts.count) { parts[$0](context) }.flatMap { $0 }
    }

    /// What shows the health of the sources, for a night whose edition is not published.
    package func renderHealth(_ publication: Publication) -> [SiteFile] {
        health(SiteContext(publication, templates: templates))
    }

    /// `health.json` alone.
    package func healthDocument(_ publication: Publication) -> [UInt8] {
        HealthDocument(context: SiteContext(publication, templates: templates)).document()
    }

    /// The pages and feeds of the newest editions.
    private func front(_ context: SiteContext) -> [SiteFile] {
        var files: [SiteFile] = []
        if let newest = context.editions.first {
            files.append(page("index.html", "edition", context.editionView(of: newest, path: "index.html")))
        }
        files.append(page(SiteContext.archivePath, "archive", context.archiveView()))
        files.append(.init(path: StoryFeed.path, bytes: StoryFeed(context: context).subscription()))
        files.append(.init(path: DigestFeed.path, bytes: DigestFeed(context: context, templates: templates).document()))
        files.append(.init(path: JSONFeedWriter.path, bytes: JSONFeedWriter(context: context).document()))
        return files
    }

    /// The editions whose own files are made.
    private func rendered(_ context: SiteContext) -> [Edition] {
        guard let wanted = context.publication.rendered else { return context.editions }
        return context.editions.filter { wanted.contains($0.date) }
    }

    /// Most nights few; all of them where the look has changed.
    private func dated(_ context: SiteContext) -> [SiteFile] {
        let editions = rendered(context)
        return Parallel.map(editions.count, inPiecesOf: 2) { dated(editions[$0], context) }.flatMap { $0 }
    }

    private func dated(_ edition: Edition, _ context: SiteContext) -> [SiteFile] {
        let path = SiteContext.page(of: edition.date)
        return [
            page(path, "edition", context.editionView(of: edition, path: path)),
            .init(path: StoryFeed.path(of: edition.date), bytes: StoryFeed(context: context).archive(of: edition)),
            .init(
                path: edition.date.path + "/edition.json",
                bytes: EditionDocument.bytes(of: edition, content: context.site.content)),
        ]
    }

    /// A page and a feed for each section.
    private func sections(_ context: SiteContext) -> [SiteFile] {
        context.sections.flatMap { place in
            [
                page(place.page, "section-page", context.sectionPageView(place)),
                SiteFile(path: place.feed, bytes: StoryFeed(context: context).section(place)),
            ]
        }
    }

    private func health(_ context: SiteContext) -> [SiteFile] {
        let rows = context.healthRows()
        return [
            page(SiteContext.healthPath, "health", context.healthView(rows.map(\.row))),
            .init(path: HealthDocument.path, bytes: HealthDocument(context: context).document()),
            .init(path: HealthFeed.path, bytes: HealthFeed(context: context).document()),
        ] + sources(rows, context)
    }

    /// A page for each source.
    private func sources(
        _ rows: [(source: SourceHealth, row: HealthView.RowView)], _ context: SiteContext
    ) -> [SiteFile] {
        guard let first = rows.first else { return [] }
        let frame = context.frame(path: SiteContext.path(of: first.source.report.source), title: nil, description: "")
        return Parallel.map(rows.count, inPiecesOf: 16) { place in
            let (source, row) = rows[place]
            return page(
                SiteContext.path(of: source.report.source), "source-page",
                context.sourcePageView(source, row, in: frame))
        }
    }

    /// What does not change from night to night.
    private func fixtures(_ context: SiteContext) -> [SiteFile] {
        var files = [
            SiteFile(path: SourceList.path, bytes: SourceList(context: context).document()),
            SiteFile(path: "style.css", bytes: Array(StyleSheet(site: context.site, templates: templates).text.utf8)),
            page("404.html", "not-found", context.notFoundView(templates)),
            SiteFile(path: "favicon.svg", bytes: templates.file("favicon.svg") ?? []),
            SiteFile(path: "robots.txt", bytes: Array(context.robots.utf8)),
            SiteFile(path: ".nojekyll", bytes: []),
        ]
        if let sitemap = SiteMap(context: context).document() {
            files.append(.init(path: SiteMap.path, bytes: sitemap))
        }
        return files
    }

    private func page(_ path: String, _ template: String, _ view: some TemplateView) -> SiteFile {
        SiteFile(path: path, bytes: templates.render(view, with: template))
    }
}
