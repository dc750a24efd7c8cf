package import Foundation
package import NewsModel

/// Which editions a night needs, and which of them have to be rendered, so that the others can stay as they are.
package struct RenderPlan: Sendable, Hashable {
    /// How many days after an edition others may still link to it.
    private static let reachOfUpdates = 7

    /// Those whose own files are made: the current one, those after it that may link into it, those whose neighbour is
    /// another than when they were made, those of which a file is missing or damaged, and all where the look has changed.
    package let rendered: Set<EditionDate>
    /// Those of them whose `edition.json` is made too. It holds nothing but the edition itself, whatever becomes of others.
    package let documented: Set<EditionDate>
    /// These and those that feeds and listing pages hold, newest first.
    package let needed: [EditionDate]

    /// Plans for every edition of the `archive`, the `current` one among them, where one was just made, and tonight's
    /// ``SiteRenderer/fingerprint(of:)``; `output` is where an earlier run may have left a site.
    package init(archive: some Sequence<EditionDate>, current: EditionDate?, fingerprint: String, output: URL) {
        let manifest = Manifest.read(in: output)
        let damaged = manifest?.damagedEditions(in: output) ?? []
        let listed = Set(manifest?.files ?? [])
        self.init(
            archive: Array(archive), current: current, fingerprint: fingerprint, manifest: manifest
        ) { date in
            let files = [SitePaths.edition(date), SitePaths.data(of: date), SitePaths.stories(of: date)]
            return !damaged.contains(date)
                && files.allSatisfy {
                    listed.contains($0) || FileManager.default.fileExists(atPath: output.appending(path: $0).path)
                }
        }
    }

    init(
        archive: [EditionDate], current: EditionDate?, fingerprint: String, manifest: Manifest?,
        isThere: (EditionDate) -> Bool
    ) {
        let dates = Set(archive).union(current.map { [$0] } ?? []).sorted()
        let known = manifest.flatMap { $0.fingerprint == fingerprint ? $0.editions.sorted() : nil }
        let documented = Set(dates.filter { known == nil || $0 == current || !isThere($0) })
        let rendered = known.map { documented.union(Self.linked(dates, current, $0)) } ?? documented
        self.documented = documented
        self.rendered = rendered
        needed = rendered.union(dates.suffix(Publication.editionsInFeeds)).sorted(by: >)
    }

    /// Those that may link to another edition than when they were made.
    private static func linked(
        _ dates: [EditionDate], _ current: EditionDate?, _ before: [EditionDate]
    ) -> [EditionDate] {
        let changed = before.filter { !dates.contains($0) } + (current.map { [$0] } ?? [])
        let was = neighbours(before)
        let now = neighbours(dates)
        return dates.filter { date in
            was[date] != now[date] || changed.contains { $0 < date && date <= $0.adding(days: reachOfUpdates) }
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
