import Foundation
import NewsModel
import Settings

/// Instants as an explanation writes them: RFC 3339, in the time zone of the editions.
enum Instants {
    static func text(_ instant: Date, _ settings: Settings) -> String {
        instant.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: settings.site.timeZone))
    }
}
