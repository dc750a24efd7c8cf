internal import NewsModel
import WebText

extension SiteContext {
    /// How many stories the page of a section or a source lists at most.
    private static let mostListed = 60

    /// The page of a section, newest edition first. It keeps its bytes until something is told in the section.
    func sectionPageView(_ place: SectionPlace) -> SectionPageView {
        let root = Self.root(from: place.page)
        let told = Dictionary(
            recent.map { edition in
                (edition.date, edition.sections.filter { PlainText.line($0.name) == place.name }.flatMap(\.clusters))
            }
        ) { first, _ in first }
        let days = days(root: root) { told[$0.date] ?? [] }
        let line = words.count("section.line", days.reduce(0) { $0 + $1.stories.count })
        let feed = root + place.feed
        let feedTitle = words.phrase("feed.section", ["section": place.name, "site": siteTitle])
        let feeds = [PageFrame.FeedLink(href: feed, type: "application/atom+xml", title: feedTitle)]
        let description = "\(place.name): \(line)"
        let newest = recent.first { told[$0.date]?.isEmpty == false }
        let frame =
            newest.map {
                self.frame(path: place.page, of: $0, title: place.name, description: description, feeds: feeds)
            }
            ?? self.frame(path: place.page, title: place.name, description: description, feeds: feeds)
        return SectionPageView(
            page: .init(frame),
            words: words.forTemplates, name: place.name, line: line, feedHref: feed,
            sections: sectionLinks(root: root, from: place), days: days)
    }

    /// The page of a source: what the newest editions have of it, as a lead or beside another.
    ///
    /// How it fares changes each night and stands on the page of health: this one keeps its bytes until something is
    /// told of the source.
    ///
    /// - Parameters:
    ///   - source: One of ``pagedSources``.
    ///   - frames: ``sourceFrames()``.
    /// - Returns: What its template is given.
    func sourcePageView(_ source: SourceHealth, in frames: [EditionDate: PageFrame]) -> SourcePageView {
        let id = source.report.source
        let path = Self.path(of: id)
        let root = Self.root(from: path)
        let own = tellings[id] ?? [:]
        let days = days(root: root) { own[$0.date] ?? [] }
        let line = words.count("source.line", days.reduce(0) { $0 + $1.stories.count })
        let name = PlainText.name(source.title)
        let frame = own.keys.max().flatMap { frames[$0] } ?? frame(path: path, title: nil, description: "")
        return SourcePageView(
            page: .init(self.frame(frame, path: path, title: name, description: "\(name): \(line)")),
            words: words.forTemplates, name: name, section: PlainText.line(source.section),
            sectionHref: place(ofSection: source.section).map { root + $0.page },
            healthHref: root + Self.healthPath + "#" + Self.healthAnchor(of: id),
            address: WebAddress(source.url)?.text, line: line, days: days)
    }

    /// What stands around the pages of sources, by the newest edition that they list; what is a page's own is set there.
    func sourceFrames() -> [EditionDate: PageFrame] {
        let frames = recent.map { edition in
            (edition.date, frame(path: Self.sourceFolder, of: edition, title: "", description: "", structured: nil))
        }
        return Dictionary(frames) { first, _ in first }
    }

    private func days(root: String, _ clusters: (Edition) -> [Cluster]) -> [DayOfStoriesView] {
        var left = Self.mostListed
        return recent.compactMap { edition in
            let builder = StoryViewBuilder(context: self, edition: edition, root: root, isListing: true)
            let views = clusters(edition).prefix(left).map { builder.view(of: $0) }
            left -= views.count
            guard !views.isEmpty else { return nil }
            return .init(
                href: root + Self.page(of: edition.date), date: edition.date.description,
                dateLine: clock.fullDate(edition.date), stories: views)
        }
    }
}
