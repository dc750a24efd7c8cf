internal import NewsModel

extension SiteContext {
    static let archivePath = "archive/index.html"

    /// Every edition by month, newest first.
    func archiveView() -> ArchiveView {
        let entries = publication.archive.sorted { $0.date > $1.date }
        let line = words.count("archive.line", entries.count)
        var months: [ArchiveView.MonthView] = []
        for entry in entries {
            let anchor = "m-\(entry.date.year)-\(CivilTime.two(entry.date.month))"
            if months.last?.anchor != anchor {
                months.append(.init(anchor: anchor, name: clock.month(entry.date), days: []))
            }
            months[months.count - 1].days.append(day(entry))
        }
        let title = words["archive.title"]
        return ArchiveView(
            page: frame(path: Self.archivePath, title: title, description: line), words: words.forTemplates, line: line,
            months: months)
    }

    private func day(_ entry: ArchiveEntry) -> ArchiveView.DayView {
        .init(
            href: "../" + Self.page(of: entry.date), date: entry.date.description, label: clock.dayOfMonth(entry.date),
            headline: entry.headline.map(PlainText.line), count: words.count("stories", entry.stories))
    }
}
