import NewsModel

/// What editions have published already: those of earlier dates, and earlier builds of this one.
struct PublishedStories {
    /// The date on which each story was published last.
    let dates: [StoryID: EditionDate]
    /// The stories published before, each once, that may still belong with new ones.
    let stories: [Story]
    /// What joined such a story too late, each once, and was not published since.
    let latecomers: [Story]
    /// The date on which the story was published that a latecomer joined.
    let lateDates: [StoryID: EditionDate]
    /// The clusters of all those editions, as stories that stay together.
    let together: [[StoryID]]
    /// The rank of each story that led in the earlier build of this edition.
    let pinnedLeads: [StoryID: Int]
    let pinnedStories: [StoryID: Story]
    /// The dates that pinned clusters are updates of, by story.
    let pinnedUpdates: [StoryID: EditionDate]

    init(_ request: CurationRequest) {
        var dates: [StoryID: EditionDate] = [:]
        var stories: [Story] = []
        var together: [[StoryID]] = []
        for edition in request.earlier.sorted(by: { $0.date < $1.date }) where edition.date < request.date {
            for cluster in edition.clusters {
                together.append(cluster.stories.map(\.id))
                for story in cluster.stories where dates.updateValue(edition.date, forKey: story.id) == nil {
                    stories.append(story)
                }
            }
        }
        let pinned = request.pinned?.clusters ?? []
        let late = Self.unknown(request.latecomers, request.stories, dates, pinned)
        let joined = Dictionary(
            late.compactMap { late in EditionDate(late.detail).map { (late.story.id, (late.story, $0)) } },
            uniquingKeysWith: { first, _ in first })
        latecomers = joined.values.map(\.0).sorted { ($0.key, $0.id) < ($1.key, $1.id) }
        lateDates = joined.mapValues(\.1)
        self.dates = dates
        self.stories = stories
        self.together = together + pinned.map { $0.stories.map(\.id) }
        pinnedLeads = Dictionary(
            pinned.enumerated().map { ($0.element.lead.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        pinnedStories = Dictionary(
            pinned.flatMap(\.stories).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        pinnedUpdates = Dictionary(
            pinned.flatMap { cluster in cluster.updates.map { date in cluster.stories.map { ($0.id, date) } } ?? [] },
            uniquingKeysWith: { first, _ in first })
    }

    /// The latecomers that are nothing else besides.
    private static func unknown(
        _ latecomers: [Edition.LeftOut], _ stories: [Story], _ dates: [StoryID: EditionDate], _ pinned: [Cluster]
    ) -> [Edition.LeftOut] {
        guard !latecomers.isEmpty else { return [] }
        let known = Set(stories.map(\.id)).union(dates.keys).union(pinned.flatMap(\.stories).map(\.id))
        return latecomers.filter { !known.contains($0.story.id) }
    }

    /// The date on which a story was published, or the one that it joined too late.
    func date(of story: StoryID) -> EditionDate? { dates[story] ?? lateDates[story] }

    /// Whether a story that was published before has grown enough to return as an update.
    ///
    /// The rule, “doubled”: the publishers that joined it since weigh at least as much together as those that had it
    /// then, and at least as much as two papers of the usual weight. Documents of then that stood under another one's
    /// address, the `coverage`, make it no larger.
    static func hasGrown(from published: [Document], coverage: Set<StoryID>, by joined: [Document]) -> Bool {
        let (publishers, carriers) = (Set(published.map(\.publisher)), Set(published.map(\.carrier)))
        let new = joined.filter { !publishers.contains($0.publisher) && !carriers.contains($0.carrier) }
        // Where nothing of then is known, as with latecomers alone, it is unknown what would be twice as much.
        let independent = published.filter { !coverage.contains($0.story.id) }
        return !published.isEmpty && CoverageWeight(new).total >= max(2, CoverageWeight(independent).total)
    }
}
