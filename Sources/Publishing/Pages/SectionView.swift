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
    /// Headlines below it, where it is shorter than the columns beside it: they follow the first two of those.
    var below: [StoryView] = []
    /// The rest, as a list of headlines, and in how many columns that is set where there is room.
    var briefs: [StoryView] = []
    var briefColumns = 1
    /// Of how many sections that tell one story each its row consists; 0 where it tells more.
    var rowLength = 0

    static let fields: ViewFields<SectionView> = [
        "anchor": .text { $0.anchor },
        "name": .text { $0.name },
        "href": .text { $0.href },
        "all": .text { $0.all },
        "next": .view { $0.next },
        "leader": .view { $0.leader },
        "columns": .list { Array($0.columns.prefix(2)) },
        "below": .list { $0.below },
        "hasBelow": .flag { !$0.below.isEmpty },
        "moreColumns": .list { Array($0.columns.dropFirst(2)) },
        "columnCount": .text { String($0.columns.count) },
        "briefs": .list { $0.briefs },
        "hasBriefs": .flag { !$0.briefs.isEmpty },
        "briefColumns": .text { String($0.briefColumns) },
        "rowLength": .text { $0.rowLength > 0 ? String($0.rowLength) : nil },
        "stories": .list { $0.stories },
    ]

    /// All of them, in the order of rank.
    var stories: [StoryView] {
        let told = { (columns: ArraySlice<ColumnView>) in columns.flatMap { [$0.story] + $0.briefs } }
        return [leader].compactMap(\.self) + told(columns.prefix(2)) + below + told(columns.dropFirst(2)) + briefs
    }

    /// Whether it tells one story alone.
    var isSingle: Bool { leader != nil && columns.isEmpty && below.isEmpty && briefs.isEmpty }

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
        leader = clusters.first.map { builder.view(of: $0, .leader) }
        leader.mutate { pictures.removeShown(from: &$0) }
        var rest = clusters.dropFirst().map { cluster in
            var story = builder.view(of: cluster)
            pictures.removeShown(from: &story)
            if story.image == leader?.image { story.image = nil }
            return story
        }[...]
        let layout = SectionLayout(
            leader: leader.map(StorySize.init) ?? StorySize(headline: 0), rest.map(StorySize.init),
            hasPicture: leader.map { $0.image != nil && !$0.isPictureSmall } ?? false)
        func takeBelow() {
            below = Array(rest.prefix(layout.below))
            rest = rest.dropFirst(layout.below)
        }
        leader.mutate { pictures.place(layout.hasLargePicture ? .large : .thumbnail, of: &$0) }
        for (index, count) in layout.columns.enumerated() {
            if index == 2 { takeBelow() }
            var stories = rest.prefix(count)
            rest = rest.dropFirst(count)
            guard var story = stories.popFirst() else { continue }
            pictures.place(.thumbnail, of: &story)
            columns.append(ColumnView(story: story, briefs: Array(stories)))
        }
        if layout.columns.count <= 2 { takeBelow() }
        briefs = Array(rest)
        briefColumns = layout.briefColumns
    }
}

extension [SectionView] {
    /// Sets sections that tell one story each side by side where they follow each other: two to a row, or three.
    mutating func joinSingles() {
        var start = 0
        while start < count {
            let run = self[start...].prefix { $0.isSingle }.count
            var rest = run
            while rest > 0 {
                let length = rest == 3 || rest == 1 ? rest : 2
                for index in start..<start + length { self[index].rowLength = length }
                start += length
                rest -= length
            }
            if run == 0 { start += 1 }
        }
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
