import WebText

/// The words by which openings are known that say nothing of a story, in all languages that have a strings file: a feed
/// may be in another than the site.
struct OpeningWords: Sendable {
    /// “by”, “von”, “par”.
    let bylines: Set<String>
    /// “photo”, “image”, “credit”.
    let captions: Set<String>
    /// What a date consists of besides digits: the months and days, and “published”, “updated”.
    let ofDates: Set<String>

    /// - Parameter files: the strings files by name, among others.
    init(_ files: [String: [UInt8]]) {
        var (bylines, captions, dates) = (Set<String>(), Set<String>(), Set<String>())
        for (name, file) in files where name.hasSuffix(".txt") {
            let entries = Words.entries(of: String(decoding: file, as: UTF8.self))
            let list = { (key: String) in
                (entries[key] ?? "").split(separator: "|").flatMap { Letters.words(String($0)) }
            }
            bylines.formUnion(list("opening.byline"))
            captions.formUnion(list("opening.caption"))
            for key in ["months", "months.short", "weekdays", "weekdays.short", "opening.date"] {
                dates.formUnion(list(key))
            }
        }
        (self.bylines, self.captions) = (bylines, captions)
        ofDates = dates
    }
}

/// Texts compared by their letters and digits alone.
enum Letters {
    /// The words of a text in lower case, without punctuation; no more than so many.
    static func words(_ text: String, atMost most: Int = .max) -> [String] {
        if let words = asciiWords(text, atMost: most) { return words }
        return text.lowercased().split(maxSplits: most) { !($0.isLetter || $0.isNumber) }
            .prefix(most).map(String.init)
    }

    /// The same of a text of ASCII, as most are; `nil` for any other.
    private static func asciiWords(_ text: String, atMost most: Int) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            if isLetterOrDigit(byte) {
                word.append(byte | 0x20)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
                if words.count == most { return words }
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// Digits have the bit of lower case set already.
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
