import Curation
import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings

/// The part of a run that happens in its transaction: results are recorded as sources end, and then the edition is
/// built and published.
struct EditionRun {
    private let request: RunRequest
    private let transaction: RunTransaction
    /// What earlier runs left behind.
    private let memories: [SourceID: SourceMemory]
    private let preparation: ItemPreparation
    private let publishing: SitePublishing
    private let redactor: Redactor
    private var results: [SourceID: SourceResult] = [:]
    /// What the new site took the place of, until the state knows of it.
    private var replaced: ReplacedSite?
    /// Whether the edition is noted as one that nobody was told of.
    private var isNoted = false
    /// The terms of the new stories' texts.
    private var terms: [StoryID: DocumentTerms] = [:]
    /// What there is for a first edition; `nil` for a later one, and where words are muted.
    private var supply: FirstEditionSupply?

    init(
        request: RunRequest, transaction: RunTransaction, memories: [SourceID: SourceMemory],
        preparation: ItemPreparation, publishing: SitePublishing, redactor: Redactor
    ) {
        self.request = request
        self.transaction = transaction
        self.memories = memories
        self.preparation = preparation
        self.publishing = publishing
        self.redactor = redactor
        results.reserveCapacity(request.settings.sources.count)
        if let reach = preparation.firstReach, request.settings.ranking.mute.isEmpty {
            supply = FirstEditionSupply(since: reach, policy: request.settings.edition)
        }
    }

    private var settings: Settings { request.settings }

    /// In the order of the configuration.
    private var orderedResults: [SourceResult] { settings.sources.compactMap { results[$0.id] } }

    /// Records what one source gave.
    mutating func record(_ result: SourceResult) throws {
        var result = result
        let id = result.source.id
        if var feed = result.feed.map({ preparation.complete($0, of: result.source, memories[id]) }) {
            result.feed = nil
            supply?.take(&feed.items, from: result.source)
            let terms = feed.terms
            let added = try transaction.record(feed.items, from: id) { index in terms[index] != nil }
            result.visit.report.newItems = added.count
            for story in added {
                if let terms = terms[story.index] { self.terms[story.id] = terms }
            }
        }
        try transaction.record(result.visit)
        results[id] = result
    }

    /// Makes the edition of what was recorded.
    mutating func draft(elapsed: Duration) throws -> EditionDraft {
        try recordUnasked()
        let results = orderedResults
        let curated = try EditionCuration(
            request: request, transaction: transaction, memories: memories, results: results, terms: terms,
            hasAmpleSupply: supply?.isAmple ?? false
        ).curated()
        let edition = curated.edition
        let health =
            try (request.repeatsHealth ? transaction.lastHealth() : nil)
            ?? healthReport(
                on: results, elapsed: elapsed, stories: edition.clusters.count, attempts: curated.attempts)
        let before = try transaction.edition(of: edition.date)
        let change = ConfigurationChange(request: request, edition: before)
        var draft = EditionDraft(
            edition: edition, before: before, health: health, notes: curated.notes + change.notes,
            fate: try fate(of: edition, before, health))
        draft.edition.curation = change.fingerprint
        guard draft.isPublished else { return draft }
        let earlier = try transaction.editions(of: edition.clusters.compactMap(\.updates))
        let pictures = try publishing.pictures(
            wantedBy: edition, [before].compactMap(\.self) + earlier, health: health, from: transaction)
        draft.expect(pictures.wanted, known: pictures.known)
        return draft
    }

    /// Publishes an edition.
    mutating func finish(_ draft: EditionDraft) throws -> RunReport {
        let learned = LearnedSecrets.onTheWholeSite(
            results.mapValues(\.learned), beside: draft.edition.clusters.flatMap(\.stories))
        let ids = IdentifierChange(settings: settings, remembered: try transaction.identifierBase())
        var draft = draft
        let (publication, notes, changed) = try publish(&draft, redactor.learning(learned))
        var report = RunReport(
            health: draft.health, edition: draft.edition, publication: publication,
            notes: notes + draft.notes + ids.notes)
        report.changed = changed
        report.news = try news(of: draft.edition, draft.before)
        if request.fetches, !request.isDryRun { try transaction.keep(report: draft.health.stateDocument) }
        return report
    }

    /// What there is to say of the health of the sources, with the changes that earlier runs told.
    private func healthReport(
        on results: [SourceResult], elapsed: Duration = .zero, stories: Int = 0, attempts: [SourceID: Int] = [:]
    ) throws -> HealthReport {
        // One that can't be read has nothing to tell.
        let earlier = try transaction.healthReport().flatMap { try? HealthReader.changes($0) } ?? []
        return HealthReporter(request: request, redactor: redactor).report(
            on: results, elapsed: elapsed, stories: stories, attempts: attempts, after: earlier)
    }

    /// Keeps what the run did, with the messages about it that are to be sent, or, where that can't be done, leaves the
    /// site as it was too.
    mutating func commit(keeping messages: [OutgoingMessage] = []) throws {
        do {
            if !messages.isEmpty { try transaction.keep(messages) }
            try transaction.commit()
        } catch {
            throw undo(after: error)
        }
        untold.forget()
        replaced?.letGo()
        replaced = nil
    }

    private var untold: UntoldEdition { UntoldEdition(state: settings.state) }

    /// Keeps nothing of what the run did, because of an error.
    /// - Returns: the error, which says it where the site could not be put back.
    mutating func undo(after error: any Error) -> any Error {
        guard !undo(), !error.isOfUnreadableState else { return error }
        return RunFailure.cannot("\(error) The site is new already: the next run goes on from what it says.")
    }

    /// Keeps nothing of what the run did.
    /// - Returns: whether the site is as it was.
    @discardableResult
    mutating func undo() -> Bool {
        transaction.rollBack()
        if isNoted { untold.forget() }
        defer { replaced = nil }
        return replaced?.putBack() ?? true
    }

    /// What others may be told of an edition, in place of which `before` stood.
    private func news(of edition: Edition, _ before: Edition?) throws -> RunReport.News {
        guard try isForOthers(edition) else { return .none }
        guard let before, before.isAnnounced else { return .edition }
        let known = Set(before.clusters.flatMap(\.stories).map(\.id))
        return edition.clusters.flatMap(\.stories).allSatisfy { known.contains($0.id) } ? .none : .more
    }

    /// Whether an edition is one that others are told of: it was asked for, goes where it is published, and is the newest of
    /// those that are not in the future.
    private func isForOthers(_ edition: Edition) throws -> Bool {
        guard request.fetches, !request.isElsewhere, !edition.clusters.isEmpty, edition.date <= request.lastDate else {
            return false
        }
        return try !transaction.archive().contains { $0.date > edition.date && $0.date <= request.lastDate }
    }

    /// Every source of the configuration has a result, those too that nobody asked.
    private mutating func recordUnasked() throws {
        let detail = request.fetches ? "left out by --only" : "nobody was asked (--no-fetch)"
        for source in settings.sources where results[source.id] == nil {
            let report = SourceReport(source: source.id, outcome: .skipped, detail: detail)
            try record(
                SourceResult(
                    source, visit: SourceVisit(report: report), memory: memories[source.id], request: request,
                    redactor: redactor))
        }
    }

    /// What becomes of an edition.
    private func fate(
        of edition: Edition, _ before: Edition?, _ health: HealthReport
    ) throws -> EditionDraft.Fate {
        let isFirst = try !publishing.hasSite && transaction.archive().isEmpty
        if !request.isForced, !isFirst, let reason = settings.publishGuard.reasonToHoldBack(health) {
            return request.isDryRun ? .shown(reason) : .heldBack(reason)
        }
        let isTooSmall = edition.clusters.count < settings.edition.minStories && before == nil
        if request.isDryRun {
            return .shown(isTooSmall ? PublishingNotes.quietness(of: edition, isFirst: isFirst) : nil)
        }
        return isTooSmall ? .tooSmall : .published
    }

    private mutating func publish(
        _ draft: inout EditionDraft, _ redactor: Redactor
    ) throws -> (RunReport.Publication, notes: [String], changed: [String]) {
        switch draft.fate {
        case .shown(let obstacle): return (.dryRun(obstacle), [], [])
        case .heldBack(let reason):
            let published = try publishing.publishHealth(draft.health, redactor, from: transaction)
            replaced = published.replaced
            return (.guarded(reason), [], published.changed)
        case .tooSmall, .published: break
        }
        if draft.isPublished {
            let isNews = try draft.before?.isAnnounced != true && isForOthers(draft.edition)
            draft.edition.isAnnounced = isNews || draft.before?.isAnnounced == true
            draft.edition = try publishing.marked(
                draft.edition, after: draft.before, health: draft.health, from: transaction)
            try transaction.save(draft.edition)
            if isNews {
                untold.note(draft.edition)
                isNoted = true
            }
        }
        let (removed, postponed) = try removeOldEditions(asOf: draft.edition.date)
        try transaction.prune(olderThan: request.now.addingTimeInterval(-settings.keepsState.seconds))
        let published = try publishing.publish(
            draft.isPublished ? draft.edition : nil, health: draft.health, quietness: draft.quietness,
            without: removed, newPictures: draft.newPictures, redactor, from: transaction)
        replaced = published.replaced
        if !request.isElsewhere { try transaction.remember(identifierBase: settings.publicIdentifierBase) }
        let notes = PublishingNotes.sentences(on: published) + PublishingNotes.postponement(of: postponed)
        if draft.isPublished { return (.published, notes, published.changed) }
        let isFirst = try transaction.archive().isEmpty
        return (.quiet(PublishingNotes.quietness(of: draft.edition, isFirst: isFirst)), notes, published.changed)
    }

    private func removeOldEditions(
        asOf date: EditionDate
    ) throws -> (removed: [EditionDate], postponed: [EditionDate]) {
        guard let keeps = settings.site.keepsEditions else { return ([], []) }
        let oldest = date.adding(days: -Int(keeps.seconds / 86_400))
        // The front page shows the newest one, however long ago anything came in.
        let newest = try transaction.archive().map(\.date).first { $0 <= date }
        return try transaction.removeEditions(before: min(oldest, newest ?? oldest))
    }

    /// Takes the edition of a date off the site and out of the state; what it told may be told again.
    mutating func remove(_ date: EditionDate) throws {
        try recordUnasked()
        try transaction.removeEdition(of: date)
        let health = try healthReport(on: orderedResults)
        let published = try publishing.publish(
            nil, health: health, without: [date], redactor, from: transaction)
        replaced = published.replaced
    }
}

extension RunTransaction {
    /// What the last run that asked anybody found out; `nil` where there was none.
    func lastHealth() throws -> HealthReport? {
        guard let document = try healthReport() else { return nil }
        var report = try HealthReader.report(document)
        report.addHistories(try memories(of: report.sources.map(\.report.source)))
        return report
    }
}

extension Error {
    /// Whether it says that the state can't be read, so that the run begins again on a new one.
    fileprivate var isOfUnreadableState: Bool {
        if case .unreadable = self as? StoreError { true } else { false }
    }
}
