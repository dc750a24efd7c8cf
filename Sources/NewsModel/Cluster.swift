/// Stories that are the same news, told once.
package struct Cluster: Sendable, Hashable {
    /// The one that is shown.
    package var lead: Story
    /// Who else has it, best first.
    package var also: [Story]
    /// What it is ranked by: higher stands first.
    package var score: Double
    package var explanation: Explanation
    /// The edition that it was told in before, where it returns because it has grown.
    package var updates: EditionDate?
    /// What its entry in the feeds says; `nil` where it was not published yet.
    package var entry: EntryMark?

    package init(
        lead: Story, also: [Story] = [], score: Double, explanation: Explanation = Explanation(),
        updates: EditionDate? = nil, entry: EntryMark? = nil
    ) {
        self.lead = lead
        self.also = also
        self.score = score
        self.explanation = explanation
        self.updates = updates
        self.entry = entry
    }

    package var stories: [Story] { [lead] + also }

    /// The stories of earlier editions that an update is held to be one with, each once.
    package var earlierTellings: [StoryID] {
        guard updates != nil else { return [] }
        var seen = Set(stories.map(\.id))
        return explanation.bonds.flatMap { [$0.one, $0.other] }.filter { seen.insert($0).inserted }
    }
}
