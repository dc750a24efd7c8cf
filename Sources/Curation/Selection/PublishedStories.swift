import NewsModel

/// What editions have told already: on earlier dates, and in earlier builds of this one.
struct PublishedStories {
    /// The date on which each story was told before.
    let toldOn: [StoryID: EditionDate]
    /// The stories told before, each once, that may still belong with new ones.
    let told: [Story]
    /// What joined such a story too late, each once, and was not told since.
    let latecomers: [Story]
    /// The date on which the story was told that a latecomer joined.
    let lateFor: [StoryID: EditionDate]
    /// The clusters of all those editions, as stories that stay together.
    let together: [[StoryID]]
    /// The place of each story that led in the earlier build of this edition.
    let pinnedLeads: [StoryID: Int]
    let pinnedStories: [StoryID: Story]
    /// The dates that pinned clusters are updates of, by story.
    let pinnedUpdates: [StoryID: EditionDate]

    init(_ request: CurationRequest) {
        var toldOn: [StoryID: EditionDate] = [:]
        var told: [Story] = []
        var together: [[StoryID]] = []
        for edition in request.earlier.sorted(by: { $0.date < $1.date }) where edition.date < request.date {
            for cluster in edition.clusters {
                together.append(cluster.stories.map(\.id))
                for story in cluster.stories where toldOn.updateValue(edition.date, forKey: story.id) == nil {
                    told.append(story)
                }
            }
        }
        let pinned = request.pinned?.clusters ?? []
        let late = Self.unknown(request.latecomers, request.stories, toldOn, pinned)
        let joined = Dictionary(
            late.compactMap { late in EditionDate(late.detail).map { (late.story.id, (late.story, $0)) } },
            uniquingKeysWith: { first, _ in first })
        latecomers = joined.values.map(\.0).sorted { ($0.key, $0.id) < ($1.key, $1.id) }
        lateFor = joined.mapValues(\.1)
        self.toldOn = toldOn
        self.told = told
        self.together = together + pinned.map { $0.stories.map(\.id) }
        pinnedLeads = Dictionary(
            pinned.enumerated().map { ($0.element.lead.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        pinnedStories = Dictionary(
            pinned.flatMap(\.stories).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        pinnedUpdates = Dictionary(
            pinned.flatMap { cluster in cluster.stories.compactMap { story in cluster.updates.map { (story.id, $0) } }
            },
            uniquingKeysWith: { first, _ in first })
    }

    /// The latecomers that are nothing else besides.
    private static func unknown(
        _ latecomers: [Edition.LeftOut], _ stories: [Story], _ toldOn: [StoryID: EditionDate], _ pinned: [Cluster]
    ) -> [Edition.LeftOut] {
        guard !latecomers.isEmpty else { return [] }
        let known = Set(stories.map(\.id)).union(toldOn.keys).union(pinned.flatMap(\.stories).map(\.id))
        return latecomers.filter { !known.contains($0.story.id) }
    }

    /// The date on which a story was told, or the one that it joined too late.
    func date(of story: StoryID) -> EditionDate? { toldOn[story] ?? lateFor[story] }

    /// Whether a story that was told before has grown enough to return as an update.
    ///
    /// The rule, “doubled”: the publishers that joined it since weigh at least as much together as those that told it,
    /// and at least as much as two papers of the usual weight.
    ///
    /// - Parameters:
    ///   - told: what was told.
    ///   - coverage: those of the stories that stood under another one's address: they make it no larger.
    ///   - joined: what tells it now.
    /// - Returns: whether it returns.
    static func hasGrown(told: [Candidate], coverage: Set<StoryID>, joined: [Candidate]) -> Bool {
        let (publishers, carriers) = (Set(told.map(\.publisher)), Set(told.map(\.carrier)))
        let fresh = joined.filter { !publishers.contains($0.publisher) && !carriers.contains($0.carrier) }
        // Where nobody knows who told it, as with latecomers alone, nobody knows what would be twice as much.
        let weighty = told.filter { !coverage.contains($0.story.id) }
        return !told.isEmpty && CoverageWeight(fresh).total >= max(2, CoverageWeight(weighty).total)
    }
}
