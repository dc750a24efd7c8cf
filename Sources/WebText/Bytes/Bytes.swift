#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes of a text in UTF-8, in memory that the caller keeps for the time of a call.
@usableFromInline package typealias Bytes = UnsafeBufferPointer<UInt8>

/// The ASCII characters that the scanners look for, by name. They are inlined into other targets, as all that is done
/// for each byte of a feed.
@frozen @usableFromInline package enum ASCII {
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var exclamation: UInt8 { UInt8(ascii: "!") }
    @inlinable package static var quote: UInt8 { UInt8(ascii: "\"") }
    @inlinable package static var hash: UInt8 { UInt8(ascii: "#") }
    @inlinable package static var ampersand: UInt8 { UInt8(ascii: "&") }
    @inlinable package static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inlinable package static var plus: UInt8 { UInt8(ascii: "+") }
    @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
    @inlinable package static var minus: UInt8 { UInt8(ascii: "-") }
    @inlinable package static var dot: UInt8 { UInt8(ascii: ".") }
    @inlinable package static var slash: UInt8 { UInt8(ascii: "/") }
    @inlinable package static var zero: UInt8 { UInt8(ascii: "0") }
    @inlinable package static var colon: UInt8 { UInt8(ascii: ":") }
    @inlinable package static var semicolon: UInt8 { UInt8(ascii: ";") }
    @inlinable package static var lessThan: UInt8 { UInt8(ascii: "<") }
    @inlinable package static var equals: UInt8 { UInt8(ascii: "=") }
    @inlinable package static var greaterThan: UInt8 { UInt8(ascii: ">") }
    @inlinable package static var question: UInt8 { UInt8(ascii: "?") }
}

extension UInt8 {
    @inlinable package var isDigit: Bool { self &- ASCII.zero < 10 }

    @inlinable package var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    @inlinable package var isAlphanumeric: Bool { isDigit || isLetter }

    /// White space of XML and HTML.
    @inlinable package var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }

    /// The lowercase form of an ASCII letter; any other byte as it is.
    @inlinable package var lowercase: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }

    /// The value of a hexadecimal digit in either case; `nil` for any other byte.
    @inlinable package var hexValue: UInt32? {
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
    @inlinable package func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

    @inlinable package var withoutLeadingBlanks: Bytes {
        var start = 0
        while start < count, self[start].isBlank { start += 1 }
        return start == 0 ? self : part(start..<count)
    }

    /// Without the white space at both ends.
    @inlinable package var trimmed: Bytes {
        var start = 0
        var end = count
        while start < end, self[start].isBlank { start += 1 }
        while end > start, self[end - 1].isBlank { end -= 1 }
        return part(start..<end)
    }

    /// Whether these are the ASCII letters of `word` in any case; `word` itself is lowercase.
    @inlinable package func isWord(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && starts(withWord: word, at: 0)
    }

    /// Whether `word`, which is lowercase ASCII, stands at `offset` in any case.
    @inlinable package func starts(withWord word: StaticString, at offset: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard count - offset >= length else { return false }
        for index in 0..<length where self[offset + index].lowercase != word.utf8Start[index] { return false }
        return true
    }

    /// Whether `text` stands at `offset`, byte by byte as it is.
    package func starts(withBytesOf text: StaticString, at offset: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count - offset >= length else { return false }
        return (0..<length).allSatisfy { self[offset + $0] == text.utf8Start[$0] }
    }

    /// Whether `word`, which is lowercase ASCII, stands at the end in any case.
    package func ends(withWord word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && starts(withWord: word, at: count - word.utf8CodeUnitCount)
    }

    /// Where `text` stands next, from `offset` on, byte by byte as it is.
    package func first(_ text: StaticString, from offset: Int) -> Int? {
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
    package func index(of byte: UInt8, from offset: Int) -> Int? {
        guard let baseAddress, offset < count else { return nil }
        guard let found = memchr(baseAddress + offset, Int32(byte), count - offset) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
    }

    /// The text of these bytes; what is no UTF-8 in them becomes U+FFFD.
    package var string: String {
        #if os(Linux)
            // The library checks a text byte by byte from its first accent on, which would take a quarter of all the
            // time of parsing: ours goes over the ASCII between accents eight bytes at once.
            if UTF8Validity.isValid(self) {
                return String(copying: unsafe UTF8Span(unchecked: Span(_unsafeElements: self)))
            }
        #endif
        return String(decoding: self, as: UTF8.self)
    }
}

extension [UInt8] {
    package mutating func append(_ text: StaticString) {
        append(contentsOf: Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds a character as UTF-8; one that no text can hold as U+FFFD.
    package mutating func append(scalar value: UInt32) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
