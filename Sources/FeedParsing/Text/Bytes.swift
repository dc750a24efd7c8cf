#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes of a document that somebody else keeps.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// The ASCII characters that the scanners look for, by name.
enum ASCII {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let exclamation = UInt8(ascii: "!")
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let ampersand = UInt8(ascii: "&")
    static let apostrophe = UInt8(ascii: "'")
    static let plus = UInt8(ascii: "+")
    static let comma = UInt8(ascii: ",")
    static let minus = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let zero = UInt8(ascii: "0")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let lessThan = UInt8(ascii: "<")
    static let equals = UInt8(ascii: "=")
    static let greaterThan = UInt8(ascii: ">")
    static let question = UInt8(ascii: "?")
}

extension UInt8 {
    var isDigit: Bool { self &- ASCII.zero < 10 }

    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    /// White space of XML and HTML.
    var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }

    /// The lowercase form of an ASCII letter; any other byte as it is.
    var lowercase: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }

    var hexValue: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// A part of these bytes; the bounds are those of an array.
    func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

    @inline(__always)
    var withoutLeadingBlanks: Bytes {
        var start = 0
        while start < count, self[start].isBlank { start += 1 }
        return start == 0 ? self : part(start..<count)
    }

    /// Without the white space at both ends.
    var trimmed: Bytes {
        var start = 0
        var end = count
        while start < end, self[start].isBlank { start += 1 }
        while end > start, self[end - 1].isBlank { end -= 1 }
        return part(start..<end)
    }

    /// Whether these are the ASCII letters of `word` in any case; `word` itself is lowercase.
    func isWord(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && starts(withWord: word, at: 0)
    }

    /// Whether `word`, which is lowercase ASCII, stands at `offset` in any case.
    func starts(withWord word: StaticString, at offset: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard count - offset >= length else { return false }
        for index in 0..<length where self[offset + index].lowercase != word.utf8Start[index] { return false }
        return true
    }

    /// Whether `word`, which is lowercase ASCII, stands at the end in any case.
    func ends(withWord word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && starts(withWord: word, at: count - word.utf8CodeUnitCount)
    }

    /// Where `text` stands next, from `offset` on, byte by byte as it is.
    func first(_ text: StaticString, from offset: Int) -> Int? {
        let length = text.utf8CodeUnitCount
        var at = offset
        while let found = index(of: text.utf8Start[0], from: at) {
            guard count - found >= length else { return nil }
            if (1..<length).allSatisfy({ self[found + $0] == text.utf8Start[$0] }) { return found }
            at = found + 1
        }
        return nil
    }

    /// Where `byte` stands next, from `offset` on.
    @inline(__always)
    func index(of byte: UInt8, from offset: Int) -> Int? {
        guard let baseAddress, offset < count else { return nil }
        guard let found = memchr(baseAddress + offset, Int32(byte), count - offset) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
    }

}

extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds a character as UTF-8; one that no text can hold as U+FFFD.
    mutating func append(scalar value: UInt32) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
