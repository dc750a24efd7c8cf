/// Which form of a phrase a count asks for: the cardinal rules of CLDR for whole numbers, as far as our languages and
/// their neighbours need them.
enum PluralForm: String, Sendable {
    case zero, one, two, few, many, other

    static func of(_ count: Int, in language: String) -> PluralForm {
        switch language.lowercased().split(separator: "-").first {
        case "ar": arabic(count)
        case "fr", "pt": count < 2 ? .one : .other
        case "pl": slavic(count, oneAlways: false)
        case "ru", "uk", "be", "sr", "hr", "bs": slavic(count, oneAlways: true)
        case "ja", "zh", "ko", "vi", "th", "id", "ms": .other
        default: count == 1 ? .one : .other
        }
    }

    private static func arabic(_ count: Int) -> PluralForm {
        switch (count, count % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }

    /// `oneAlways`: whether 21, 31, … take the form of 1.
    private static func slavic(_ count: Int, oneAlways: Bool) -> PluralForm {
        if oneAlways ? count % 10 == 1 && count % 100 != 11 : count == 1 { return .one }
        return (2...4).contains(count % 10) && !(12...14).contains(count % 100) ? .few : .many
    }
}
