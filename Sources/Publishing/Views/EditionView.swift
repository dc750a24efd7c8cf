/// The page of an edition.
struct EditionView: TemplateView {
    var page: OpenedView<PageFrame>
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

    static let fields: ViewFields<EditionView> = [
        "page": .opened { $0.page },
        "words": .words { $0.words },
        "date": .text { $0.date },
        "dateLine": .text { $0.dateLine },
        "line": .text { $0.line },
        "missing": .text { $0.missing },
        "missingHref": .text { $0.missingHref },
        "previous": .view { $0.previous },
        "next": .view { $0.next },
        "hasNeighbours": .flag { $0.previous != nil || $0.next != nil },
        "lead": .view { $0.lead },
        "sections": .list { $0.sections },
        "index": .list { $0.index },
        "hasIndex": .flag { $0.index.count > 1 },
        "leftOut": .view { $0.leftOut },
        "isEmpty": .flag { $0.lead == nil },
    ]

    struct SectionView: TemplateView {
        var anchor: String
        var name: String
        /// The page of the section, and the words that lead there.
        var href: String?
        var all: String
        var stories: [StoryView]

        static let fields: ViewFields<SectionView> = [
            "anchor": .text { $0.anchor },
            "name": .text { $0.name },
            "href": .text { $0.href },
            "all": .text { $0.all },
            "stories": .list { $0.stories },
        ]
    }

    /// The way to a section.
    struct IndexEntry: TemplateView {
        var anchor: String
        var name: String
        var count: String

        static let fields: ViewFields<IndexEntry> = [
            "anchor": .text { $0.anchor },
            "name": .text { $0.name },
            "count": .text { $0.count },
        ]
    }

    /// The edition before or after.
    struct NeighbourView: TemplateView {
        var href: String
        var label: String

        static let fields: ViewFields<NeighbourView> = [
            "href": .text { $0.href },
            "label": .text { $0.label },
        ]
    }

    /// What is not on the page.
    struct LeftOutView: TemplateView {
        /// “19 more stories were left out”.
        var line: String
        var reasons: [ReasonView]

        static let fields: ViewFields<LeftOutView> = [
            "line": .text { $0.line },
            "reasons": .list { $0.reasons },
        ]
    }

    struct ReasonView: TemplateView {
        var line: String
        /// What can be named; a muted story cannot.
        var stories: [StoryView.CoverageView]

        static let fields: ViewFields<ReasonView> = [
            "line": .text { $0.line },
            "stories": .list { $0.stories },
            "isNamed": .flag { !$0.stories.isEmpty },
        ]
    }
}
