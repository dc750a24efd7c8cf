/// What a scalar outside ASCII does in a text, by its script.
enum Scripts {
    enum Role {
        case letter, digit, mark, character, pictograph
        /// Joins or shapes letters without being one: soft hyphen, zero-width joiners.
        case joiner
        case fullStop, separator
    }

    static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: return .joiner
        // Punctuation, which most texts outside ASCII consist of; the ellipsis ends a sentence.
        case 0x2010...0x2025, 0x2027...0x206F, 0xA0...0xA9, 0xAB, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB:
            return .separator
        case 0x2026, 0x3002, 0xFF0E, 0xFF61, 0xFF01, 0xFF1F: return .fullStop
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return isWrittenWithoutSpaces(scalar) ? .character : .letter
        case .decimalNumber, .otherNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .otherSymbol, .modifierSymbol: return .pictograph
        default: return .separator
        }
    }

    /// Whether words of the scalar's script follow each other, or their endings, without a space. Korean has spaces,
    /// but its particles stick to the words before them.
    private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF,  // Thai, Lao
            0x1000...0x109F, 0xAA60...0xAA7F, 0xA9E0...0xA9FF,  // Burmese
            0x1780...0x17FF,  // Khmer
            0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA0...0xFFDC,  // Hangul
            0x3005...0x3007, 0x3021...0x3029, 0x3031...0x30FF, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xFF66...0xFF9F,
            0x1B000...0x1B16F,  // kana, bopomofo
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:  // Han
            true
        default: false
        }
    }
}
