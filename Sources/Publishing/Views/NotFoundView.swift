/// The page for an address where nothing is. It is served from anywhere, so it carries its style.
struct NotFoundView: TemplateView {
    var page: PageFrame
    var words: [String: String]
    var style: RawText
    var home: String
    var archive: String

    static let fields: [String: @Sendable (NotFoundView) -> Any?] = [
        "page": { $0.page }, "words": { $0.words }, "style": { $0.style }, "home": { $0.home },
        "archive": { $0.archive },
    ]
}
