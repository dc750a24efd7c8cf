/// Evidence that two titles, which look alike, tell two events.
struct Contrast: Sendable {
    enum Kind: Sendable, Hashable {
        /// Two numbers in one role, such as the 12th and the 13th.
        case numbers
        /// Two days of the week.
        case days
        /// An action and its opposite.
        case opposites
        /// Each names somebody or some place of its own, where the other names another.
        case names
        /// The same words, but who does it to whom.
        case exchange
        /// The same sentence with other words in one place.
        case words
        /// One running story or column, and of it two things that have nothing in common.
        case parts
        /// Two things in one frame: behind a label that says of what kind they are, or between one and a paper's name without
        /// anything in common.
        case frames
    }

    let kind: Kind
    /// What stands in the one title, and what in its place in the other.
    let one: [TitleToken]
    let other: [TitleToken]

    /// Whether the later of two titles that it keeps apart tells the next step of one running story: another number in the
    /// same role, the opposite action, another thing of what is named before a colon.
    var isNextStep: Bool {
        switch kind {
        case .numbers, .opposites, .parts: true
        case .days, .names, .exchange, .words, .frames: false
        }
    }

    /// What is left of the likeness.
    var factor: Double {
        switch kind {
        case .numbers, .days, .opposites, .exchange: 0.1
        case .names, .frames: 0.15
        case .words, .parts: 0.3
        }
    }
}
