import Crypto
package import Foundation
package import NewsModel
import WebText

/// Makes the files of a site from values: no clock, no disk, the same bytes for the same publication.
package struct SiteRenderer: Sendable {
    let templates: TemplateSet

    /// Raised with every change to what the same publication is rendered as, so that all editions are made anew.
    private static let version = 12

    package init(templates: TemplateSet) {
        self.templates = templates
    }

    /// - Parameters:
    ///   - directory: The user's own templates; `nil` for ours.
    ///   - language: That of the sites to be rendered.
    /// - Throws: For a template that cannot be used, naming file and line.
    package init(templates directory: URL?, language: String) throws(TemplateError) {
        self.init(templates: try TemplateSet(directory: directory, language: language))
    }

    /// A hash of what the look of every page depends on besides its edition: where it changes, all editions are rendered
    /// again. All of the site's settings count, so that none can be forgotten.
    package func fingerprint(of site: SitePolicy) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            let files = templates.files.mapValues { Data($0) }
            let bytes = try encoder.encode(files) + encoder.encode(site) + Data("\(Self.version)".utf8)
            return Hex.text(SHA256.hash(data: bytes).prefix(16))
        } catch {
            preconditionFailure("settings that cannot be encoded: \(error)")
        }
    }

    /// The whole site, as far as the publication's editions reach, with or without the report on its sources' health.
    package func parts(of publication: Publication, withHealth: Bool = true) -> [SitePart] {
        SiteParts(context: SiteContext(publication, templates: templates)).all(withHealth: withHealth)
    }

    /// What shows the health of the sources, without the pages that it leads to.
    package func healthPages(of publication: Publication) -> [SitePart] {
        SiteParts(context: SiteContext(publication, templates: templates)).facts
    }

    /// The paths of the pages of sources.
    package func sourcePages(of publication: Publication) -> Set<String> {
        Set(SiteContext(publication, templates: templates).pagedSources.map { SitePaths.source($0.report.source) })
    }

    /// What shows the health of the sources, for a night whose edition is not published.
    package func healthParts(of publication: Publication) -> [SitePart] {
        SiteParts(context: SiteContext(publication, templates: templates)).health
    }
}

/// What a site consists of.
private struct SiteParts: Sendable {
    let context: SiteContext

    /// How many pages of sources are one part: each is little work.
    private static let sourcesAtOnce = 16

    /// What is most work stands first, and the small pieces at the end fill up whichever core is done. Those of which
    /// many are written, the pages of sources, stand before others that keep a core busy meanwhile.
    func all(withHealth: Bool) -> [SitePart] {
        sources + front + dated + (withHealth ? facts : []) + sections + fixtures + [pictures]
    }

    /// The pages and feeds of the newest editions.
    private var front: [SitePart] {
        let newest = context.editions.first ?? context.emptyEdition
        return [
            page(SitePaths.front, "edition") { $0.editionView(of: newest, path: SitePaths.front) },
            file(SitePaths.digest) { DigestFeed(context: $0).document() },
            file(SitePaths.stories) { StoryFeed(context: $0).subscription() },
            file(SitePaths.storiesAsJSON) { JSONFeedWriter(context: $0).document() },
            page(SitePaths.archive, "archive") { $0.archiveView() },
            file(SitePaths.archiveData) { ArchiveDocument.bytes(of: $0.publication.archive) },
        ]
    }

    /// The editions' own files: of few on most nights, of all where the look has changed.
    private var dated: [SitePart] {
        let wanted = context.publication.rendered
        return (context.editionsAhead + context.editions).filter { wanted?.contains($0.date) ?? true }.flatMap(dated)
    }

    private func dated(_ edition: Edition) -> [SitePart] {
        let path = SitePaths.edition(edition.date)
        let isDocumented = context.publication.documented?.contains(edition.date) ?? true
        return [
            page(path, "edition") { $0.editionView(of: edition, path: path) },
            file(SitePaths.stories(of: edition.date)) { StoryFeed(context: $0).archive(of: edition) },
        ] + (isDocumented ? [document(of: edition), leftOut(of: edition)] : [])
    }

    /// As the data, it says nothing of other editions.
    private func leftOut(of edition: Edition) -> SitePart {
        page(SitePaths.leftOut(of: edition.date), "left-out") { $0.leftOutView(of: edition) }
    }

    private func document(of edition: Edition) -> SitePart {
        file(SitePaths.data(of: edition.date)) { context in
            var edition = edition
            edition.leftOut = edition.leftOut.map(context.publication.withoutPrivateAddresses)
            return EditionDocument.bytes(
                of: edition, content: context.site.content, showsPictures: context.site.images != .none,
                reach: context.publication.reach, context.openings, language: context.site.language)
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

    var facts: [SitePart] {
        switch context.site.health {
        case .none: []
        case .summary: healthPage
        case .public: healthPage + [file(SitePaths.healthFeed) { HealthFeed(context: $0).document() }]
        }
    }

    private var healthPage: [SitePart] {
        [
            // It says how long each source took: no night's is that of another.
            file(SitePaths.health) { $0.templates.render($0.healthView(), with: "health") },
            file(SitePaths.healthData) { context in
                HealthDocument.bytes(of: context.publication.health, namesSources: context.site.health == .public)
            },
        ]
    }

    /// A page for each source of which the newest editions publish something.
    private var sources: [SitePart] {
        let sources = context.pagedSources
        return stride(from: 0, to: sources.count, by: Self.sourcesAtOnce).map { start in
            SitePart { known in
                sources[start...].prefix(Self.sourcesAtOnce).map { source in
                    made(SitePaths.source(source.report.source), "source-page", context.sourcePageView(source), known)
                }
            }
        }
    }

    /// The copies of pictures that the site does not have yet.
    private var pictures: SitePart {
        let pictures = context.publication.newPictures
        return SitePart(
            pictures.sorted { $0.key < $1.key }.map { SiteFile(path: SitePaths.picture($0.key), bytes: $0.value) })
    }

    /// What does not change from night to night.
    private var fixtures: [SitePart] {
        [
            file(SitePaths.style) { Array($0.styleSheet.utf8) },
            page(SitePaths.notFound, "not-found") { $0.notFoundView() },
            file(SitePaths.icon) { $0.templates.file("favicon.svg") ?? [] },
            file(SitePaths.robots) { Array($0.robots.utf8) },
            file(SitePaths.noJekyll) { _ in [] },
            SitePart { _ in
                SiteMap(context: context).document().map { [SiteFile(path: SitePaths.siteMap, bytes: $0)] } ?? []
            },
        ] + (context.site.publishesSources ? [file(SitePaths.sources) { SourceList(context: $0).document() }] : [])
    }

    private func page(
        _ path: String, _ template: String, _ view: @escaping @Sendable (SiteContext) -> some TemplateView
    ) -> SitePart {
        SitePart { [made(path, template, view(context), $0)] }
    }

    private func made(_ path: String, _ template: String, _ view: some TemplateView, _ known: KnownPages) -> SiteFile {
        let hash = context.templates.hash(of: view, with: template)
        if let mark = known.mark(of: path, view: hash) { return SiteFile(path: path, unchanged: mark) }
        return SiteFile(path: path, bytes: context.templates.render(view, with: template), view: hash)
    }

    private func file(_ path: String, _ bytes: @escaping @Sendable (SiteContext) -> [UInt8]) -> SitePart {
        SitePart { _ in [SiteFile(path: path, bytes: bytes(context))] }
    }
}
