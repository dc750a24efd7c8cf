package import Curation
package import NewsModel
package import NewsStore

/// The answer of `explain` to a query: what it found of each story that matches, or what comes near.
package enum StoryAnswer: Sendable {
    /// One story, or several tellings of it.
    case one(StoryFinding)
    /// Different stories, those of the edition first; how many more there are besides.
    case several([StoryFinding], more: Int)
    case none(StoryUnknown)
}

/// The place of one story in an edition and the reasons for it, or the reason why it has none.
package struct StoryFinding: Sendable {
    package var story: Story
    /// What its source was called.
    package var outlet: String
    package var standing: Standing
    /// The edition that was asked about, where the standing is of another one or of none.
    package var missingFrom: EditionDate?
    /// The other dates on which it was told, with the place on the site where it still stands there.
    package var toldElsewhere: [EditionDate: String?]

    package enum Standing: Sendable {
        /// In the edition of a date, at an address on the site.
        case told(EditionPosition, on: EditionDate, page: String)
        /// Told on a date whose edition is no longer kept.
        case forgotten(EditionDate)
        /// It belonged to a date and is not on its page; what fills the cap, where one kept it out.
        case leftOut(Edition.LeftOut, on: EditionDate, rivals: [Cluster])
        /// Remembered, but of no edition.
        case absent(Absence)
    }
}

/// A query that matches no remembered story, with what may help to see why.
package struct StoryUnknown: Sendable {
    /// The titles that come nearest, with their ids.
    package var nearest: [StoryName]
    /// Sources that failed when they were last asked.
    package var failed: [SourceTrouble]
    /// The configured source whose publisher the asked address has; `nil` where none has it, or no address was asked.
    package var source: SourceID?

    package struct SourceTrouble: Sendable, Hashable {
        package var source: SourceID
        package var outcome: Outcome
    }
}
