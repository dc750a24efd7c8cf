/// Which form of a phrase a count asks for: the cardinal rules of CLDR for whole numbers, for our languages and those
/// that users are likely to add a file for.
enum PluralForm: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other

    static func of(_ count: Int, in language: String) -> PluralForm {
        switch language.lowercased().split(separator: "-").first {
        case "ar": arabic(count)
        case "fr", "pt", "fa", "hi", "bn", "gu", "hy", "zu": count < 2 ? .one : .other
        case "pl": slavic(count, oneAlways: false)
        case "ru", "uk", "be", "sr", "hr", "bs": slavic(count, oneAlways: true)
        case "cs", "sk": count == 1 ? .one : (2...4).contains(count) ? .few : .other
        case "sl": slovenian(count)
        case "lt": lithuanian(count)
        case "lv": latvian(count)
        case "ro", "mo": romanian(count)
        case "he", "iw": count == 1 ? .one : count == 2 ? .two : .other
        case "ga": count == 1 ? .one : count == 2 ? .two : irish(count)
        case "cy": welsh(count)
        case "is", "mk": count % 10 == 1 && count % 100 != 11 ? .one : .other
        case "ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "my", "yo": .other
        default: count == 1 ? .one : .other
        }
    }

    /// The phrase that a key such as `stories.one` is a form of; any other key itself.
    static func phrase(of key: String) -> String {
        guard let dot = key.lastIndex(of: "."), PluralForm(rawValue: String(key[key.index(after: dot)...])) != nil
        else { return key }
        return String(key[..<dot])
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

    private static func slovenian(_ count: Int) -> PluralForm {
        switch count % 100 {
        case 1: .one
        case 2: .two
        case 3, 4: .few
        default: .other
        }
    }

    private static func lithuanian(_ count: Int) -> PluralForm {
        guard !(11...19).contains(count % 100), count % 10 != 0 else { return .other }
        return count % 10 == 1 ? .one : .few
    }

    private static func latvian(_ count: Int) -> PluralForm {
        if count % 10 == 0 || (11...19).contains(count % 100) { return .zero }
        return count % 10 == 1 ? .one : .other
    }

    private static func romanian(_ count: Int) -> PluralForm {
        if count == 1 { return .one }
        return count == 0 || (1...19).contains(count % 100) ? .few : .other
    }

    private static func irish(_ count: Int) -> PluralForm {
        (3...6).contains(count) ? .few : (7...10).contains(count) ? .many : .other
    }

    private static func welsh(_ count: Int) -> PluralForm {
        switch count {
        case 0: .zero
        case 1: .one
        case 2: .two
        case 3: .few
        case 6: .many
        default: .other
        }
    }
}
