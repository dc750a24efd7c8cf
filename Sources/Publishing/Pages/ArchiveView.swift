import NewsModel
import WebText

/// The page that lists every edition: those of the newest month with their headlines, those before as calendars.
struct ArchiveView: TemplateView {
    var page: PageFrame
    var line: String
    var sections: [PlaceView]
    /// The ways to the months of the newest year, and to the years before it.
    var index: [PlaceView]
    var years: [YearView]

    static let fields: ViewFields<ArchiveView> = [
        "page": .view { $0.page },
        "line": .text { $0.line },
        "sections": .list { $0.sections },
        "hasSections": .flag { !$0.sections.isEmpty },
        "index": .list { $0.index },
        "hasIndex": .flag { $0.index.count > 1 },
        "years": .list { $0.years },
    ]

    struct YearView: TemplateView {
        var anchor: String
        var name: String
        /// “365 editions”.
        var count: String
        var months: [MonthView]
        /// Whether it stands folded: all but the newest.
        var isFolded: Bool

        static let fields: ViewFields<YearView> = [
            "anchor": .text { $0.anchor },
            "name": .text { $0.name },
            "count": .text { $0.count },
            "months": .list { $0.months },
            "isFolded": .flag { $0.isFolded },
        ]
    }

    struct MonthView: TemplateView {
        var anchor: String
        var name: String
        /// Its editions with their headlines, where it is one of the newest.
        var days: [DayView]
        /// All its days, where it stands as a calendar.
        var calendar: [DayView]
        /// In which column of the calendar it begins, from 1 to 7.
        var firstColumn: Int

        static let fields: ViewFields<MonthView> = [
            "anchor": .text { $0.anchor },
            "name": .text { $0.name },
            "days": .list { $0.days },
            "hasDays": .flag { !$0.days.isEmpty },
            "calendar": .list { $0.calendar },
            "hasCalendar": .flag { !$0.calendar.isEmpty },
            "firstColumn": .text { String($0.firstColumn) },
        ]
    }

    struct DayView: TemplateView {
        /// `nil` for a day without an edition.
        var href: String?
        var date: String
        var label: String
        var headline: String?
        var count: String

        static let fields: ViewFields<DayView> = [
            "href": .text { $0.href },
            "date": .text { $0.date },
            "label": .text { $0.label },
            "headline": .text { $0.headline },
            "count": .text { $0.count },
        ]
    }
}

/// A link to the page of a section.
struct PlaceView: TemplateView {
    var href: String
    var name: String
    var isHere: Bool

    static let fields: ViewFields<PlaceView> = [
        "href": .text { $0.href },
        "name": .text { $0.name },
        "isHere": .flag { $0.isHere },
    ]
}

extension SiteContext {
    /// Where the newest month has fewer editions, the month before shows its headlines too.
    private static let fewestHeadlines = 10

    /// Every edition by year and month, newest first.
    func archiveView() -> ArchiveView {
        let line = words.count("archive.line", archive.count)
        let years = archiveYears()
        let months = (years.first?.months ?? []).map { PlaceView(href: "#" + $0.anchor, name: $0.name, isHere: false) }
        let older = years.dropFirst().map { PlaceView(href: "#" + $0.anchor, name: $0.name, isHere: false) }
        return ArchiveView(
            page: frame(path: SitePaths.archive, title: words["archive.title"], description: line), line: line,
            sections: sectionLinks(root: SitePaths.root(from: SitePaths.archive)), index: months + older, years: years)
    }

    private func archiveYears() -> [ArchiveView.YearView] {
        var headlines = 0
        let years = Self.runs(of: archive) { $0.date.year }
        return years.map { entries in
            let months = Self.runs(of: entries) { $0.date.month }.map { entries in
                let isListed = headlines < Self.fewestHeadlines
                headlines += entries.count
                return isListed ? listedMonth(entries) : calendarMonth(entries)
            }
            return ArchiveView.YearView(
                anchor: "y-\(entries[0].date.year)", name: dates.year(entries[0].date),
                count: words.count("archive.line", entries.count), months: months,
                isFolded: entries[0].date.year != years[0][0].date.year)
        }
    }

    /// The entries that follow each other with the same key.
    private static func runs(of entries: [ArchiveEntry], by key: (ArchiveEntry) -> Int) -> [[ArchiveEntry]] {
        var runs: [[ArchiveEntry]] = []
        for entry in entries {
            if let last = runs.last?.last, key(last) == key(entry) {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs
    }

    private func listedMonth(_ entries: [ArchiveEntry]) -> ArchiveView.MonthView {
        month(of: entries[0].date, days: entries.map { day($0, label: dates.dayOfMonth($0.date)) })
    }

    private func calendarMonth(_ entries: [ArchiveEntry]) -> ArchiveView.MonthView {
        let byDay = Dictionary(entries.map { ($0.date.day, $0) }) { first, _ in first }
        let newest = entries[0].date
        let calendar = (1...31).compactMap { EditionDate(year: newest.year, month: newest.month, day: $0) }
            .map { date in
                let label = words.numbers.plain(date.day)
                return byDay[date.day].map { day($0, label: label) }
                    ?? ArchiveView.DayView(date: date.description, label: label, count: "")
            }
        return month(of: newest, calendar: calendar)
    }

    private func month(
        of date: EditionDate, days: [ArchiveView.DayView] = [], calendar: [ArchiveView.DayView] = []
    ) -> ArchiveView.MonthView {
        let first = date.adding(days: 1 - date.day).weekday
        let weekStart = Int(words["week.first"]) ?? 1
        return ArchiveView.MonthView(
            anchor: "m-\(date.year)-\(date.month.padded(to: 2))", name: dates.monthName(date), days: days,
            calendar: calendar, firstColumn: (first - weekStart + 7) % 7 + 1)
    }

    private func day(_ entry: ArchiveEntry, label: String) -> ArchiveView.DayView {
        .init(
            href: SitePaths.root(from: SitePaths.archive) + SitePaths.edition(entry.date),
            date: entry.date.description, label: label, headline: entry.headline.map(PlainText.headline),
            count: words.count("stories", entry.stories))
    }

    /// The links to the pages of all sections.
    func sectionLinks(root: String, from here: SectionPlace? = nil) -> [PlaceView] {
        sections.map { .init(href: root + $0.page, name: $0.name, isHere: $0 == here) }
    }
}
