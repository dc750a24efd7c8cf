package import Fetching
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
    /// Whether `date` may lie further ahead than a day.
    package var allowsFuture = false
    /// Whether `now` is what the machine's clock says, which answers can contradict.
    package var isClockOfMachine = false
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
    /// Whether the edition is made as if for the first time: nothing that it told before is held to.
    package var isFresh: Bool
    /// Whether the site goes elsewhere than the configuration says: nobody is told of it.
    package var isElsewhere: Bool
    /// Which verb makes the site.
    package var maker: Manifest.Maker
    /// Whether the health pages of a run that asks nobody say what the last one that did found out.
    package var repeatsHealth = false
    /// What is to be said of what was asked before the sources, such as lists of them.
    package var notices: [HealthNotice] = []
    /// Which failures make the run no success.
    package var failOn: FailurePolicy
    /// Is told of the paths of the site's files that are new or go, in the order in which they may be copied elsewhere, each
    /// time before the site is replaced: whatever becomes of the run, they have been told.
    package var willReplace: @Sendable ([String]) -> Void = { _ in }
    /// The file that records what is asked and answered.
    package var record: RecordRequest?
    /// What was recorded, in place of asking anybody.
    package var replay: RecordSet?

    package init(
        settings: Settings, now: Date, date: EditionDate? = nil, fetches: Bool = true, isDryRun: Bool = false,
        isForced: Bool = false, adopts: Bool = false, failsFast: Bool = false, only: Set<SourceID> = [],
        isFresh: Bool = false, isElsewhere: Bool = false, maker: Manifest.Maker = .run
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
        self.isFresh = isFresh
        self.isElsewhere = isElsewhere
        self.maker = maker
        failOn = settings.failOn
    }

    /// The same run out of records: at their instant, unless another is given, for their edition, and of the sources that
    /// were asked.
    package func replaying(_ records: RecordSet, at now: Date? = nil) -> RunRequest {
        let recorded = records.description
        var request = self
        request.replay = records
        request.isClockOfMachine = false
        request.isForced = isForced || recorded.isForced
        request.now = now ?? recorded.now
        if request.only.isEmpty { request.only = Set(recorded.only.map(SourceID.init(rawValue:))) }
        if date == nil, now == nil, let edition = EditionDate(recorded.edition) {
            request.date = edition
            request.allowsFuture = true
        }
        return request
    }

    /// - Throws: ``RunFailure`` where `only` names what is no source.
    func checkSelection() throws(RunFailure) {
        let known = settings.sources.map(\.id)
        let unknown = only.subtracting(known)
        guard unknown.isEmpty else { throw .unknownSources(unknown.sorted(), known: known) }
    }

    /// - Throws: ``RunFailure`` where the edition lies in the future.
    func checkDate() throws(RunFailure) {
        guard editionDate > lastDate, !allowsFuture else { return }
        throw .inTheFuture(editionDate, today: today)
    }

    /// The last date that is not in the future: tomorrow, for whoever makes its edition the evening before.
    var lastDate: EditionDate { today.adding(days: 1) }

    /// The date of the run, whichever edition it builds.
    package var today: EditionDate { EditionDate(now, in: settings.site.timeZone) }

    /// Whether those are told who want to hear of runs. A night that was recorded as a whole was told of by the run that
    /// recorded it.
    var tellsOthers: Bool { fetches && !isElsewhere && !isDryRun && replay.map(\.isSharedOut) ?? true }

    /// Whether pictures are fetched for the edition.
    var copiesPictures: Bool { fetches && !isDryRun && settings.site.images == .copied && record?.shard == nil }

    /// Whether every source is asked that is due.
    var asksAll: Bool { fetches && only.isEmpty }

    /// The date of the edition that the run builds.
    package var editionDate: EditionDate {
        date ?? today
    }
}

/// Where a run is recorded.
package struct RecordRequest: Sendable {
    package var path: String
    /// The text of the configuration, for whoever reads the record.
    package var configuration: String
    /// Of the file; drawn by chance.
    package var id: UInt64
    /// The part of the sources that is asked; `nil` for all.
    package var shard: RecordDescription.Shard?

    package init(path: String, configuration: String, id: UInt64, shard: RecordDescription.Shard? = nil) {
        self.path = path
        self.configuration = configuration
        self.id = id
        self.shard = shard
    }
}
