import Foundation
package import NewsModel
import NewsStore
import Publishing
package import Settings

/// The health report of the last run that asked anybody, read from the state; from the published site where the state has
/// none. Nothing is changed.
package struct HealthArchive {
    private let settings: Settings

    package init(settings: Settings) {
        self.settings = settings
    }

    /// Of the sources that are in the configuration and not paused there, with their histories.
    /// - Throws: ``RunFailure`` where there is none, or it can't be read.
    package func latest() throws(RunFailure) -> HealthReport {
        guard var report = try fromState() ?? fromSite() else {
            throw .cannot("There is no health report yet; `broadsheet run` makes the first.")
        }
        guard !report.sources.isEmpty || settings.sources.isEmpty else {
            throw .cannot(
                "The state has no health report, and the site only a summary of it (`pages: {health: summary}`); "
                    + "`broadsheet run` makes a new one.")
        }
        let listed = Set(settings.sources.filter { !$0.isPaused }.map(\.id))
        report.sources.removeAll { !listed.contains($0.report.source) }
        return report
    }

    private func fromState() throws(RunFailure) -> HealthReport? {
        guard FileManager.default.fileExists(atPath: settings.state) else { return nil }
        do {
            let store = try NewsStore(path: settings.state)
            // Nothing was written: a file that does not close now closes with the process.
            defer { try? store.close() }
            guard let document = try store.healthReport() else { return nil }
            var report = try HealthReader.report(document)
            report.addHistories(try store.memories(of: report.sources.map(\.report.source)))
            return report
        } catch {
            throw .cannot("\(error)")
        }
    }

    private func fromSite() -> HealthReport? {
        let file = URL(filePath: settings.output).appending(path: SitePaths.healthData)
        // What is no report of ours is none.
        return (try? Data(contentsOf: file)).flatMap { try? HealthReader.report($0) }
    }
}
