package import Foundation
package import NewsModel

/// What the archive shows of an edition.
package struct ArchivedEdition: Sendable, Hashable {
    package var date: EditionDate
    /// When it was last built.
    package var generated: Date
    /// How many clusters it tells.
    package var stories: Int
    /// The title of the first of them.
    package var headline: String?

    package init(date: EditionDate, generated: Date, stories: Int, headline: String?) {
        self.date = date
        self.generated = generated
        self.stories = stories
        self.headline = headline
    }
}
