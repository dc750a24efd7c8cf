import NewsModel

/// Finds what of a user's file of words says nothing, or not what it seems to.
struct WordsAdvice {
    /// The entries of the English file, in which every key and place stands.
    private let known: [String: String]
    private let phrases: Set<String>

    init(english: [String: String]) {
        known = english
        phrases = Set(english.keys.map(PluralForm.phrase))
    }

    /// A sentence for each line of the file that is amiss, with its place.
    func sentences(on text: String, file: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            index, line in
            guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { return nil }
            return sentence(on: line).map { "\(file):\(index + 1): \($0)" }
        }
    }

    private func sentence(on line: Substring) -> String? {
        guard let (key, value) = Words.entries(of: String(line)).first else {
            return "a line without `=` says nothing; write `key = words`"
        }
        let phrase = PluralForm.phrase(of: key)
        guard let own = known[key] ?? known[phrase] ?? known["\(phrase).other"] else {
            return nearest(to: phrase).map { "there is no phrase `\(key)`; did you mean `\($0)`?" }
        }
        let places = Set(Self.places(in: own)).union(key == phrase ? [] : ["n"])
        if let stranger = Self.places(in: value).first(where: { !places.contains($0) }) {
            let names = places.sorted().map { "{\($0)}" }.joined(separator: ", ")
            return "`\(key)` has no place {\(stranger)}" + (names.isEmpty ? "; it has none" : "; it has \(names)")
        }
        let (wanted, given) = (Self.items(of: own), Self.items(of: value))
        guard Self.countedLists.contains(key), wanted != given else { return nil }
        return "`\(key)` lists \(given) and needs \(wanted), with | between them"
    }

    /// The keys of lists in which a place means something.
    private static let countedLists: Set<String> = ["months", "months.short", "weekdays", "weekdays.short"]

    private static func items(of value: String) -> Int { value.split(separator: "|").count }

    private static func places(in value: String) -> [String] {
        value.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
            .compactMap { part in part.firstIndex(of: "}").map { String(part[..<$0]) } }
    }

    /// A phrase of a user's own is for templates of their own; one that is nearly ours is a slip of the pen.
    private func nearest(to phrase: String) -> String? {
        phrases.sorted().map { ($0, EditDistance.between(phrase, $0)) }.min { $0.1 < $1.1 }
            .flatMap { $0.1 <= max(1, phrase.count / 6) ? $0.0 : nil }
    }
}
