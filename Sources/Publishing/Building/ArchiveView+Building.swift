internal import NewsModel
import WebText

extension SiteContext {
    static let archivePath = "archive/index.html"

    /// Every edition by year and month, newest first.
    func archiveView() -> ArchiveView {
        let entries = publication.archive.sorted { $0.date > $1.date }
        let line = words.count("archive.line", entries.count)
        var years: [ArchiveView.YearView] = []
        for entry in entries {
            let year = "y-\(entry.date.year)"
            let month = "m-\(entry.date.year)-\(LocalTime.two(entry.date.month))"
            if years.last?.anchor != year {
                years.append(.init(anchor: year, name: clock.year(entry.date), months: []))
            }
            let index = years.count - 1
            if years[index].months.last?.anchor != month {
                years[index].months.append(.init(anchor: month, name: clock.monthName(entry.date), days: []))
            }
            years[index].months[years[index].months.count - 1].days.append(day(entry))
        }
        return ArchiveView(
            page: .init(frame(path: Self.archivePath, title: words["archive.title"], description: line)),
            words: words.forTemplates, line: line, sections: sectionLinks(root: "../"), years: years)
    }

    /// The ways to the pages of all sections.
    func sectionLinks(root: String, from here: SectionPlace? = nil) -> [PlaceView] {
        sections.map { .init(href: root + $0.page, name: $0.name, isHere: $0 == here) }
    }

    private func day(_ entry: ArchiveEntry) -> ArchiveView.DayView {
        .init(
            href: "../" + Self.page(of: entry.date), date: entry.date.description, label: clock.dayOfMonth(entry.date),
            headline: entry.headline.map(PlainText.headline), count: words.count("stories", entry.stories))
    }
}
