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
    /// When the next edition is due, on pages that are made anew with every edition.
    var dueAt: String?
    var dueLine: String?
    /// The language of what the tool itself says, where it is not the page's.
    var toolLanguage: String?
    var structured: RawText?

    static let fields: ViewFields<PageFrame> = [
        "language": .text { $0.language },
        "direction": .text { $0.direction },
        "title": .text { $0.title },
        "siteTitle": .text { $0.siteTitle },
        "description": .text { $0.description },
        "root": .text { $0.root },
        "policy": .text { $0.policy },
        "canonical": .text { $0.canonical },
        "isHidden": .flag { $0.isHidden },
        "feeds": .list { $0.feeds },
        "generator": .text { $0.generator },
        "builtAt": .text { $0.builtAt },
        "builtLine": .text { $0.builtLine },
        "sourcesLine": .text { $0.sourcesLine },
        "dueAt": .text { $0.dueAt },
        "dueLine": .text { $0.dueLine },
        "toolLanguage": .text { $0.toolLanguage },
        "structured": .raw { $0.structured },
    ]

    /// A feed that the page names for readers to find.
    struct FeedLink: TemplateView {
        var href: String
        var type: String
        var title: String

        static let fields: ViewFields<FeedLink> = [
            "href": .text { $0.href },
            "type": .text { $0.type },
            "title": .text { $0.title },
        ]
    }
}
