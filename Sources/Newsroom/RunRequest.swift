package import Foundation
package import NewsModel
package import Publishing
package import Settings

/// What one run is asked to do.
package struct RunRequest: Sendable {
    package var settings: Settings
    /// The instant of the run, to the millisecond as the state keeps it: what is made again from there says the same.
    package var now: Date
    /// The edition to build; today's in the configured time zone unless given.
    package var date: EditionDate?
    /// Whether sources are asked; otherwise the edition is built from what is remembered.
    package var fetches: Bool
    /// Whether the run only says what it would publish: neither site nor state changes.
    package var isDryRun: Bool
    /// Asks also those that are not yet due, and publishes below the publish guard.
    package var isForced: Bool
    /// Whether what Broadsheet did not make in the output, or made for another project, is taken over.
    package var adopts: Bool
    /// Whether the first failure ends the run.
    package var failsFast: Bool
    /// The sources to ask; all if empty.
    package var only: Set<SourceID>
    /// Which verb makes the site.
    package var maker: Manifest.Maker

    package init(
        settings: Settings, now: Date, date: EditionDate? = nil, fetches: Bool = true, isDryRun: Bool = false,
        isForced: Bool = false, adopts: Bool = false, failsFast: Bool = false, only: Set<SourceID> = [],
        maker: Manifest.Maker = .run
    ) {
        self.settings = settings
        self.now = Date(timeIntervalSince1970: (now.timeIntervalSince1970 * 1000).rounded(.down) / 1000)
        self.date = date
        self.fetches = fetches
        self.isDryRun = isDryRun
        self.isForced = isForced
        self.adopts = adopts
        self.failsFast = failsFast
        self.only = only
        self.maker = maker
    }

    /// - Throws: ``RunFailure`` where `only` names what is no source.
    func checkSelection() throws(RunFailure) {
        let known = settings.sources.map(\.id)
        let unknown = only.subtracting(known)
        guard unknown.isEmpty else { throw .unknownSources(unknown.sorted(), known: known) }
    }

    /// The date of the edition that the run builds.
    package var editionDate: EditionDate {
        date ?? EditionDate(now, in: settings.site.timeZone)
    }
}
