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
    /// The words of a text in lower case, without punctuation.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}
