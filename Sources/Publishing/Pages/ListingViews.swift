import NewsModel
import WebText

/// The page of a section: its stories of the newest editions.
struct SectionPageView: TemplateView {
    var page: PageFrame
    var name: String
    /// “34 stories since 17 November”.
    var line: String
    /// Its feed.
    var feedHref: String
    /// All sections, this one among them.
    var sections: [PlaceView]
    var days: [DayOfStoriesView]

    static let fields: ViewFields<SectionPageView> = [
        "page": .view { $0.page },
        "name": .text { $0.name },
        "line": .text { $0.line },
        "feedHref": .text { $0.feedHref },
        "sections": .list { $0.sections },
        "hasSections": .flag { $0.sections.count > 1 },
        "days": .list { $0.days },
        "isEmpty": .flag { $0.days.isEmpty },
    ]
}

/// The page of a source: its stories of the newest editions.
struct SourcePageView: TemplateView {
    var page: PageFrame
    var name: String
    var section: String
    var sectionHref: String?
    /// Its row on the health page.
    var healthHref: String
    /// Its address, to be read.
    var address: String?
    /// “12 stories since 17 November”.
    var line: String
    var days: [DayOfStoriesView]

    static let fields: ViewFields<SourcePageView> = [
        "page": .view { $0.page },
        "name": .text { $0.name },
        "section": .text { $0.section },
        "sectionHref": .text { $0.sectionHref },
        "healthHref": .text { $0.healthHref },
        "address": .text { $0.address },
        "line": .text { $0.line },
        "days": .list { $0.days },
    ]
}

/// The stories of one edition on the page of a section or a source.
struct DayOfStoriesView: TemplateView {
    /// The page of the edition.
    var href: String
    var date: String
    var dateLine: String
    var stories: [StoryView]

    static let fields: ViewFields<DayOfStoriesView> = [
        "href": .text { $0.href },
        "date": .text { $0.date },
        "dateLine": .text { $0.dateLine },
        "stories": .list { $0.stories },
    ]
}

extension SiteContext {
    /// How many stories the page of a section or a source lists at most.
    private static let mostListed = 60

    /// The page of a section, newest edition first. It keeps its bytes until a story comes into the section.
    func sectionPageView(_ place: SectionPlace) -> SectionPageView {
        let root = SitePaths.root(from: place.page)
        let stories = Dictionary(
            recent.map { ($0.date, $0.inSection(place.name).flatMap(\.clusters)) },
            uniquingKeysWith: { first, _ in first })
        let days = days(root: root) { stories[$0.date] ?? [] }
        let line = line("section.line", of: days)
        let feed = PageFrame.FeedLink(
            href: root + place.feed, type: AtomFeed.mediaType,
            title: words.phrase("feed.section", ["section": place.name, "site": siteTitle]))
        return SectionPageView(
            page: frame(
                path: place.page, of: recent.first { stories[$0.date]?.isEmpty == false }, title: place.name,
                description: "\(place.name): \(line)", feeds: [feed]),
            name: place.name, line: line, feedHref: feed.href, sections: sectionLinks(root: root, from: place),
            days: days)
    }

    /// The page of one of ``pagedSources``: what the newest editions have of it, as a lead or beside another.
    ///
    /// How it fares changes each night and stands on the health page: this one keeps its bytes until a story of the
    /// source is published.
    func sourcePageView(_ source: SourceHealth) -> SourcePageView {
        let id = source.report.source
        let path = SitePaths.source(id)
        let root = SitePaths.root(from: path)
        let own = clustersBySource[id] ?? [:]
        let name = PlainText.name(source.title)
        let days = days(root: root, of: name) { own[$0.date] ?? [] }
        let line = line("source.line", of: days)
        return SourcePageView(
            page: frame(
                path: path, of: recent.first { own[$0.date] != nil }, title: name, description: "\(name): \(line)"),
            name: name, section: PlainText.line(source.section),
            sectionHref: place(ofSection: source.section).map { root + $0.page },
            healthHref: root + healthPlace(of: id), address: WebAddress(link: source.url)?.text, line: line,
            days: days)
    }

    /// “34 stories since 17 November”.
    private func line(_ key: String, of days: [DayOfStoriesView]) -> String {
        guard let oldest = days.last.flatMap({ EditionDate($0.date) }) else { return words["source.none"] }
        return words.count(
            key, days.reduce(0) { $0 + $1.stories.count }, ["date": dates.dayAndMonth(oldest)])
    }

    private func days(
        root: String, of outlet: String? = nil, _ clusters: (Edition) -> [Cluster]
    ) -> [DayOfStoriesView] {
        var left = Self.mostListed
        return recent.compactMap { edition in
            let builder = StoryViewBuilder(
                context: self, edition: edition, root: root, hiddenOutlet: outlet, isListing: true)
            let views = clusters(edition).prefix(left).map { builder.view(of: $0) }
            left -= views.count
            guard !views.isEmpty else { return nil }
            return .init(
                href: root + SitePaths.edition(edition.date), date: edition.date.description,
                dateLine: dates.fullDate(edition.date), stories: views)
        }
    }
}

extension Edition {
    /// Its sections that are published under a name.
    func inSection(_ name: String) -> [Section] { sections.filter { PlainText.line($0.name) == name } }
}
