import WebText

/// Other characters for the digits, signs and blanks of a date, as programs write them in the manner of a language.
enum DateCharacters {
    /// Hands over a date's text with ASCII in place of them: the digits of other scripts, dashes, spaces of any width; marks of
    /// direction are left out.
    static func withPlain<Value>(_ bytes: Bytes, _ body: (Bytes) -> Value) -> Value {
        guard bytes.endOfASCII(from: 0) < bytes.count else { return body(bytes) }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for scalar in bytes.string.unicodeScalars {
            if let byte = ascii(scalar.value) {
                if byte != 0 { plain.append(byte) }
            } else {
                plain.append(scalar: scalar.value)
            }
        }
        return plain.withUnsafeBufferPointer { body($0.trimmed) }
    }

    /// The decimal digit that a character is in its script (Unicode's category Nd).
    private static func digit(_ value: UInt32) -> UInt8? {
        guard value >= 0x0660, let properties = Unicode.Scalar(value)?.properties,
            properties.generalCategory == .decimalNumber, let digit = properties.numericValue
        else { return nil }
        return ASCII.zero + UInt8(digit)
    }

    /// What a character stands for; 0 for one that says nothing, `nil` for one that is itself.
    private static func ascii(_ value: UInt32) -> UInt8? {
        switch value {
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x3000: ASCII.space
        case 0x200B...0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: 0
        case 0x2010...0x2014, 0x2212: ASCII.minus
        case 0x060C, 0x3001, 0xFF0C: ASCII.comma
        case 0x2019, 0x02BC: ASCII.apostrophe
        case 0xFF01...0xFF5E: UInt8(value - 0xFEE0)
        default: digit(value)
        }
    }
}
