/// The page of a source: what it told of late.
struct SourcePageView: TemplateView {
    var page: OpenedView<PageFrame>
    var words: [String: String]
    var name: String
    var section: String
    var sectionHref: String?
    /// Where it stands on the page of health.
    var healthHref: String
    /// Its address, to be read.
    var address: String?
    /// “12 stories of the last days”.
    var line: String
    var days: [DayOfStoriesView]

    static let fields: ViewFields<SourcePageView> = [
        "page": .opened { $0.page },
        "words": .words { $0.words },
        "name": .text { $0.name },
        "section": .text { $0.section },
        "sectionHref": .text { $0.sectionHref },
        "healthHref": .text { $0.healthHref },
        "address": .text { $0.address },
        "line": .text { $0.line },
        "days": .list { $0.days },
    ]
}
