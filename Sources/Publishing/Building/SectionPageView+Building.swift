internal import NewsModel

extension SiteContext {
    /// How many stories the page of a section or a source lists at most.
    private static let mostListed = 60

    /// The page of a section, newest edition first.
    func sectionPageView(_ place: SectionPlace) -> SectionPageView {
        let root = Self.root(from: place.page)
        let days = days(root: root) { edition in
            edition.sections.filter { PlainText.line($0.name) == place.name }.flatMap(\.clusters)
        }
        let line = words.count("section.line", days.reduce(0) { $0 + $1.stories.count })
        let feed = root + place.feed
        let feedTitle = words.phrase("feed.section", ["section": place.name, "site": siteTitle])
        return SectionPageView(
            page: .init(
                frame(
                    path: place.page, title: place.name, description: "\(place.name): \(line)",
                    feeds: [.init(href: feed, type: "application/atom+xml", title: feedTitle)])),
            words: words.forTemplates, name: place.name, line: line, feedHref: feed,
            sections: sectionLinks(root: root, from: place), days: days)
    }

    /// The page of a source: how it fares, and what the newest editions have of it, as a lead or beside another.
    ///
    /// - Parameters:
    ///   - source: The one.
    ///   - row: What ``healthRows()`` has of it.
    ///   - frame: Of a page beside it; what is its own is set.
    /// - Returns: What its template is given.
    func sourcePageView(
        _ source: SourceHealth, _ row: HealthView.RowView, in frame: PageFrame
    ) -> SourcePageView {
        let path = Self.path(of: source.report.source)
        let root = Self.root(from: path)
        let own = tellings[source.report.source] ?? [:]
        let days = days(root: root) { own[$0.date] ?? [] }
        let count = days.reduce(0) { $0 + $1.stories.count }
        let line = count == 0 ? words["source.none"] : words.count("source.line", count)
        let title = PlainText.name(source.title)
        return SourcePageView(
            page: .init(self.frame(frame, path: path, title: title, description: "\(title): \(line)")),
            words: words.forTemplates, source: row.seen(from: root), address: row.href, line: line,
            days: days)
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
