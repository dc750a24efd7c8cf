/// The page that says how every source fared.
struct HealthView: TemplateView {
    var page: OpenedView<PageFrame>
    var words: [String: String]
    /// The night in a sentence, fit to be a notification.
    var summary: RawText
    /// When it ran and how long it took.
    var runLine: String
    var rows: [RowView]

    static let fields: ViewFields<HealthView> = [
        "page": .opened { $0.page },
        "words": .words { $0.words },
        "summary": .raw { $0.summary },
        "runLine": .text { $0.runLine },
        "rows": .list { $0.rows },
    ]

    struct RowView: TemplateView {
        var anchor: String
        var state: HealthState
        var stateWord: String
        var source: String
        /// Its page on the site, if it has one, and its own address.
        var pageHref: String?
        var href: String?
        var provider: String
        var section: String
        var sectionHref: String?
        /// How it ended, in the words of the site.
        var outcome: String
        /// What happened, in the tool's own words.
        var detail: String?
        var advice: String?
        /// Where it says that it has moved to.
        var moved: RawText?
        /// The last three, as they stand behind the outcome.
        var said: RawText
        var since: String?
        var lastSuccess: String
        var lastSuccessAt: String?
        var time: String
        /// The last nights, in SVG.
        var strip: RawText

        static let fields: ViewFields<RowView> = [
            "anchor": .text { $0.anchor },
            "state": .text { $0.state.rawValue },
            "shape": .text { $0.state.shape },
            "stateWord": .text { $0.stateWord },
            "source": .text { $0.source },
            "href": .text { $0.href },
            "pageHref": .text { $0.pageHref },
            "sourceLink": .derived { .link($0.source, to: $0.pageHref, away: $0.href) },
            "provider": .text { $0.provider },
            "section": .text { $0.section },
            "sectionHref": .text { $0.sectionHref },
            "sectionLink": .derived { .link($0.section, to: $0.sectionHref) },
            "outcome": .text { $0.outcome },
            "detail": .text { $0.detail },
            "advice": .text { $0.advice },
            "moved": .raw { $0.moved },
            "said": .derived { $0.said },
            "since": .text { $0.since },
            "lastSuccess": .text { $0.lastSuccess },
            "lastSuccessAt": .text { $0.lastSuccessAt },
            "lastSuccessTime": .derived { .time($0.lastSuccess, at: $0.lastSuccessAt) },
            "time": .text { $0.time },
            "strip": .raw { $0.strip },
        ]
    }
}
