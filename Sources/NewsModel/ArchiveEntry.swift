package import Foundation

/// One row of the archive page: an edition's date and what is shown of it there.
package struct ArchiveEntry: Sendable, Hashable {
    package var date: EditionDate
    /// When it was last built.
    package var generated: Date
    /// How many clusters it holds.
    package var stories: Int
    /// The title of its first lead; `nil` for an empty edition.
    package var headline: String?

    package init(date: EditionDate, generated: Date, stories: Int, headline: String?) {
        self.date = date
        self.generated = generated
        self.stories = stories
        self.headline = headline
    }
}
