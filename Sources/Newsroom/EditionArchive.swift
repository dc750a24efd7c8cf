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
    package func entries() async throws(RunFailure) -> [ArchiveEntry] {
        try await withStore { store in try store.archive() }
    }

    /// Whether there is an edition of a date.
    /// - Throws: ``RunFailure`` where there is none, with the dates that there are.
    package func check(_ date: EditionDate) async throws(RunFailure) {
        let dates = try await entries().map(\.date)
        guard dates.contains(date) else { throw .cannot(Self.missing(date, among: dates)) }
    }

    /// Takes the edition of a date off the site, with all that leads to it, and out of the state; what it told may be told
    /// again.
    /// - Returns: what else a person should know, in whole sentences.
    /// - Throws: ``RunFailure`` where there is none, or site or state can't be used; both are then as they were.
    package func remove(_ date: EditionDate) async throws(RunFailure) -> [String] {
        try checkAnything()
        try SitePublishing.check(request)
        // As the site was: afterwards it says what the new ids are made of.
        let notes = IdentifierChange(settings: request.settings).notes
        let lock = try StateLock.take(state: request.settings.state)
        try await withStore { store in
            let dates = try store.archive().map(\.date)
            guard dates.contains(date) else { throw RunFailure.cannot(Self.missing(date, among: dates)) }
            let transaction = try store.beginRun(of: request.editionDate, now: request.now)
            let redactor = Redactor(secrets: request.settings.secrets)
            var run = EditionRun(
                request: request, transaction: transaction,
                memories: try transaction.memories(of: request.settings.sources.map(\.id)),
                preparation: try ItemPreparation(request, in: transaction, redactor: redactor),
                publishing: try SitePublishing(request), redactor: redactor)
            try run.remove(date)
            try run.commit()
        }
        lock.release()
        return notes
    }

    private static func missing(_ date: EditionDate, among dates: [EditionDate]) -> String {
        guard let newest = dates.first, let oldest = dates.last else {
            return "There is no edition of \(date), nor of any other date."
        }
        return "There is no edition of \(date); there are editions from \(oldest) to \(newest)."
    }

    /// A state that is looked at is made; where nothing was ever published, nothing is.
    private func checkAnything() throws(RunFailure) {
        let site = URL(filePath: request.settings.output).appending(path: SitePaths.archiveData)
        guard [request.settings.state, site.path].contains(where: FileManager.default.fileExists) else {
            throw .cannot("No edition was built yet; `broadsheet run` builds the first.")
        }
    }

    private func withStore<T>(_ work: (NewsStore) async throws -> T) async throws(RunFailure) -> T {
        try checkAnything()
        var state = try RecoverableStore(path: request.settings.state, now: request.now, replacesNewer: false)
        defer { state.close() }
        return try await state.recovering(work)
    }
}
