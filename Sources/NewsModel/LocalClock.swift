package import Foundation
import WebText

/// Instants as the clock of a time zone says them, to the minute and with the zone's abbreviation.
package struct LocalClock: Sendable {
    package let zone: TimeZone
    private let names: ZoneNames

    package init(in zone: TimeZone) {
        self.zone = zone
        names = ZoneNames(of: zone)
    }

    /// `2026-11-23 06:30 GMT`, for consoles.
    package func text(_ instant: Date) -> String {
        let time = LocalTime(instant, in: zone)
        return "\(time.date) \(time.timeOfDay) \(zoneName(at: time))"
    }

    /// `GMT`, `BST`, or `UTC+5:45` where the zone has no abbreviation.
    package func zoneName(at time: LocalTime) -> String { names.name(atOffset: time.offset) }

    /// A sentence of the tool's, in which the instants that stand in it in RFC 3339 are said by this clock.
    package func local(_ sentence: String) -> String { Self.replacingInstants(in: sentence, by: text) }

    /// A sentence with each instant in it (RFC 3339, in UTC) replaced.
    package static func replacingInstants(in sentence: String, by words: (Date) -> String) -> String {
        guard sentence.contains("T") else { return sentence }
        return sentence.replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/#) { match in
            RFC3339.date(String(match.output)).map(words) ?? String(match.output)
        }
    }
}
