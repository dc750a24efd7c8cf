package import Foundation
package import NewsModel
import NewsStore
import Publishing
package import Settings

/// The editions that were published, to look at and to mend what went wrong.
package struct EditionArchive: Sendable {
    private let request: RunRequest

    /// - Parameters:
    ///   - settings: name the state and the output.
    ///   - now: the instant of now.
    package init(settings: Settings, now: Date) {
        request = RunRequest(settings: settings, now: now, fetches: false)
    }

    /// Every edition that the state knows, newest first.
    /// - Throws: ``RunFailure`` where nothing was built yet, or the state can't be read; it stays where it is.
    package func entries() throws(RunFailure) -> [ArchiveEntry] {
        try checkAnything()
        do { return try NewsStore.archive(at: request.settings.state) } catch { throw .cannot("\(error)") }
    }

    /// Whether there is an edition of a date, in the state or in the site, from which the state learns of it.
    /// - Throws: ``RunFailure`` where there is none, with the dates that there are, or where the state can't be read.
    package func check(_ date: EditionDate) throws(RunFailure) {
        let dates = Set(try entries().map(\.date)).union(SitePublishing.editions(request))
        guard dates.contains(date) else { throw .cannot(Self.missing(date, among: dates)) }
    }

    /// Takes the edition of a date off the site, with all that leads to it, and out of the state; what it told may be told
    /// again. What the site remembers of other dates, and a state that was lost does not, is taken over first.
    /// - Returns: what else a person should know, in whole sentences.
    /// - Throws: ``RunFailure`` where there is none, or site or state can't be used; both are then as they were.
    package func remove(_ date: EditionDate) async throws(RunFailure) -> [String] {
        try checkAnything()
        try SitePublishing.check(request)
        // As the site was: afterwards it says what the new ids are made of.
        let changes = IdentifierChange(settings: request.settings).notes
        let lock = try StateLock.take(state: request.settings.state)
        var state = try RecoverableStore(
            path: request.settings.state, now: request.now, replacesNewer: SitePublishing.hasEditions(request))
        let notes = try await state.recovering { store in try await remove(date, from: store) }
        state.close()
        lock.release()
        return state.notes + changes + notes
    }

    private func remove(_ date: EditionDate, from store: NewsStore) async throws -> [String] {
        let findings = try await SitePublishing.findings(request, unknownTo: store)
        let transaction = try store.beginRun(
            of: request.editionDate, now: request.now, today: request.today, adopting: findings.memory)
        let dates = Set(try transaction.archive().map(\.date)).union(SitePublishing.editions(request))
        guard dates.contains(date) else { throw RunFailure.cannot(Self.missing(date, among: dates)) }
        let owner = try SiteOwnership(request: request).owner(by: transaction)
        let redactor = Redactor(secrets: request.settings.secrets)
        var run = EditionRun(
            request: request, transaction: transaction,
            memories: try transaction.memories(of: request.settings.sources.map(\.id)),
            preparation: try ItemPreparation(request, in: transaction, redactor: redactor),
            publishing: try SitePublishing(request).owned(by: owner), redactor: redactor)
        try run.remove(date)
        try run.commit()
        return AdoptionNotes(findings, from: "the site").sentences
    }

    private static func missing(_ date: EditionDate, among dates: Set<EditionDate>) -> String {
        guard let newest = dates.max(), let oldest = dates.min() else {
            return "There is no edition of \(date), nor of any other date."
        }
        return "There is no edition of \(date); there are editions from \(oldest) to \(newest)."
    }

    private func checkAnything() throws(RunFailure) {
        let site = URL(filePath: request.settings.output).appending(path: SitePaths.archiveData)
        guard [request.settings.state, site.path].contains(where: FileManager.default.fileExists) else {
            throw .cannot("No edition was built yet; `broadsheet run` builds the first.")
        }
    }
}
