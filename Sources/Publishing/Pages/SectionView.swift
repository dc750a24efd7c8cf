import NewsModel

/// A section of an edition, its stories by the place that their rank gives them.
struct SectionView: TemplateView {
    var anchor = ""
    var name = ""
    /// The page of the section, and the words that lead there.
    var href: String?
    var all = ""
    /// The section after it, to skip to.
    var next: SkipView?
    /// The first, with a large headline.
    var leader: StoryView?
    /// Those beside and below it.
    var columns: [ColumnView] = []
    /// The rest, as a list of headlines, and in how many columns that is set where there is room.
    var briefs: [StoryView] = []
    var briefColumns = 1

    static let fields: ViewFields<SectionView> = [
        "anchor": .text { $0.anchor },
        "name": .text { $0.name },
        "href": .text { $0.href },
        "all": .text { $0.all },
        "next": .view { $0.next },
        "leader": .view { $0.leader },
        "columns": .list { $0.columns },
        "columnCount": .text { String($0.columns.count) },
        "briefs": .list { $0.briefs },
        "hasBriefs": .flag { !$0.briefs.isEmpty },
        "briefColumns": .text { String($0.briefColumns) },
        "stories": .list { $0.stories },
    ]

    /// All of them, in the order of rank.
    var stories: [StoryView] { [leader].compactMap(\.self) + columns.flatMap { [$0.story] + $0.briefs } + briefs }

    /// A column: a story with its summary, and headlines below it.
    struct ColumnView: TemplateView {
        var story: StoryView
        var briefs: [StoryView]

        static let fields: ViewFields<ColumnView> = [
            "story": .view { $0.story },
            "briefs": .list { $0.briefs },
        ]
    }

    /// The section to which a reader may skip.
    struct SkipView: TemplateView {
        var anchor: String
        /// “Skip to Science”.
        var label: String

        static let fields: ViewFields<SkipView> = [
            "anchor": .text { $0.anchor },
            "label": .text { $0.label },
        ]
    }
}

extension SectionView {
    /// The stories of a section in their places; the pictures that they show count as shown from then on.
    init(_ clusters: ArraySlice<Cluster>, _ builder: StoryViewBuilder, _ pictures: inout PlacedPictures) {
        var rest = clusters.dropFirst().map { builder.view(of: $0) }[...]
        leader = clusters.first.map { builder.view(of: $0, .leader) }
        let layout = SectionLayout(excerpts: rest.map { $0.excerpt != nil }, hasPicture: leader?.image != nil)
        leader.mutate { pictures.place(layout.hasLargePicture ? .large : .thumbnail, of: &$0) }
        for count in layout.columns {
            var stories = rest.prefix(count)
            rest = rest.dropFirst(count)
            guard var story = stories.popFirst() else { continue }
            pictures.place(.thumbnail, of: &story)
            columns.append(ColumnView(story: story, briefs: Array(stories)))
        }
        briefs = Array(rest)
        briefColumns = layout.briefColumns
    }
}

extension Optional {
    /// Changes the value, if there is one.
    mutating func mutate(_ change: (inout Wrapped) -> Void) {
        guard var value = self else { return }
        change(&value)
        self = value
    }
}
