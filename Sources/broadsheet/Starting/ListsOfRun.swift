import Foundation
import NewsModel
import Newsroom
import Settings

extension Settings {
    /// Reads the lists of feeds anew, for the edition of a date; that of today where there is none.
    /// - Returns: what is to be said of those that can't be had.
    func refreshLists(on date: EditionDate?, now: Date) async throws(CommandFailure) -> [HealthNotice] {
        guard !lists.isEmpty else { return [] }
        do throws(RunFailure) {
            return try await ListRefresh(settings: self, now: now).run(on: date ?? EditionDate(now, in: site.timeZone))
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension Settings {
    /// - Throws: a ``CommandFailure``, where the configuration in a file has no source to ask, of whose lists something is to
    ///   be said.
    func checkHasSources(in file: String, after notices: [HealthNotice]) throws(CommandFailure) {
        guard sources.isEmpty else { return }
        notices.forEach { Console.complain($0.text) }
        throw CommandFailure(
            sentence: "\(file): there is no source to ask: its lists of feeds have not been read yet.",
            code: ExitCodes.failed)
    }
}

extension ConfigurationOptions {
    /// The configuration with its lists of feeds as they are kept, of some of which something is to be said.
    /// - Throws: a ``CommandFailure`` that lists every mistake, or where there is no source to ask.
    func readWithSources(after notices: [HealthNotice]) throws -> Settings {
        let settings = try read()
        try settings.checkHasSources(in: file, after: notices)
        return settings
    }
}
