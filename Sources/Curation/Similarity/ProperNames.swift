/// Learns from a night's texts which words are proper names.
struct ProperNames {
    /// What is known of one term.
    private struct Sightings {
        /// In texts whose capitals say something, inside a sentence.
        var asName: Int32 = 0
        var asWord: Int32 = 0
        /// Anywhere.
        var capitalised: Int32 = 0
        var lower: Int32 = 0
        var isCommon: Bool
        /// Whether the term is a name however it is written: many languages write “german” small.
        var isCertain: Bool
    }

    private var sightings: [Sightings] = []

    /// Makes room for the next term, by its key.
    mutating func add(key: String) {
        sightings.append(
            Sightings(isCommon: CommonWords.contains(stem: key), isCertain: TermKey.isPlace(key)))
    }

    mutating func note(_ term: Int32, _ word: Word, casing: Casing) {
        guard word.kind == .letters else { return }
        let term = Int(term)
        if word.isCapitalised { sightings[term].capitalised += 1 } else { sightings[term].lower += 1 }
        guard casing == .sentence, !word.startsSentence else { return }
        if word.isCapitalised { sightings[term].asName += 1 } else { sightings[term].asWord += 1 }
    }

    /// Notes what is known of a term elsewhere, where it has another number.
    mutating func note(_ term: Int, _ others: ProperNames, _ other: Int) {
        let seen = others.sightings[other]
        sightings[term].asName += seen.asName
        sightings[term].asWord += seen.asWord
        sightings[term].capitalised += seen.capitalised
        sightings[term].lower += seen.lower
    }

    /// Adds what is known of one term to what is known of another.
    mutating func add(_ other: Int, to term: Int) { note(term, self, other) }

    /// Whether it was written with a capital more often than without.
    func mayBeName(_ term: Int) -> Bool { sightings[term].capitalised > sightings[term].lower }

    /// Written with a capital where other words are not; or, where no text tells, never without one, and no common
    /// word.
    func isName(_ term: Int) -> Bool {
        let seen = sightings[term]
        if seen.isCertain { return true }
        if seen.asName + seen.asWord > 0 { return seen.asName > 2 * seen.asWord }
        return seen.capitalised > 0 && seen.lower == 0 && !seen.isCommon
    }
}

/// Whether capitals in a text say anything about names.
enum Casing {
    /// Written like a sentence, so that a capital inside marks a name.
    case sentence
    /// Every Word Begins with a Capital, or nothing can be said.
    case title

    init(of words: some Sequence<Word>) {
        var (capitals, others) = (0, 0)
        for word in words where word.kind == .letters && !word.startsSentence && word.text.utf8.count > 3 {
            if word.isCapitalised { capitals += 1 } else { others += 1 }
        }
        self = Double(capitals) <= 0.65 * Double(capitals + others) && others > 0 ? .sentence : .title
    }
}
