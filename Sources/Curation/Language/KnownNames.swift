import WebText

/// The names of countries and international organisations, in one language, that are no single word in small letters:
/// “North Korea”, “US”, “U.S.”, “European Union”, “WHO”.
struct KnownNames: Sendable {
    /// By its first word, folded; longer ones first.
    private var phrases: [String: [Phrase]] = [:]
    /// Who is named, by the texts of the words that ``joined(_:mayBegin:)`` makes.
    private(set) var codes: [String: String] = [:]

    private struct Phrase {
        /// Folded.
        var words: [String]
        /// Whether it is a name in capitals alone: “us” and “who” are other words.
        let isInCapitals: Bool
        /// Whether it is an abbreviation with points.
        let isOfLetters: Bool
        /// What it is called when it is one word, which no other word is.
        let name: String
    }

    /// Those of a language, `inflected` being the forms that a word of its has.
    init(_ language: Language, inflected: (String) -> [String]) {
        for row in Self.rows where row[0] == language.rawValue {
            let written = row.dropFirst(2)
            let folded = written.map { $0.lowercased() }
            guard let last = folded.last else { continue }
            let isOfLetters = folded.allSatisfy { $0.unicodeScalars.count == 1 }
            let name = written.joined(separator: isOfLetters ? "" : " ")
            codes[name] = row[1]
            let phrase = Phrase(
                words: folded, isInCapitals: folded != Array(written), isOfLetters: isOfLetters, name: name)
            for form in phrase.isInCapitals || folded.count == 1 ? [last] : [last] + inflected(last) {
                var phrase = phrase
                phrase.words[phrase.words.count - 1] = form
                phrases[folded[0], default: []].append(phrase)
            }
        }
        for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
    }

    /// Whether a folded word may begin one, in any language.
    enum Beginning {
        case never, inCapitals, always

        init(_ word: String) {
            self = beginnings[word] ?? .never
        }

        /// Whether a word of which this is known begins one.
        func isIn(_ word: Word) -> Bool { self == .always || self == .inCapitals && word.isCapitalised }
    }

    /// The words of a text in which each of these names is one word.
    func joined(_ words: [Word], mayBegin: (Word) -> Bool) -> [Word] {
        guard !phrases.isEmpty, let first = words.firstIndex(where: mayBegin) else { return words }
        let capitalsTell = words.tellAbbreviations
        var joined = Array(words[..<first])
        joined.reserveCapacity(words.count)
        var index = first
        while index < words.count {
            guard mayBegin(words[index]), let phrase = phrase(in: words[index...], capitalsTell) else {
                joined.append(words[index])
                index += 1
                continue
            }
            joined.append(Self.word(words[index], phrase.name))
            index += phrase.words.count
            // The points of “U.S.” end no sentence.
            if phrase.isOfLetters, index < words.count {
                var next = words[index]
                next.startsSentence = false
                joined.append(next)
                index += 1
            }
        }
        return joined
    }

    /// The longest name with which some words begin.
    private func phrase(in words: ArraySlice<Word>, _ capitalsTell: Bool) -> Phrase? {
        guard let first = words.first, let candidates = phrases[first.text] else { return nil }
        return candidates.first { phrase in
            let named = words.prefix(phrase.words.count)
            return named.elementsEqual(phrase.words) { $0.kind == .letters && $0.text == $1 }
                && zip(named, named.dropFirst()).allSatisfy { !$1.startsSentence || Self.isLetter($0) }
                && (!phrase.isInCapitals || capitalsTell && named.allSatisfy(Self.isInCapitals))
        }
    }

    private static func isInCapitals(_ word: Word) -> Bool {
        word.isAllCapitals || word.isCapitalised && isLetter(word)
    }

    /// Whether a point behind a word may be that of an abbreviation.
    private static func isLetter(_ word: Word) -> Bool { word.text.unicodeScalars.count == 1 }

    private static func word(_ first: Word, _ name: String) -> Word {
        Word(
            text: name, kind: .letters, isCapitalised: true, isAllCapitals: false,
            startsSentence: first.startsSentence, followsDash: first.followsDash)
    }

    /// A language, who is named, and the words of the name.
    private static let rows = WordList.rows(PackageResources.known_names_txt)

    private static let beginnings = Dictionary(
        rows.map { row in (row[2].lowercased(), row[2] == row[2].lowercased() ? Beginning.always : .inCapitals) }
    ) { one, other in one == .always ? one : other }
}
