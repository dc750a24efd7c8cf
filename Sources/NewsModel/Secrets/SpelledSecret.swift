import Foundation
import WebText

/// A secret as it may be written, with the code by which a placeholder says so: so that what was written can be written
/// again, byte for byte.
struct SpelledSecret: Sendable {
    let number: Int
    let spelling: Spelling
    let text: [UInt8]

    /// Ways of writing a value. The letters stand in placeholders.
    enum Spelling: Character, CaseIterable, Sendable {
        case plain = "a"
        case percentEncoded = "b"
        case percentEncodedInSmallLetters = "c"
        case percentDecoded = "d"
        case markup = "e"
        case json = "f"
        case jsonWithSlashes = "g"
        case capitals = "h"
        case smallLetters = "i"
        case markupTwice = "j"

        func text(of value: String) -> String {
            switch self {
            case .plain: value
            case .percentEncoded: PercentEncoding.encodedValue(value)
            case .percentEncodedInSmallLetters: Self.withSmallEscapes(PercentEncoding.encodedValue(value))
            case .percentDecoded: value.percentDecoded
            case .markup: Escape.markup(value)
            case .json: Self.json(value)
            case .jsonWithSlashes: Self.json(value).replacing("/", with: "\\/")
            case .capitals: value.uppercased()
            case .smallLetters: value.lowercased()
            case .markupTwice: Escape.markup(Escape.markup(value))
            }
        }

        private static func json(_ value: String) -> String {
            var writer = JSONWriter(indent: nil)
            writer.text(nil, value)
            return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
        }

        private static func withSmallEscapes(_ text: String) -> String {
            text.replacing(#/%[0-9A-F]{2}/#) { $0.output.lowercased() }
        }
    }

    /// Written in a way that none of the spellings is, such as base 64: in its place comes what is read as the same secret.
    private static let other: Character = "z"
    /// A part of a spelling, with where it begins and how long it is.
    private static let part: Character = "p"
    private static let end: Character = "e"
    /// Told by a server: nobody can turn it back.
    static let learned: Character = "l"

    static func all(of secrets: [Secret]) -> [SpelledSecret] {
        secrets.enumerated().flatMap { number, secret in
            Spelling.allCases.map {
                SpelledSecret(number: number, spelling: $0, text: Array($0.text(of: secret.reveal()).utf8))
            }
        }
    }

    /// The number of a secret, by how it was written.
    static func number(of written: [UInt8], among spellings: [SpelledSecret], _ secrets: [Secret]) -> Int {
        let digits = code(of: written, among: spellings, secrets).prefix { $0.isNumber }
        return Int(digits) ?? 0
    }

    /// The number of a secret and how it was written.
    static func code(of written: [UInt8], among spellings: [SpelledSecret], _ secrets: [Secret]) -> String {
        if let exact = spellings.first(where: { $0.text == written }) {
            return "\(exact.number)\(exact.spelling.rawValue)"
        }
        for spelled in spellings where spelled.text.count > written.count {
            if let range = spelled.text.firstRange(of: written) {
                let (start, count) = (range.lowerBound, written.count)
                return "\(spelled.number)\(part)\(spelled.spelling.rawValue)\(start)\(end)\(count)\(end)"
            }
        }
        let plain = SecretSpellings.plain(String(decoding: written, as: UTF8.self))
        let contained = secrets.firstIndex { secret in
            let value = SecretSpellings.plain(secret.reveal())
            return value.count >= SecretSpellings.shortest && plain.firstRange(of: value) != nil
        }
        let sought = secrets.indices.filter { secrets[$0].reach == .everywhere }
        let longest = (sought.isEmpty ? Array(secrets.indices) : sought).max {
            secrets[$0].reveal().utf8.count < secrets[$1].reveal().utf8.count
        }
        return "\(contained ?? longest ?? 0)\(other)"
    }

    /// Reads a code.
    /// - Returns: what was written, `nil` for a secret that is not known, and how long the code is; nothing where it is none.
    static func read(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, among spellings: [SpelledSecret], _ secrets: [Secret]
    ) -> (text: [UInt8]?, length: Int)? {
        var reader = CodeReader(bytes: bytes, at: bytes.startIndex)
        guard let number = reader.number(), let letter = reader.letter() else { return nil }
        var text: [UInt8]?
        if letter == learned {
            text = nil
        } else if letter == other {
            text =
                secrets.indices.contains(number)
                ? Array(PercentEncoding.encodedValue(secrets[number].reveal()).utf8) : nil
        } else if letter == part {
            guard let letter = reader.letter(), let start = reader.number(), reader.letter() == end,
                let count = reader.number(), reader.letter() == end
            else { return nil }
            let whole = spelled(number, letter, spellings)?.dropFirst(start).prefix(count)
            text = whole.flatMap { $0.count == count ? Array($0) : nil }
        } else {
            guard Spelling(rawValue: letter) != nil else { return nil }
            text = spelled(number, letter, spellings)
        }
        // An empty one holds the place of a secret that is not known.
        return (text?.isEmpty == true ? nil : text, reader.at - bytes.startIndex)
    }

    private static func spelled(_ number: Int, _ letter: Character, _ spellings: [SpelledSecret]) -> [UInt8]? {
        let index = Spelling(rawValue: letter).flatMap(Spelling.allCases.firstIndex)
        let place = index.map { number * Spelling.allCases.count + $0 }
        return place.flatMap { spellings.indices.contains($0) ? spellings[$0].text : nil }
    }
}

/// Reads numbers and letters of a code in turn.
private struct CodeReader {
    let bytes: Slice<UnsafeBufferPointer<UInt8>>
    var at: Int

    /// More digits than any list of secrets or any secret needs are no number.
    private static let mostDigits = 6

    mutating func number() -> Int? {
        let digits = bytes[at...].prefix(Self.mostDigits).prefix(while: \.isDigit)
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        at = digits.endIndex
        return number
    }

    mutating func letter() -> Character? {
        guard at < bytes.endIndex, bytes[at].isLetter else { return nil }
        defer { at += 1 }
        return Character(Unicode.Scalar(bytes[at]))
    }
}
