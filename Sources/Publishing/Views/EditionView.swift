/// The page of an edition.
struct EditionView: TemplateView {
    var page: PageFrame
    var words: [String: String]
    var date: String
    var dateLine: String
    /// “41 stories from 23 of 25 sources”.
    var line: String
    /// “two did not answer”, with the way to the health page.
    var missing: String?
    var missingHref: String?
    var previous: NeighbourView?
    var next: NeighbourView?
    var lead: StoryView?
    var sections: [SectionView]
    var index: [IndexEntry]
    var leftOut: LeftOutView?

    static let fields: [String: @Sendable (EditionView) -> Any?] = [
        "page": { $0.page },
        "words": { $0.words },
        "date": { $0.date },
        "dateLine": { $0.dateLine },
        "line": { $0.line },
        "missing": { $0.missing },
        "missingHref": { $0.missingHref },
        "previous": { $0.previous },
        "next": { $0.next },
        "hasNeighbours": { $0.previous != nil || $0.next != nil },
        "lead": { $0.lead },
        "sections": { $0.sections },
        "index": { $0.index },
        "hasIndex": { $0.index.count > 1 },
        "leftOut": { $0.leftOut },
        "isEmpty": { $0.lead == nil },
    ]

    struct SectionView: TemplateView {
        var anchor: String
        var name: String
        var stories: [StoryView]

        static let fields: [String: @Sendable (SectionView) -> Any?] = [
            "anchor": { $0.anchor }, "name": { $0.name }, "stories": { $0.stories },
        ]
    }

    /// The way to a section.
    struct IndexEntry: TemplateView {
        var anchor: String
        var name: String
        var count: String

        static let fields: [String: @Sendable (IndexEntry) -> Any?] = [
            "anchor": { $0.anchor }, "name": { $0.name }, "count": { $0.count },
        ]
    }

    /// The edition before or after.
    struct NeighbourView: TemplateView {
        var href: String
        var label: String

        static let fields: [String: @Sendable (NeighbourView) -> Any?] = [
            "href": { $0.href }, "label": { $0.label },
        ]
    }

    /// What is not on the page.
    struct LeftOutView: TemplateView {
        /// “19 more stories were left out”.
        var line: String
        var reasons: [ReasonView]

        static let fields: [String: @Sendable (LeftOutView) -> Any?] = [
            "line": { $0.line }, "reasons": { $0.reasons },
        ]
    }

    struct ReasonView: TemplateView {
        var line: String
        /// What can be named; a muted story cannot.
        var stories: [StoryView.CoverageView]

        static let fields: [String: @Sendable (ReasonView) -> Any?] = [
            "line": { $0.line }, "stories": { $0.stories }, "isNamed": { !$0.stories.isEmpty },
        ]
    }
}
