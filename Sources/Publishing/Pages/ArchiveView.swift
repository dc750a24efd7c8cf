import NewsModel
import WebText

/// The page that lists every edition, by year and month.
struct ArchiveView: TemplateView {
    var page: PageFrame
    var line: String
    var sections: [PlaceView]
    var years: [YearView]

    static let fields: ViewFields<ArchiveView> = [
        "page": .view { $0.page },
        "line": .text { $0.line },
        "sections": .list { $0.sections },
        "hasSections": .flag { !$0.sections.isEmpty },
        "years": .list { $0.years },
        "hasYears": .flag { $0.years.count > 1 },
    ]

    struct YearView: TemplateView {
        var anchor: String
        var name: String
        var months: [MonthView]

        static let fields: ViewFields<YearView> = [
            "anchor": .text { $0.anchor },
            "name": .text { $0.name },
            "months": .list { $0.months },
        ]
    }

    struct MonthView: TemplateView {
        var anchor: String
        var name: String
        var days: [DayView]

        static let fields: ViewFields<MonthView> = [
            "anchor": .text { $0.anchor },
            "name": .text { $0.name },
            "days": .list { $0.days },
        ]
    }

    struct DayView: TemplateView {
        var href: String
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
    /// Every edition by year and month, newest first.
    func archiveView() -> ArchiveView {
        let entries = archive
        let line = words.count("archive.line", entries.count)
        let root = SitePaths.root(from: SitePaths.archive)
        var years: [ArchiveView.YearView] = []
        for entry in entries {
            let year = "y-\(entry.date.year)"
            let month = "m-\(entry.date.year)-\(entry.date.month.padded(to: 2))"
            if years.last?.anchor != year {
                years.append(.init(anchor: year, name: dates.year(entry.date), months: []))
            }
            let index = years.count - 1
            if years[index].months.last?.anchor != month {
                years[index].months.append(.init(anchor: month, name: dates.monthName(entry.date), days: []))
            }
            years[index].months[years[index].months.count - 1].days.append(
                .init(
                    href: root + SitePaths.edition(entry.date), date: entry.date.description,
                    label: dates.dayOfMonth(entry.date), headline: entry.headline.map(PlainText.headline),
                    count: words.count("stories", entry.stories)))
        }
        return ArchiveView(
            page: frame(path: SitePaths.archive, title: words["archive.title"], description: line), line: line,
            sections: sectionLinks(root: root), years: years)
    }

    /// The links to the pages of all sections.
    func sectionLinks(root: String, from here: SectionPlace? = nil) -> [PlaceView] {
        sections.map { .init(href: root + $0.page, name: $0.name, isHere: $0 == here) }
    }
}
