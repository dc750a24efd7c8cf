import Foundation
import NewsModel
import WebText

extension ValueFormat where Value == String {
    /// A line of text.
    static func text(_ expects: String, atMost most: Int = 500) -> ValueFormat {
        scalar(expects, schema: .plainText) { text, _ throws(InvalidValue) in
            let value = text.value.trimmed
            guard !value.isEmpty else { throw InvalidValue() }
            guard !value.isLonger(than: most) else { throw InvalidValue("it is longer than \(most) characters") }
            guard !value.unicodeScalars.contains(where: isControl) else {
                throw InvalidValue("it holds a line break or a control character")
            }
            return value
        }
    }

    /// A word that a parameter of an API takes, one of a closed set.
    static func word(of words: [String]) -> ValueFormat {
        let schema: JSONValue = ["enum": .array(words.map(JSONValue.string))]
        return scalar("one of \(listed(words))", schema: schema) { text, _ throws(InvalidValue) in
            guard words.contains(text.value) else { throw InvalidValue(nearestAdvice(text, words)) }
            return text.value
        }
    }

    /// A text that a pattern describes. The pattern is the schema's as well, so it is one that JavaScript knows.
    static func pattern(_ expects: String, _ pattern: String, advice: String? = nil) -> ValueFormat {
        scalar(expects, schema: .pattern(pattern)) { text, _ throws(InvalidValue) in
            guard text.value.range(of: pattern, options: .regularExpression) != nil,
                !text.value.unicodeScalars.contains(where: isControl)
            else { throw InvalidValue(advice) }
            return text.value
        }
    }

    /// The name of a source: 1 to 60 of a-z, 0-9, `.`, `_` and `-`, beginning with a letter or a digit.
    static var id: ValueFormat {
        let schema = JSONValue.pattern("^[a-z0-9][a-z0-9._-]{0,59}$")
        return scalar("an id such as harbour-post", schema: schema) { text, _ throws(InvalidValue) in
            let characters = text.value.utf8
            guard characters.allSatisfy({ isIDCharacter($0) || "._-".utf8.contains($0) }), characters.count <= 60,
                let first = characters.first, isIDCharacter(first)
            else {
                throw InvalidValue("it is 1 to 60 of a-z, 0-9, `.`, `_` and `-`, and begins with a letter or a digit")
            }
            return text.value
        }
    }

    /// The value of a request header, which may be a credential and is never quoted.
    static var headerValue: ValueFormat {
        scalar("a line of text", schema: .plainText, isSecret: true) { text, _ throws(InvalidValue) in
            let value = text.value.trimmed
            guard !value.isEmpty else { throw InvalidValue("it is empty") }
            guard !value.isLonger(than: 8192) else { throw InvalidValue("it is longer than 8192 characters") }
            guard !value.unicodeScalars.contains(where: isControl) else {
                throw InvalidValue("it holds a line break or a control character")
            }
            return value
        }
    }

    /// A colour, `#rrggbb`, in small letters.
    static var colour: ValueFormat {
        scalar("a colour such as \"#9b1c1c\"", schema: .pattern("^#[0-9A-Fa-f]{6}$")) { text, _ throws(InvalidValue) in
            guard text.value.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil else {
                throw InvalidValue("it is `#` and six digits of 0-9 and a-f, in quotes")
            }
            return text.value.lowercased()
        }
    }

    /// A language tag (BCP 47, well-formed; whether its parts are registered is not looked up).
    static var language: ValueFormat {
        let schema = JSONValue.pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
        return scalar("a language tag such as en, en-GB or zh-Hant", schema: schema) { text, _ throws(InvalidValue) in
            guard text.value.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil, text.value.count <= 35 else {
                if let tag = Habits.language(text.value) { throw InvalidValue(suggesting(tag, for: text)) }
                throw InvalidValue(text.value.contains("_") ? "its parts are joined by `-`" : nil)
            }
            // The code of a country is well-formed, and no language.
            if let tag = Habits.language(text.value) { throw InvalidValue(suggesting(tag, for: text)) }
            return text.value
        }
    }
}

extension ValueFormat where Value == TimeZone {
    static var timeZone: ValueFormat {
        scalar("a time zone such as UTC or Europe/London", schema: .plainText) { text, _ throws(InvalidValue) in
            if text.value == "UTC" { return .gmt }
            // Foundation also takes `GMT+1`, which is easily read the wrong way round, and abbreviations.
            let isName = text.value.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(text.value)
            if isName, let zone = TimeZone(identifier: text.value) { return zone }
            if let name = Habits.timeZone(text.value) { throw InvalidValue(suggesting(name, for: text)) }
            throw InvalidValue(nearestAdvice(text, TimeZone.knownTimeZoneIdentifiers + ["UTC"]))
        }
    }
}

extension ValueFormat where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the cases of an enum, by its raw value.
    static var choice: ValueFormat {
        let words = Value.allCases.map(\.rawValue)
        let schema: JSONValue = ["enum": .array(words.map(JSONValue.string))]
        return scalar(words.count == 1 ? "`\(words[0])`" : "one of \(listed(words))", schema: schema) {
            text, _ throws(InvalidValue) in
            guard let value = Value(rawValue: text.value) else { throw InvalidValue(nearestAdvice(text, words)) }
            return value
        }
    }
}

/// A suggestion, unless the text came from the environment: the word that it is near to would tell about it.
private func nearestAdvice(_ text: ExpandedText, _ words: [String]) -> String? {
    guard text.names.isEmpty, let word = nearest(to: text.value, among: words) else { return nil }
    return "did you mean `\(word)`?"
}

private func suggesting(_ word: String, for text: ExpandedText) -> String? {
    text.names.isEmpty ? "did you mean `\(word)`?" : nil
}

/// What people write out of habit, and what is meant by it.
private enum Habits {
    static func language(_ text: String) -> String? { languages[text.lowercased()] }

    /// A zone by an abbreviation, or by its city alone.
    static func timeZone(_ text: String) -> String? {
        let plain = plainForm(text)
        return zones[plain]
            ?? TimeZone.knownTimeZoneIdentifiers.first { name in
                name.split(separator: "/").last.map { plainForm(String($0)) } == plain
            }
    }

    private static let languages = table(PackageResources.languages_txt)
    private static let zones = table(PackageResources.zones_txt)

    private static func table(_ file: [UInt8]) -> [String: String] {
        Dictionary(WordList.rows(file).map { ($0[0].lowercased(), $0[1]) }) { first, _ in first }
    }
}

private func isIDCharacter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Whether a scalar would break a line of text, or a header.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
}

func isControlOrSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || isControl(scalar) || !scalar.isASCII && scalar.properties.isWhitespace
}

extension String {
    /// Characters are counted only where there may be too many.
    func isLonger(than most: Int) -> Bool { utf8.count > most && count > most }
}
