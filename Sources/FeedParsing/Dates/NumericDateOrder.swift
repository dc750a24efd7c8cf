import Foundation
import NewsModel

/// What the dates of a feed that consist of numbers show of the order of day and month. One of them may settle what
/// others leave open.
struct NumericDateOrder {
    /// Which date of an entry, or of the feed.
    enum DatedField { case feed, published, updated }

    private struct OpenDate {
        let entry: Int
        let field: DatedField
        let text: String
    }

    private var open: [OpenDate] = []
    private var proven: NumericDay.Order?

    /// More are not kept: the feed is a strange one.
    private static let mostOpen = 50_000

    /// Takes note of a date that leaves the order open or shows it.
    mutating func add(_ reading: DateReading, _ text: String, of field: DatedField, inEntry entry: Int) {
        proven = proven ?? reading.provenOrder
        guard reading.isOrderOpen, open.count < Self.mostOpen else { return }
        open.append(OpenDate(entry: entry, field: field, text: text))
    }

    /// Puts the dates right that were read by the wrong order, and warns where nothing showed which is right: then a feed
    /// in English has the month first, as the programs of most readers take it, and one in another language the day.
    func settle(_ feed: inout Feed) {
        guard let first = open.first else { return }
        if proven == nil {
            let message = "\(DateReading.Remark.order.rawValue): \(first.text.prefix(60))"
            feed.warnings.append(FeedWarning(message: message))
        }
        guard (proven ?? order(ofLanguage: feed.language)) == .dayFirst else { return }
        for date in open {
            let instant = FeedDate.reading(date.text, .dayFirst).date
            switch date.field {
            case .feed: feed.updated = instant
            case .published where date.entry < feed.items.count: feed.items[date.entry].published = instant
            case .updated where date.entry < feed.items.count: feed.items[date.entry].updated = instant
            case .published, .updated: break
            }
        }
    }

    private func order(ofLanguage language: String?) -> NumericDay.Order {
        guard let language = language?.lowercased(), !language.isEmpty else { return .monthFirst }
        let isAmerican = language == "en" || language.hasPrefix("en-us") || language.hasPrefix("english")
        return isAmerican ? .monthFirst : .dayFirst
    }
}
