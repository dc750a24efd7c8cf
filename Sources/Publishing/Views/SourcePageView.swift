/// The page of a source: how it fares, and what it told of late.
struct SourcePageView: TemplateView {
    var page: OpenedView<PageFrame>
    var words: [String: String]
    /// As the health page has it.
    var source: HealthView.RowView
    /// Its address, to be read.
    var address: String?
    /// “12 stories of the last days”.
    var line: String
    var days: [DayOfStoriesView]

    static let fields: ViewFields<SourcePageView> = [
        "page": .opened { $0.page },
        "words": .words { $0.words },
        "source": .view { $0.source },
        "address": .text { $0.address },
        "line": .text { $0.line },
        "days": .list { $0.days },
        "isEmpty": .flag { $0.days.isEmpty },
    ]
}
