/// The page of a section: what stood in it of late.
struct SectionPageView: TemplateView {
    var page: OpenedView<PageFrame>
    var words: [String: String]
    var name: String
    /// “34 stories of the last days”.
    var line: String
    /// Its feed.
    var feedHref: String
    /// All sections, this one among them.
    var sections: [PlaceView]
    var days: [DayOfStoriesView]

    static let fields: ViewFields<SectionPageView> = [
        "page": .opened { $0.page },
        "words": .words { $0.words },
        "name": .text { $0.name },
        "line": .text { $0.line },
        "feedHref": .text { $0.feedHref },
        "sections": .list { $0.sections },
        "hasSections": .flag { $0.sections.count > 1 },
        "days": .list { $0.days },
        "isEmpty": .flag { $0.days.isEmpty },
    ]
}

/// The stories of one edition on the page of a section or a source.
struct DayOfStoriesView: TemplateView {
    /// The page of the edition.
    var href: String
    var date: String
    var dateLine: String
    var stories: [StoryView]

    static let fields: ViewFields<DayOfStoriesView> = [
        "href": .text { $0.href },
        "date": .text { $0.date },
        "dateLine": .text { $0.dateLine },
        "stories": .list { $0.stories },
    ]
}
