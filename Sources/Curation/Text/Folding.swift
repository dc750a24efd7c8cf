import Foundation

/// Spellings of one word made equal: case, accents, compatibility forms, pointing.
enum Folding {
    /// A word in lower case and without the marks that may be left out in writing.
    ///
    /// Marks that tell one word from another (Indic and Thai vowels, the voicing of kana) stay.
    static func folded(_ word: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in word.decomposedStringWithCompatibilityMapping.unicodeScalars where !isOptionalMark(scalar) {
            if let plain = plainLetters[scalar] {
                kept.append(contentsOf: plain.unicodeScalars)
            } else {
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                kept.append(contentsOf: lower.filter { !isOptionalMark($0) })
            }
        }
        return String(kept)
    }

    /// Accents of Latin, Greek and Cyrillic; Hebrew points; Arabic vowel signs and the stretching tatweel.
    private static func isOptionalMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F,
            0x0483...0x0489, 0x0591...0x05C7, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED:
            true
        default: false
        }
    }

    /// Letters whose stroke or shape no decomposition takes away, and what people write in their place.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h", "ı": "i", "ĸ": "k",
        "ŋ": "n", "Ŋ": "n", "ŧ": "t", "Ŧ": "t", "ς": "σ", "ſ": "s", "ʼ": "", "’": "",
    ]
}
