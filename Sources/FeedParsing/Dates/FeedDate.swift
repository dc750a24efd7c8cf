package import Foundation
import WebText

/// The dates of feeds: RFC 822 and RFC 3339 as their formats ask for, and what is written in their place.
package enum FeedDate {
    /// The instant that a date names, to the second, or as a number has it; `nil` where it names none for sure.
    ///
    /// A date without a zone is read as UTC, a day without a time as its first second. A day that no calendar has
    /// (30 February), an hour past 24:00 and a year before 1000 give `nil`; a wrong weekday is overlooked.
    package static func parse(_ text: some StringProtocol) -> Date? {
        var text = String(text)
        return text.withUTF8 { instant($0, DateConventions())?.date }
    }

    /// What the date of an entry says, and what there is to remark about it.
    package static func reading(
        _ text: some StringProtocol, _ conventions: DateConventions = DateConventions()
    ) -> DateReading {
        var text = String(text)
        return text.withUTF8 { reading($0, conventions) }
    }

    static func reading(_ bytes: Bytes, _ conventions: DateConventions = DateConventions()) -> DateReading {
        guard let found = instant(bytes, conventions) else {
            let remark: DateReading.Remark = PlaceholderDate.isBlank(bytes.trimmed) ? .placeholder : .unreadable
            return DateReading(remark: remark)
        }
        guard !PlaceholderDate.contains(Int(found.seconds)) else { return DateReading(remark: .placeholder) }
        return DateReading(
            date: found.date, remark: found.remark, isOrderOpen: found.isOrderOpen,
            isLanguageOpen: found.isLanguageOpen, provenOrder: found.provenOrder)
    }

    /// The instant of a date in one of the two forms that nearly all have, where there is nothing to say of it; `nil` for
    /// any other, which `reading` looks at closely.
    static func usual(_ bytes: Bytes) -> Date? {
        let bytes = bytes.trimmed
        guard let seconds = ISODate.usual(bytes) ?? MailDate.seconds(bytes), !PlaceholderDate.contains(seconds) else {
            return nil
        }
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// An instant as the text has it, whatever it stands for.
    private struct Instant {
        let seconds: Double
        var remark: DateReading.Remark?
        var isOrderOpen = false
        var isLanguageOpen = false
        var provenOrder: NumericDay.Order?

        var date: Date { Date(timeIntervalSince1970: seconds) }
    }

    private static func instant(_ bytes: Bytes, _ conventions: DateConventions) -> Instant? {
        let bytes = bytes.trimmed
        // The longest real ones name a zone in full; more is no date.
        guard bytes.count >= 4, bytes.count <= 120 else { return nil }
        if let seconds = ISODate.seconds(bytes) ?? MailDate.seconds(bytes) { return Instant(seconds: Double(seconds)) }
        return unusual(bytes, conventions)
    }

    @inline(never)
    private static func unusual(_ bytes: Bytes, _ conventions: DateConventions) -> Instant? {
        if let seconds = EpochDate.seconds(bytes) { return Instant(seconds: seconds) }
        return DateCharacters.withPlain(bytes) { bytes in
            var date = WrittenDate(bytes, conventions)
            guard let seconds = date.seconds() else { return nil }
            let remark: DateReading.Remark? = date.hasUnknownZone ? .zone : date.isOrderOpen ? .order : nil
            return Instant(
                seconds: Double(seconds), remark: remark, isOrderOpen: date.isOrderOpen,
                isLanguageOpen: date.isLanguageOpen, provenOrder: date.provenOrder)
        }
    }
}

/// What became of the text of an entry's date.
package struct DateReading: Sendable {
    /// `nil` for what is no date, or means none.
    package var date: Date?
    /// What a person should know of it.
    package var remark: Remark?
    /// Whether day and month could be the other way round.
    var isOrderOpen = false
    /// Whether a name in it means something else in another language.
    var isLanguageOpen = false
    /// The order of day and month that the date itself shows, so that its feed's other dates have it too.
    var provenOrder: NumericDay.Order?

    /// Whether it could be read in another way as well.
    var isUndecided: Bool { isOrderOpen || isLanguageOpen }

    /// What there may be to say of a date; the text of the date follows.
    package enum Remark: String, Sendable {
        case unreadable = "a date that cannot be read"
        case placeholder = "a date that stands for none, so that its entry counts as undated"
        case order = "a date whose day and month may be the other way round"
        case zone = "a date in a zone that nobody knows, read as UTC"
    }
}
