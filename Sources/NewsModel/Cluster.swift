/// Stories that are the same news, told once.
package struct Cluster: Sendable, Hashable, Codable {
    /// The one that is shown.
    package var lead: Story
    /// Who else has it, best first.
    package var also: [Story]
    /// What it is ranked by: higher stands first.
    package var score: Double
    package var explanation: Explanation
    /// The edition that it was told in before, where it returns because it has grown.
    package var updates: EditionDate?

    package init(
        lead: Story, also: [Story] = [], score: Double, explanation: Explanation = Explanation(),
        updates: EditionDate? = nil
    ) {
        self.lead = lead
        self.also = also
        self.score = score
        self.explanation = explanation
        self.updates = updates
    }

    package var stories: [Story] { [lead] + also }
}

/// Why a cluster stands where it does.
package struct Explanation: Sendable, Hashable, Codable {
    /// What its score is made of, in the order of the formula.
    package var factors: [Factor]
    /// What else was decided about it, in words: "merged with … by equal title".
    package var notes: [String]

    package init(factors: [Factor] = [], notes: [String] = []) {
        self.factors = factors
        self.notes = notes
    }

    package struct Factor: Sendable, Hashable, Codable {
        /// "freshness", "coverage", …
        package var name: String
        /// What it multiplies or adds to the score, as the formula says.
        package var value: Double
        /// What it comes from: "3 h old, half-life 18 h".
        package var reason: String

        package init(name: String, value: Double, reason: String) {
            self.name = name
            self.value = value
            self.reason = reason
        }
    }
}
