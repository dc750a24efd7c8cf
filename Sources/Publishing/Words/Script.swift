/// The scripts whose lines are set unlike Latin ones, by the letters of a text.
enum Script: String, Sendable, CaseIterable {
    case arabic, hebrew
    /// Han, kana and hangul.
    case cjk

    /// How many letters are looked at.
    private static let mostLetters = 120

    /// The script of most letters of a text; `nil` for Latin and all others.
    static func of(_ text: String) -> Script? {
        guard text.utf8.contains(where: { $0 >= 0xD0 }) else { return nil }
        let letters = text.unicodeScalars.lazy.filter { $0.properties.isAlphabetic }.prefix(mostLetters)
        var counts: [Script: Int] = [:]
        var all = 0
        for letter in letters {
            all += 1
            if let script = of(letter) { counts[script, default: 0] += 1 }
        }
        return allCases.first { (counts[$0] ?? 0) * 2 > all }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Script? {
        switch scalar.value {
        case 0x0590...0x05FF, 0xFB1D...0xFB4F: .hebrew
        case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
        case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
            .cjk
        default: nil
        }
    }

    /// 2 for a character of the East, which takes the space of two Latin ones, else 1.
    static func width(of scalar: Unicode.Scalar) -> Int {
        scalar.value >= 0x1100 && of(scalar) == .cjk ? 2 : 1
    }
}
