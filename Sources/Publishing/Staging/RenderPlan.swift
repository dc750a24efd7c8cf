package import Foundation
package import NewsModel

/// Which editions have to be rendered, so that the others can stay as they are.
package enum RenderPlan {
    /// How many days after an edition others may still link to it.
    private static let reachOfUpdates = 7

    /// The editions to render, newest first: the current one, those that the feeds hold, those whose neighbour is
    /// another than when they were made, those whose page is missing, and all where the look has changed.
    ///
    /// - Parameters:
    ///   - archive: Every edition that the site is to have, the current one included.
    ///   - current: The edition that was just made.
    ///   - fingerprint: ``SiteRenderer/fingerprint(of:)`` of tonight.
    ///   - output: The site as an earlier run left it, if there is one.
    /// - Returns: Their dates.
    package static func editions(
        archive: some Sequence<EditionDate>, current: EditionDate, fingerprint: String, output: URL
    ) -> [EditionDate] {
        editions(
            archive: Array(archive), current: current, fingerprint: fingerprint, manifest: Manifest.read(in: output)
        ) { FileManager.default.fileExists(atPath: output.appending(path: SiteContext.page(of: $0)).path) }
    }

    static func editions(
        archive: [EditionDate], current: EditionDate, fingerprint: String, manifest: Manifest?,
        isThere: (EditionDate) -> Bool
    ) -> [EditionDate] {
        let dates = Set(archive).union([current]).sorted()
        guard let manifest, manifest.fingerprint == fingerprint else { return dates.reversed() }
        let before = manifest.editions.sorted()
        let gone = before.filter { !dates.contains($0) }
        let recent = Set(dates.suffix(Publication.editionsInFeeds))
        let was = neighbours(before)
        let now = neighbours(dates)
        return dates.reversed().filter { date in
            date == current || recent.contains(date) || was[date] != now[date] || !isThere(date)
                || gone.contains { $0 < date && date <= $0.adding(days: reachOfUpdates) }
        }
    }

    private struct Neighbours: Equatable {
        var previous: EditionDate?
        var next: EditionDate?
    }

    private static func neighbours(_ dates: [EditionDate]) -> [EditionDate: Neighbours] {
        let pairs = dates.indices.map { index in
            let previous = index > 0 ? dates[index - 1] : nil
            let next = index + 1 < dates.count ? dates[index + 1] : nil
            return (dates[index], Neighbours(previous: previous, next: next))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
