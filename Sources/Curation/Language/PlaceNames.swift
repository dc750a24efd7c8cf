import Parallelism
import WebText

/// Countries by their names, and by what their people and languages are called, and cities by their names, in one language.
struct PlaceNames: Sendable {
    /// By a folded word, or one that ``joined(_:mayBegin:)`` makes: the two letters of ISO 3166, the English name of a city,
    /// or who else is named.
    private var codes: [String: String] = [:]
    /// The same by beginnings of words, where names have case endings.
    private var beginnings = WordBeginnings<String>([:])
    private let phrases: KnownNames

    /// The country, city or organisation that a folded word, or a joined one, names; `nil` for any other.
    func code(of word: String) -> String? { codes[word] ?? beginnings.values(of: word, atLeast: 4).last }

    /// The words of a text in which each name of several words, or in capitals, is one word. `mayBegin` tells whether one
    /// may begin with a word.
    func joined(
        _ words: [Word], mayBegin: (Word) -> Bool = { KnownNames.Beginning($0.text).isIn($0) }
    ) -> [Word] {
        phrases.joined(words, mayBegin: mayBegin)
    }

    /// Those of a language. They are read when it first occurs.
    static func of(_ language: Language) -> PlaceNames {
        read.withLock { read in
            if let names = read[language] { return names }
            let names = PlaceNames(language)
            read[language] = names
            return names
        }
    }

    private static let read = Guarded<[Language: PlaceNames]>([:])

    private init(_ language: Language) {
        var forms: [String: String] = [:]
        let prefix = language.rawValue + " "
        for line in Self.lines where line.hasPrefix(prefix) {
            let cells = line.split(separator: " ")
            for word in cells.dropFirst(2) { forms[String(word)] = String(cells[1]) }
        }
        let endings = Self.endings[language]
        phrases = KnownNames(language) { word in endings.map { Self.inflected(word, $0) } ?? [] }
        if let endings {
            for (word, code) in forms.sorted(by: { $0.key > $1.key }) {
                for form in Self.inflected(word, endings) where forms[form] == nil { codes[form] = code }
            }
            codes.merge(forms) { $1 }
        } else {
            beginnings = WordBeginnings(forms)
        }
        codes.merge(phrases.codes) { $1 }
    }

    private static func inflected(_ word: String, _ endings: Endings) -> [String] {
        let ofO = word.hasSuffix("o") ? endings.ofO.map { word.dropLast() + $0 } : []
        return ofO.map(String.init) + endings.added.map { word + $0 }
    }

    /// What adjectives and names add to the form of the table.
    private struct Endings {
        let added: [String]
        /// In place of an `o` at the end.
        var ofO: [String] = []
    }

    /// The languages without case endings, or with few; the table has beginnings of words for the others.
    private static let endings: [Language: Endings] = [
        .english: Endings(added: ["s"]),
        .german: Endings(added: ["e", "en", "er", "es", "em", "s"]),
        .french: Endings(added: ["e", "s", "es", "ne", "nes"]),
        .spanish: Endings(added: ["a", "es", "as", "s"], ofO: ["a", "os", "as"]),
        .portuguese: Endings(added: ["a", "es", "as", "s"], ofO: ["a", "os", "as"]),
        .italian: Endings(added: [], ofO: ["a", "i", "e"]),
        .dutch: Endings(added: ["e", "s"]),
        .swedish: Endings(added: ["a", "t", "s"]),
        .danish: Endings(added: ["e", "s"]),
        .norwegian: Endings(added: ["e", "s"]),
        .arabic: Endings(added: []), .hebrew: Endings(added: []), .hindi: Endings(added: []),
    ]

    private static let lines =
        WordList.lines(PackageResources.cities_txt) + WordList.lines(PackageResources.countries_txt)
}
