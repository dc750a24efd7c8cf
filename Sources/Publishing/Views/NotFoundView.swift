/// The page for an address where nothing is. It is served from anywhere, so it carries its style.
struct NotFoundView: TemplateView {
    var page: OpenedView<PageFrame>
    var words: [String: String]
    var style: RawText
    var home: String
    var archive: String

    static let fields: ViewFields<NotFoundView> = [
        "page": .opened { $0.page },
        "words": .words { $0.words },
        "style": .raw { $0.style },
        "home": .text { $0.home },
        "archive": .text { $0.archive },
    ]
}
