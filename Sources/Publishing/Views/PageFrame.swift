/// What every page has around its own matter.
struct PageFrame: TemplateView {
    var language: String
    var direction: String
    /// Of the document: what a tab shows.
    var title: String
    var siteTitle: String
    var description: String
    /// What leads from the page to the site's root: empty, `../` or `../../../`.
    var root: String
    /// The Content Security Policy.
    var policy: String
    /// Where the page is published, absolute.
    var canonical: String?
    var isHidden: Bool
    var feeds: [FeedLink]
    var generator: String
    var builtAt: String
    var builtLine: String
    var sourcesLine: String
    var structured: RawText?

    static let fields: [String: @Sendable (PageFrame) -> Any?] = [
        "language": { $0.language },
        "direction": { $0.direction },
        "title": { $0.title },
        "siteTitle": { $0.siteTitle },
        "description": { $0.description },
        "root": { $0.root },
        "policy": { $0.policy },
        "canonical": { $0.canonical },
        "isHidden": { $0.isHidden },
        "feeds": { $0.feeds },
        "generator": { $0.generator },
        "builtAt": { $0.builtAt },
        "builtLine": { $0.builtLine },
        "sourcesLine": { $0.sourcesLine },
        "structured": { $0.structured },
    ]

    /// A feed that the page names for readers to find.
    struct FeedLink: TemplateView {
        var href: String
        var type: String
        var title: String

        static let fields: [String: @Sendable (FeedLink) -> Any?] = [
            "href": { $0.href }, "type": { $0.type }, "title": { $0.title },
        ]
    }
}
