import Foundation
import NewsModel

/// When the next edition is due, if the site goes on as it has.
struct NextEdition: Sendable, Hashable {
    let date: EditionDate
    /// The time of day at which the newest one was built, on that date.
    let instant: Date

    /// How many of the newest intervals count.
    private static let mostIntervals = 14

    /// From the usual (median) number of days between the newest editions; `nil` where there are fewer than two, or the
    /// newest was not built on its own date.
    init?(after archive: [ArchiveEntry], in zone: TimeZone) {
        let newest = archive.sorted { $0.date > $1.date }.prefix(Self.mostIntervals + 1)
        let days = zip(newest, newest.dropFirst()).map { $0.date.daysSince1970 - $1.date.daysSince1970 }
        guard let last = newest.first, !days.isEmpty, EditionDate(last.generated, in: zone) == last.date else {
            return nil
        }
        date = last.date.adding(days: days.sorted()[days.count / 2])
        let time = LocalTime(last.generated, in: zone)
        // On the night when the clocks change, midnight is not as many hours away as the clock says.
        let midnight = date.start(in: zone)
        let naive = midnight.addingTimeInterval(Double(time.hour * 3600 + time.minute * 60))
        let shift = zone.secondsFromGMT(for: midnight) - zone.secondsFromGMT(for: naive)
        instant = naive.addingTimeInterval(Double(shift))
    }
}
