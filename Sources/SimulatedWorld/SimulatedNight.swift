package import Foundation
import WebText

/// The instant that the world is at, and what its chance is drawn from. Nothing in this room reads the wall clock.
package struct SimulatedNight: Sendable, Hashable {
    package var now: Date
    package var seed: UInt64

    package init(now: Date, seed: UInt64 = 1) {
        self.now = now
        self.seed = seed
    }

    /// The number of the UTC day since 1970 that the night ends on.
    var day: Int { UTCTime(now).dayNumber }
}

/// How long a source takes until the first byte of an answer.
package enum LatencyPlan: Sendable, Hashable {
    /// The same for every request.
    case fixed(Duration)
    /// Drawn anew for each night, log-normal around a median, within 50–900 ms: what measured news servers look like.
    case logNormal(median: Duration, sigma: Double)

    private static let shortest = 0.05
    private static let longest = 0.9

    /// The latency of one source on one night; the same seed gives the same latency.
    func latency(of source: String, on night: SimulatedNight) -> Duration {
        switch self {
        case .fixed(let duration):
            return duration
        case .logNormal(let median, let sigma):
            var generator = SeededGenerator(night.seed, "latency", source, "\(night.day)")
            let seconds = median.inSeconds * generator.logNormal(sigma: sigma)
            return .milliseconds(Int(min(max(seconds, Self.shortest), Self.longest) * 1000))
        }
    }
}

extension Duration {
    /// The duration as a number of seconds, exact enough for latencies.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

/// A moment as the calendar and the clock in UTC show it, and the ways in which feeds write it.
struct UTCTime: Sendable, Hashable {
    let dayNumber: Int
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    init(_ date: Date) {
        self.init(unixSeconds: Int(date.timeIntervalSince1970.rounded(.down)))
    }

    /// Midnight of a day, counted from 1970-01-01.
    init(dayNumber: Int) {
        self.init(unixSeconds: dayNumber * 86_400)
    }

    private init(unixSeconds: Int) {
        let (dayNumber, clock) = CivilCalendar.split(Double(unixSeconds))
        self.dayNumber = dayNumber
        (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60)
        (year, month, day) = CivilCalendar.date(ofDay: dayNumber)
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// 0 is Sunday.
    var weekday: Int { CivilCalendar.weekday(ofDay: dayNumber) }
    var weekdayName: String { Self.weekdays[weekday] }
    var monthName: String { Self.months[month - 1] }

    /// `Mon, 23 Nov 2026 06:00:00 GMT`: RFC 822 as RSS writes it, and the date of HTTP.
    var rfc822: String {
        "\(weekdayName.prefix(3)), \(two(day)) \(monthName.prefix(3)) \(year) \(clock) GMT"
    }

    /// `2026-11-23T06:00:00Z`
    var rfc3339: String { "\(year)-\(two(month))-\(two(day))T\(clock)Z" }

    /// `2026/11/23`
    var path: String { "\(year)/\(two(month))/\(two(day))" }

    private var clock: String { "\(two(hour)):\(two(minute)):\(two(second))" }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
