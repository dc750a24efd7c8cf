import Foundation
import WebText

/// The ways in which a value may be written in a text that ``PlainScalars`` reads.
struct SecretSpellings {
    /// What a text is searched for: UTF-8, at least ``shortest`` bytes.
    struct Needle: Hashable {
        let text: [UInt8]
        /// What it is the first or the last half of, of which as much goes as is there; itself where it is whole.
        let whole: [UInt8]
        /// Where in the whole it begins.
        let offset: Int
    }

    /// Less than this is searched for at the bounds of a word alone.
    static let shortest = 8

    /// The value as it is read.
    static func plain(_ value: String) -> [UInt8] { plain(value, .deep) }

    static func plain(_ value: String, _ reading: PlainScalars.Reading) -> [UInt8] {
        var result: [UInt8] = []
        var value = value
        value.withUTF8 { bytes in
            let scalars = PlainScalars(bytes, reading)
            var place = 0
            while place < bytes.count {
                let unit = scalars.unit(at: place)
                if !unit.isInvisible { append(unit.scalar, to: &result) }
                place = unit.end
            }
        }
        return result
    }

    /// All spellings of a value, each with its halves unless only the whole counts.
    static func needles(of value: String, withHalves hasHalves: Bool = true) -> Set<Needle> {
        let plain = plain(value)
        let original = Array(value.utf8)
        var texts: Set<[UInt8]> = [plain, plain.map { $0 == 0x20 ? UInt8(ascii: "+") : $0 }, asWritten(value)]
        for bytes in Set([original, Array(value.percentDecoded.utf8)]) {
            texts.insert(Array(Hex.text(bytes).utf8))
            for skipped in 0..<3 { texts.formUnion(base64(bytes, behind: skipped)) }
        }
        let parts = parts(of: value).map(Self.plain)
        if hasHalves { texts.formUnion(parts) }
        return texts.reduce(into: []) { found, text in
            found.formUnion(withHalves(text).filter { hasHalves || $0.text.count == text.count })
        }
    }

    /// What of a value is a key by itself, as behind the colon of `123456:q7…`.
    private static func parts(of value: String) -> [String] {
        let parts = value.split { ":.-_|".contains($0) }
        return parts.count > 1 ? parts.filter { SecretShape.isMadeUp($0) }.map(String.init) : []
    }

    /// The value in small letters, with nothing decoded.
    private static func asWritten(_ value: String) -> [UInt8] { plain(value, .shallow(.text)) }

    /// Half of a key is as good as the whole to who has guessed the rest; half of a sentence says nothing, and a half
    /// that is a word stands in pages by itself.
    private static func withHalves(_ text: [UInt8]) -> [Needle] {
        guard text.count >= shortest else { return [] }
        let whole = Needle(text: text, whole: text, offset: 0)
        let half = text.count / 2
        guard half >= shortest, !text.contains(0x20) else { return [whole] }
        let halves = [
            Needle(text: Array(text.prefix(half)), whole: text, offset: 0),
            Needle(text: Array(text.suffix(half)), whole: text, offset: text.count - half),
        ]
        return [whole] + halves.filter { !SecretShape.isWordlike($0.text) }
    }

    /// The characters of base 64 that bytes alone decide where so many others stand before them, in the alphabets of
    /// RFC 4648 §4 and §5 and of IMAP (RFC 3501 §5.1.3), in small letters.
    private static func base64(_ bytes: [UInt8], behind skipped: Int) -> Set<[UInt8]> {
        let padded = [UInt8](repeating: 0, count: skipped) + bytes
        let digits = BitDigits.of(padded, bits: 6)
        let known = digits.prefix(padded.count * 8 / 6).dropFirst((skipped * 8 + 5) / 6)
        return Set([("+", "/"), ("-", "_"), ("+", ",")].map { marks in known.map { character($0, marks) } })
    }

    private static func character(_ digit: UInt8, _ marks: (Unicode.Scalar, Unicode.Scalar)) -> UInt8 {
        switch digit {
        case 0..<26: UInt8(ascii: "a") + digit
        case 26..<52: UInt8(ascii: "a") + digit - 26
        case 52..<62: UInt8(ascii: "0") + digit - 52
        case 62: UInt8(ascii: marks.0)
        default: UInt8(ascii: marks.1)
        }
    }

    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if let scalar = Unicode.Scalar(scalar) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
