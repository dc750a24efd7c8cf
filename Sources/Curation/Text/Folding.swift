import Foundation

/// Spellings of one word made equal: case, accents, compatibility forms, pointing.
enum Folding {
    /// A word in lower case and without the marks that may be left out in writing.
    ///
    /// Marks that tell one word from another (Indic and Thai vowels, the voicing of kana) stay.
    static func folded(_ word: String) -> String { foldedByScalar(word) ?? foldedAsAWhole(word) }

    /// The same for words in which no letter depends on those beside it, as nearly all: Foundation takes a hundred times
    /// as long. `nil` for any other.
    private static func foldedByScalar(_ word: String) -> String? {
        var kept = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x3400...0x4DBF, 0x4E00...0x9FFF: kept.append(scalar)
            case 0xAC00...0xD7A3: kept.append(contentsOf: jamo(of: scalar.value))
            case 0x3041...0x3096, 0x30A1...0x30FA: kept.append(contentsOf: kana[Int(scalar.value - 0x3041)])
            case 0x30...0x39, 0x61...0x7A: kept.append(scalar)
            case 0xC0...0x24F: kept.append(contentsOf: latin[Int(scalar.value - 0xC0)])
            case 0x370...0x6FF: kept.append(contentsOf: letters[Int(scalar.value - 0x370)])
            default: return nil
            }
        }
        return String(kept)
    }

    private static let latin = table(0xC0...0x24F)
    /// Greek, Cyrillic, Armenian, Hebrew and Arabic.
    private static let letters = table(0x370...0x6FF)
    private static let kana = table(0x3041...0x30FA)

    private static func table(_ values: ClosedRange<UInt32>) -> [[Unicode.Scalar]] {
        values.map { Unicode.Scalar($0).map { Array(foldedAsAWhole(String($0)).unicodeScalars) } ?? [] }
    }

    /// The letters of a syllable of Korean (Unicode Standard §3.12).
    private static func jamo(of syllable: UInt32) -> [Unicode.Scalar] {
        let place = syllable - 0xAC00
        let values = [0x1100 + place / 588, 0x1161 + place % 588 / 28, 0x11A7 + place % 28]
        return (place % 28 == 0 ? values.dropLast() : values[...]).compactMap(Unicode.Scalar.init)
    }

    static func foldedAsAWhole(_ word: String) -> String {
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
