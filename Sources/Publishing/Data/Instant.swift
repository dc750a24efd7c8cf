internal import Foundation
internal import NewsModel

/// Instants as our own files write them: RFC 3339 in UTC, to the millisecond where there are any.
enum Instant {
    static func text(_ instant: Date) -> String {
        let milliseconds = Int((instant.timeIntervalSince1970 * 1000).rounded())
        let second = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
        let rest = milliseconds - second * 1000
        let whole = CivilTime(Date(timeIntervalSince1970: Double(second)), in: .gmt).rfc3339
        guard rest > 0 else { return whole }
        let digits = String(1000 + rest).dropFirst()
        return whole.dropLast() + ".\(digits)Z"
    }

    /// Reads what ``text(_:)`` writes, and nothing else.
    static func date(_ text: String) -> Date? {
        guard text.hasSuffix("Z"), text.utf8.count >= 20, let date = EditionDate(String(text.prefix(10))) else {
            return nil
        }
        let clock = text.dropFirst(11).dropLast()
        let parts = clock.prefix(8).split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]), (0...60).contains(parts[2])
        else { return nil }
        let seconds = CivilTime.days(of: date) * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
        let fraction = clock.dropFirst(8)
        guard !fraction.isEmpty else { return Date(timeIntervalSince1970: Double(seconds)) }
        guard fraction.hasPrefix("."), fraction.count == 4, let milliseconds = Int(fraction.dropFirst()) else {
            return nil
        }
        return Date(timeIntervalSince1970: (Double(seconds * 1000) + Double(milliseconds)) / 1000)
    }
}
