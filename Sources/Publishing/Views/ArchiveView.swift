/// The page that lists every edition, by year and month.
struct ArchiveView: TemplateView {
    var page: OpenedView<PageFrame>
    var words: [String: String]
    var line: String
    var sections: [PlaceView]
    var years: [YearView]

    static let fields: ViewFields<ArchiveView> = [
        "page": .opened { $0.page },
        "words": .words { $0.words },
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

/// A way to another page of the site.
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
