/// Which way a text is written, by its letters.
enum TextDirection {
    /// How many letters are looked at.
    private static let mostLetters = 120

    /// `rtl` or `ltr` where the language says so and most letters agree; `auto` otherwise: feeds often call themselves
    /// English, whatever they are written in.
    static func of(_ text: String, in language: String?) -> String {
        guard let language else { return "auto" }
        let isRightToLeft = isRightToLeft(language)
        return isMostlyRightToLeft(text) == isRightToLeft ? (isRightToLeft ? "rtl" : "ltr") : "auto"
    }

    /// Whether a language, by its tag, is written from right to left.
    static func isRightToLeft(_ language: String) -> Bool {
        let parts = language.lowercased().split(separator: "-")
        if parts.dropFirst().contains(where: { $0 == "latn" }) { return false }
        return parts.first.map { rightToLeft.contains(String($0)) } ?? false
    }

    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi",
    ]

    private static func isMostlyRightToLeft(_ text: String) -> Bool {
        let letters = text.unicodeScalars.lazy.filter { $0.properties.isAlphabetic }.prefix(mostLetters)
        let (all, right) = letters.reduce((0, 0)) { ($0.0 + 1, $0.1 + (isRightToLeft($1) ? 1 : 0)) }
        return right * 2 > all
    }

    /// The blocks of Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms, and of the old scripts of the
    /// second plane that run that way.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
