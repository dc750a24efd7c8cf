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
        if let misfit = Self.misfit(value, of: key) { return misfit }
        let phrase = PluralForm.phrase(of: key)
        guard let own = known[key] ?? known[phrase] ?? known["\(phrase).other"] else {
            return nearest(to: phrase).map { "there is no phrase `\(key)`; did you mean `\($0)`?" }
        }
        let places = Set(Self.places(in: own)).union(key == phrase ? [] : ["n"])
        if let stranger = Self.places(in: value).first(where: { !places.contains($0) }) {
            let names = places.sorted().map { "{\($0)}" }.joined(separator: ", ")
            return "`\(key)` has no place {\(stranger)}" + (names.isEmpty ? "; it has none" : "; it has \(names)")
        }
        return nil
    }

    /// What is wrong with a value in which each place means something.
    private static func misfit(_ value: String, of key: String) -> String? {
        let given = value.split(separator: "|").count
        switch key {
        case "number.digits": return value.count == 10 ? nil : "`\(key)` has \(value.count) digits and needs ten"
        case "week.first":
            return Int(value).map((0...6).contains) ?? false
                ? nil : "`\(key)` is the day on which weeks begin, from 0 for Sunday to 6 for Saturday"
        default:
            guard let wanted = countedLists[key], wanted != given else { return nil }
            return "`\(key)` lists \(given) and needs \(wanted), with | between them"
        }
    }

    /// The keys of lists in which a place means something, and how long they are.
    private static let countedLists = [
        "months": 12, "months.alone": 12, "months.short": 12, "weekdays": 7, "weekdays.short": 7,
    ]

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
