import Foundation
package import NewsModel
import NewsStore
package import Settings

/// Compares two editions from the state alone, which stays as it is.
package struct EditionComparer {
    private let settings: Settings

    package init(settings: Settings) {
        self.settings = settings
    }

    /// - Throws: ``RunFailure`` where there is no state or it can't be read, or no such edition.
    package func comparison(from first: EditionDate, to second: EditionDate) throws(RunFailure) -> EditionComparison {
        guard FileManager.default.fileExists(atPath: settings.state) else {
            throw .cannot("There is no state at \(settings.state) yet; `broadsheet run` makes it.")
        }
        do {
            let store = try NewsStore(path: settings.state)
            // Nothing was written: a file that does not close now closes with the process.
            defer { try? store.close() }
            let (before, after) = (try edition(of: first, in: store), try edition(of: second, in: store))
            let ids = settings.sources.map(\.id)
            let memories = try store.memories(of: ids)
            return EditionComparison(
                from: before, to: after, histories: ids.map { ($0, memories[$0]?.history ?? []) })
        } catch {
            throw error as? RunFailure ?? .cannot("\(error)")
        }
    }

    private func edition(of date: EditionDate, in store: NewsStore) throws -> Edition {
        if let edition = try store.edition(of: date) { return edition }
        let dates = try store.archive().map(\.date)
        guard let newest = dates.first, let oldest = dates.last else {
            throw RunFailure.cannot("No edition was built yet; `broadsheet run` builds the first.")
        }
        throw RunFailure.cannot("There is no edition of \(date); there are editions from \(oldest) to \(newest).")
    }
}
