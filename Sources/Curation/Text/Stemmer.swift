/// The stems of words: what stays of a word in all its forms, as far as comparing needs it.
///
/// Words in ASCII lose their English endings in the steps of M. F. Porter, “An algorithm for suffix stripping” (1980).
/// In other alphabets, whose endings are many, only a word's beginning is compared.
enum Stemmer {
    static func stem(_ word: String) -> String {
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return beginning(of: word) }
        guard word.utf8.count > 3, word.utf8.count <= longestWord else { return word }
        var stem = EnglishStem(word)
        stem.strip()
        return String(decoding: stem.bytes, as: UTF8.self)
    }

    private static func beginning(of word: String) -> String {
        let scalars = word.unicodeScalars
        guard scalars.count > lettersCompared else { return word }
        return String(String.UnicodeScalarView(scalars.prefix(lettersCompared)))
    }

    private static let lettersCompared = 6

    /// Longer ones are no English, and each step looks at all letters several times.
    private static let longestWord = 40
}

/// One word on its way through Porter's steps.
private struct EnglishStem {
    var bytes: [UInt8]

    init(_ word: String) {
        bytes = Array(word.utf8)
    }

    mutating func strip() {
        stripPlural()
        stripPast()
        if ends("y"), hasVowel(upTo: bytes.count - 1) { bytes[bytes.count - 1] = UInt8(ascii: "i") }
        for rules in [StemRules.second, StemRules.third] { replaceFirst(of: rules) }
        stripFourth()
        stripFinal()
    }

    private mutating func stripPlural() {
        if ends("sses") || ends("ies") {
            bytes.removeLast(2)
        } else if ends("s"), !ends("ss"), !ends("us"), bytes.count > 3 {
            bytes.removeLast()
        }
    }

    private mutating func stripPast() {
        if ends("eed") {
            if measure(upTo: bytes.count - 3) > 0 { bytes.removeLast() }
            return
        }
        guard let ending = ["ed", "ing"].first(where: { ends($0) && hasVowel(upTo: bytes.count - $0.utf8.count) })
        else { return }
        bytes.removeLast(ending.utf8.count)
        if ends("at") || ends("bl") || ends("iz") {
            bytes.append(UInt8(ascii: "e"))
        } else if endsInDoubleConsonant, let last = bytes.last, !"lsz".utf8.contains(last) {
            bytes.removeLast()
        } else if measure(upTo: bytes.count) == 1, endsInShortSyllable(at: bytes.count) {
            bytes.append(UInt8(ascii: "e"))
        }
    }

    private mutating func replaceFirst(of rules: KeyValuePairs<StaticString, StaticString>) {
        for (ending, replacement) in rules where ends(ending) {
            let length = bytes.count - ending.utf8CodeUnitCount
            guard measure(upTo: length) > 0 else { return }
            bytes.removeLast(ending.utf8CodeUnitCount)
            replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
            return
        }
    }

    private mutating func stripFourth() {
        for ending in StemRules.fourth where ends(ending) {
            let length = bytes.count - ending.utf8CodeUnitCount
            if measure(upTo: length) > 1 { bytes.removeLast(ending.utf8CodeUnitCount) }
            return
        }
        guard ends("sion") || ends("tion"), measure(upTo: bytes.count - 3) > 1 else { return }
        bytes.removeLast(3)
    }

    private mutating func stripFinal() {
        if ends("e") {
            let size = measure(upTo: bytes.count - 1)
            if size > 1 || size == 1 && !endsInShortSyllable(at: bytes.count - 1) { bytes.removeLast() }
        }
        if ends("ll"), measure(upTo: bytes.count - 1) > 1 { bytes.removeLast() }
    }
}

extension EnglishStem {
    private func ends(_ ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        guard bytes.count > count else { return false }
        return ending.withUTF8Buffer { buffer in
            for place in 0..<count where buffer[place] != bytes[bytes.count - count + place] { return false }
            return true
        }
    }

    private func ends(_ ending: String) -> Bool {
        bytes.count > ending.utf8.count && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }

    private func isConsonant(_ place: Int) -> Bool {
        switch bytes[place] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "y"): place == 0 || !isConsonant(place - 1)
        default: true
        }
    }

    private func hasVowel(upTo end: Int) -> Bool {
        (0..<max(end, 0)).contains { !isConsonant($0) }
    }

    /// How often a vowel is followed by a consonant: Porter's m.
    private func measure(upTo end: Int) -> Int {
        var (count, wasVowel) = (0, false)
        for place in 0..<max(end, 0) {
            let isVowel = !isConsonant(place)
            if wasVowel, !isVowel { count += 1 }
            wasVowel = isVowel
        }
        return count
    }

    private var endsInDoubleConsonant: Bool {
        let count = bytes.count
        return count > 1 && bytes[count - 1] == bytes[count - 2] && isConsonant(count - 1)
    }

    /// Consonant, vowel, consonant other than w, x and y: `hop`, but not `snow`.
    private func endsInShortSyllable(at end: Int) -> Bool {
        guard end >= 3, isConsonant(end - 1), !isConsonant(end - 2), isConsonant(end - 3) else { return false }
        return !"wxy".utf8.contains(bytes[end - 1])
    }
}

/// Porter's endings of derived words.
private enum StemRules {
    static let second: KeyValuePairs<StaticString, StaticString> = [
        "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able",
        "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
        "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive",
        "biliti": "ble",
    ]

    static let third: KeyValuePairs<StaticString, StaticString> = [
        "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
    ]

    static let fourth: [StaticString] = [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al",
        "er", "ic", "ou",
    ]
}
