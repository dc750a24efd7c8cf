package import Foundation
package import NewsModel

/// All that the store knows of where one story stands, on any date.
package struct StoryHistory: Sendable, Hashable {
    /// As it is now, without its texts.
    package var story: Story
    /// The lead of its cluster on each date on which it was told; its own id where it led.
    package var told: [EditionDate: StoryID]
    /// Why it is not in the editions to which it belonged.
    package var leftOut: [EditionDate: Edition.LeftOut]
    /// Why it belonged to no edition; `nil` where it is told or left out.
    package var absence: Absence?

    package init(
        story: Story, told: [EditionDate: StoryID] = [:], leftOut: [EditionDate: Edition.LeftOut] = [:],
        absence: Absence? = nil
    ) {
        self.story = story
        self.told = told
        self.leftOut = leftOut
        self.absence = absence
    }
}

/// Why a remembered story belonged to no edition.
package enum Absence: Sendable, Hashable {
    /// No edition was built since it was first seen.
    case notYet
    /// It is dated before what the edition of that date reached back to.
    case tooOld(EditionDate, reach: Date)
    /// Its source was new on that date, and it is dated before the edition before.
    case backCatalogue(EditionDate, since: Date)
    /// It would have belonged to that date: its source was not in the configuration, or the date was built anew without
    /// it.
    case passedOver(EditionDate)
}

/// What a story is recognised by when somebody asks for it.
package struct StoryName: Sendable, Hashable {
    package var id: StoryID
    package var key: String
    package var title: String
}
