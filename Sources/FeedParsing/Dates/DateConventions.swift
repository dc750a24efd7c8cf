/// How dates are written where their text alone leaves it open.
package struct DateConventions: Sendable {
    /// Which of day and month comes first in a date of numbers.
    var order = NumericDay.Order.monthFirst
    /// The language that names are read in, as a tag of BCP 47; `nil` where nobody says.
    var language: String?

    package init(order: NumericDay.Order = .monthFirst, language: String? = nil) {
        self.order = order
        self.language = language
    }

    /// The language without its region or script, in lowercase: `hr`.
    var primaryLanguage: String? {
        language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
    }

    /// Whether the year comes first in dates of numbers, though it has two digits: `26.11.25` in Korean.
    var putsYearFirst: Bool { ["ja", "ko", "zh"].contains(primaryLanguage) }

    /// The order of a language: in English of no country but America the month comes first, as the programs of most readers
    /// take it; elsewhere the day.
    static func order(ofLanguage language: String?) -> NumericDay.Order {
        guard let language = language?.lowercased(), !language.isEmpty else { return .monthFirst }
        let isAmerican = language == "en" || language.hasPrefix("en-us") || language.hasPrefix("english")
        return isAmerican ? .monthFirst : .dayFirst
    }
}
