import Foundation
import Newsroom
import Settings

extension ConfigurationOptions {
    /// The configuration with its lists of feeds read anew.
    /// - Throws: a ``CommandFailure`` that lists every mistake, or where there is no source to ask.
    func read(refreshingLists asks: Bool) async throws -> Settings {
        var settings = try read()
        if asks, !settings.lists.isEmpty {
            do throws(RunFailure) {
                try await ListRefresh(settings: settings, now: Date()).run().forEach(Console.complain)
            } catch {
                throw CommandFailure(error)
            }
            settings = try read()
        }
        guard !settings.sources.isEmpty else {
            throw CommandFailure(
                sentence: "\(file): there is no source to ask: its lists of feeds have not been read yet.",
                code: ExitCodes.failed)
        }
        return settings
    }
}
