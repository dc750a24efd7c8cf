import Foundation
import NewsModel
import WebText

/// The date and the time of day of an instant in a time zone.
struct LocalTime: Sendable, Hashable {
    let date: EditionDate
    let hour: Int
    let minute: Int
    let second: Int
    /// Seconds east of Greenwich.
    let offset: Int

    init(_ instant: Date, in zone: TimeZone) {
        offset = zone.secondsFromGMT(for: instant)
        date = EditionDate(instant, in: zone)
        let ofDay = CivilCalendar.split(instant.timeIntervalSince1970 + Double(offset)).second
        (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
    }
}
