extension URIReference {
    static let pathMarks = Set("/:@-._~!$&'()*+,;=".unicodeScalars)
    static let queryMarks = pathMarks.union("?".unicodeScalars)
    private static let hostMarks = Set(".-_~:[]%".unicodeScalars)

    /// The same text with every ASCII character encoded that may not stand in this part, and every `%` that begins no
    /// escape.
    static func encoded(_ part: Substring, keeping marks: Set<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        let scalars = part.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if scalar == "%" {
                result.append(
                    contentsOf: isEscape(scalars[next...].prefix(2)) ? "%".unicodeScalars : "%25".unicodeScalars)
            } else if !isASCIIAlphanumeric(scalar), scalar.isASCII, !marks.contains(scalar) {
                result.append(contentsOf: escape(scalar).unicodeScalars)
            } else if scalar.properties.isWhitespace {
                for byte in String(scalar).utf8 {
                    result.append(contentsOf: escape(Unicode.Scalar(byte)).unicodeScalars)
                }
            } else {
                result.append(scalar)
            }
            index = next
        }
        return String(result)
    }

    static func isHostCharacter(_ scalar: Unicode.Scalar) -> Bool {
        isASCIIAlphanumeric(scalar) || hostMarks.contains(scalar)
    }

    private static func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    private static func isEscape(_ digits: Substring.UnicodeScalarView) -> Bool {
        digits.count == 2 && digits.allSatisfy(\.properties.isASCIIHexDigit)
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }
}
