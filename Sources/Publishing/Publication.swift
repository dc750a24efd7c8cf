package import Foundation
package import NewsModel
package import WebText

/// Everything that a site is made of, as values.
package struct Publication: Sendable, Hashable {
    package var site: SitePolicy
    /// The current edition first, then earlier ones, newest first: those to be rendered and those that the feeds need.
    package var editions: [Edition]
    /// Those whose own files are to be made; all of `editions` if `nil`.
    package var rendered: Set<EditionDate>?
    /// Those of them whose `edition.json` is made as well; all of them if `nil`.
    package var documented: Set<EditionDate>?
    /// Every edition that the site has, newest first, the current one included.
    package var archive: [ArchiveEntry]
    package var health: HealthReport
    /// Copies of pictures that the site does not have yet, by their names.
    package var newPictures: [String: [UInt8]] = [:]
    /// Why the run brought no edition of its own, so that the front page has to say since when it stands; `nil` where it
    /// brought one, or was not to.
    package var quietness: Quietness?
    /// Editions of a later date have their own pages, and nothing leads to them: a clock or a date was wrong. `nil` where
    /// there is no such limit.
    package var lastDate: EditionDate?
    /// When the site was built.
    package var generated: Date
    /// Where the addresses may lead that a source's items carry, of the sources that may lead to more than the internet.
    package var reaches: [SourceID: HostReach]
    /// What the tool calls itself: product and version.
    package var generator: String

    /// Why a night has no edition.
    package enum Quietness: Sendable, Hashable {
        case nothingNew
        /// There was something, but less than an edition has to have.
        case tooFew
    }

    package init(
        site: SitePolicy, editions: [Edition], archive: [ArchiveEntry], health: HealthReport, generated: Date,
        generator: String = "\(Product.name)/\(Product.version)", rendered: Set<EditionDate>? = nil,
        documented: Set<EditionDate>? = nil, reaches: [SourceID: HostReach] = [:]
    ) {
        self.rendered = rendered
        self.documented = documented
        self.reaches = reaches
        self.site = site
        self.editions = editions
        self.archive = archive
        self.health = health
        self.generated = generated
        self.generator = generator
    }

    /// Where the addresses of a source's items may lead.
    func reach(of source: SourceID) -> HostReach { reaches[source] ?? .publicOnly }

    /// How many editions the feeds hold: a reader that asks less often follows their archive links.
    package static let editionsInFeeds = 7
    /// How many of them stand in the feed of stories, story by story.
    package static let editionsInStoryFeed = 3
}

/// Why a site could not be written or read, in one sentence for a person.
package struct PublishingError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    package var errorDescription: String? { description }
}
