/// The page that lists every edition.
struct ArchiveView: TemplateView {
    var page: PageFrame
    var words: [String: String]
    var line: String
    var months: [MonthView]

    static let fields: [String: @Sendable (ArchiveView) -> Any?] = [
        "page": { $0.page }, "words": { $0.words }, "line": { $0.line }, "months": { $0.months },
        "hasMonths": { $0.months.count > 1 },
    ]

    struct MonthView: TemplateView {
        var anchor: String
        var name: String
        var days: [DayView]

        static let fields: [String: @Sendable (MonthView) -> Any?] = [
            "anchor": { $0.anchor }, "name": { $0.name }, "days": { $0.days },
        ]
    }

    struct DayView: TemplateView {
        var href: String
        var date: String
        var label: String
        var headline: String?
        var count: String

        static let fields: [String: @Sendable (DayView) -> Any?] = [
            "href": { $0.href }, "date": { $0.date }, "label": { $0.label }, "headline": { $0.headline },
            "count": { $0.count },
        ]
    }
}
