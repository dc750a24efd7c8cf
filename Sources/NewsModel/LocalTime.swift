package import Foundation
import WebText

/// The date and the time of day of an instant in a time zone.
package struct LocalTime: Sendable, Hashable {
    package let date: EditionDate
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// Seconds east of Greenwich.
    package let offset: Int

    package init(_ instant: Date, in zone: TimeZone) {
        offset = zone.secondsFromGMT(for: instant)
        date = EditionDate(instant, in: zone)
        let ofDay = CivilCalendar.split(instant.timeIntervalSince1970 + Double(offset)).second
        (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
    }

    /// `06:30`.
    package var timeOfDay: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }
}
