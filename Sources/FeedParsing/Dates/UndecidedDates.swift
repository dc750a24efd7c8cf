import Foundation
import NewsModel

/// The dates of a feed that can be read in more than one way: by the order of day and month, which another date of the
/// feed may settle, or by a language that is known only at the end.
struct UndecidedDates {
    /// Which date of an entry, or of the feed.
    enum DatedField { case feed, published, updated }

    private struct UndecidedDate {
        let entry: Int
        let field: DatedField
        let text: String
        let reading: DateReading
    }

    private var dates: [UndecidedDate] = []
    private var proven: NumericDay.Order?

    /// More are not kept: the feed is a strange one.
    private static let mostDates = 50_000

    /// Takes note of a date that is undecided, or that shows the order of others.
    mutating func add(_ reading: DateReading, _ text: String, of field: DatedField, inEntry entry: Int) {
        proven = proven ?? reading.provenOrder
        guard reading.isUndecided, dates.count < Self.mostDates else { return }
        dates.append(UndecidedDate(entry: entry, field: field, text: text, reading: reading))
    }

    /// Puts the dates right that were read in the wrong way, and warns where nothing showed which order is right: then the
    /// feed's language decides.
    func settle(_ feed: inout Feed) {
        if proven == nil, let first = dates.first(where: \.reading.isOrderOpen) {
            let message = "\(DateReading.Remark.order.rawValue): \(first.text.prefix(60))"
            feed.warnings.append(FeedWarning(message: message))
        }
        for date in dates {
            let own = feed.items.indices.contains(date.entry) ? feed.items[date.entry].language : nil
            let language = date.field == .feed ? feed.language : own ?? feed.language
            let order = proven ?? DateConventions.order(ofLanguage: feed.language)
            guard language != nil || order == .dayFirst else { continue }
            let meant = FeedDate.reading(date.text, DateConventions(order: order, language: language)).date
            Self.replace(date, with: meant, in: &feed)
        }
    }

    /// A date that something better has replaced meanwhile stays.
    private static func replace(_ date: UndecidedDate, with meant: Date?, in feed: inout Feed) {
        let given = date.reading.date
        guard meant != given else { return }
        switch date.field {
        case .feed: if feed.updated == given { feed.updated = meant }
        case .published where date.entry < feed.items.count:
            if feed.items[date.entry].published == given { feed.items[date.entry].published = meant }
        case .updated where date.entry < feed.items.count:
            if feed.items[date.entry].updated == given { feed.items[date.entry].updated = meant }
        case .published, .updated: break
        }
    }
}
