import Foundation
import NewsModel
import Testing

/// Fourteen days in Berlin, on the seventh of which the clocks are set.
struct FourteenDays: Sendable, CustomTestStringConvertible {
    let name: String
    private let first: EditionDate
    let zone: TimeZone

    var testDescription: String { name }

    static let spring = FourteenDays(name: "clocks go forward", month: 3, day: 23)
    static let autumn = FourteenDays(name: "clocks go back", month: 10, day: 19)

    private init(name: String, month: Int, day: Int) {
        self.name = name
        first = EditionDate(year: 2026, month: month, day: day) ?? EditionDate(.distantPast, in: .gmt)
        zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    }

    /// The date of a night, from 1.
    func date(_ night: Int) -> EditionDate { first.adding(days: night - 1) }

    /// So many hours after the midnight with which a night's date begins.
    func instant(_ night: Int, _ hour: Double) -> Date { date(night).start(in: zone).addingTimeInterval(hour * 3600) }

    /// The night of an edition.
    func night(of date: EditionDate) -> Int? { (1...14).first { self.date($0) == date } }
}
