import WebText

/// A language in which texts are read.
enum Language: String, CaseIterable, Sendable {
    case arabic = "ar"
    case czech = "cs"
    case danish = "da"
    case german = "de"
    case greek = "el"
    case english = "en"
    case spanish = "es"
    case finnish = "fi"
    case french = "fr"
    case hebrew = "he"
    case hindi = "hi"
    case hungarian = "hu"
    case italian = "it"
    case dutch = "nl"
    case norwegian = "no"
    case polish = "pl"
    case portuguese = "pt"
    case romanian = "ro"
    case russian = "ru"
    case swedish = "sv"
    case turkish = "tr"
    case ukrainian = "uk"

    /// The language of a tag such as `pt-BR`.
    init?(tag: String) {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        self.init(rawValue: primary == "nb" || primary == "nn" ? "no" : primary)
    }

    /// From 1.
    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// What the Snowball library calls its stemmer; `nil` where it has none, and for English, which Porter's own steps read.
    var snowballName: String? {
        switch self {
        case .english, .czech, .hebrew, .polish, .ukrainian: nil
        default: rawValue
        }
    }
}

/// Recognises the language of a text by its script and its function words.
enum LanguageDetection {
    /// A language, by its index among all, what a function word says for it, which is less the more of them have it, and
    /// whether it shows the language by itself: one that is an English word too does not.
    typealias Share = (language: Int, weight: Double, isOwn: Bool)

    /// The languages that have a folded word as a function word.
    static func shares(of word: String) -> [Share] { weights[word] ?? [] }

    /// The language of some words; `nil` where they do not tell. `shares` gives what is known of each.
    static func language(
        of words: some Collection<Word>, shares: (Word) -> [Share] = { Self.shares(of: $0.text) }
    ) -> Language? {
        var scores = [Double](repeating: 0, count: Language.allCases.count)
        var isShown = [Bool](repeating: false, count: Language.allCases.count)
        var scripts: [Language: Int] = [:]
        var letters = 0
        lazy var abbreviates = words.tellAbbreviations
        for index in words.indices where words[index].kind == .letters {
            let word = words[index]
            letters += 1
            if let language = script(of: word.text) {
                scripts[language, default: 0] += 1
            } else if word.isAllCapitals && abbreviates || isInitial(in: words, at: index) {
                continue
            } else if !word.isCapitalised || word.startsSentence {
                // “Los Angeles”, “El Paso”: a function word with a capital is part of a name, or stands at the beginning.
                let share = word.isCapitalised ? 0.5 : 1
                for (language, weight, isOwn) in shares(word) {
                    scores[language] += weight * share
                    if isOwn { isShown[language] = true }
                }
            }
        }
        if let script = scripts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
            script.value * 2 > letters
        {
            return script.key == .russian && scripts[.ukrainian] != nil ? .ukrainian : script.key
        }
        guard let best = scores.indices.max(by: { (scores[$0], -$0) < (scores[$1], -$1) }), scores[best] >= leastScore,
            isShown[best]
        else { return nil }
        let isAmbiguous = scores.indices.contains { $0 != best && scores[$0] >= scores[best] }
        return isAmbiguous ? nil : Language.allCases[best]
    }

    /// Whether a word is a letter of “U.S.” or “J. Tamm”, which is a word of other languages by chance.
    private static func isInitial<Words: Collection<Word>>(in words: Words, at index: Words.Index) -> Bool {
        let (word, next) = (words[index], words.index(after: index))
        return word.isCapitalised && word.text.unicodeScalars.count == 1
            && (next == words.endIndex || words[next].startsSentence)
    }

    /// Whether a folded word is a function word of a language.
    static func isFunctionWord(_ word: String, in language: Language?) -> Bool {
        guard let language, let owners = weights[word] else { return false }
        return owners.contains { $0.language == language.number - 1 }
    }

    private static let leastScore = 0.6

    /// The language that a script stands for. Ukrainian has letters that Russian lacks.
    private static func script(of word: String) -> Language? {
        guard let first = word.unicodeScalars.first, first.value >= 0x370 else { return nil }
        return switch first.value {
        case 0x370...0x3FF: .greek
        case 0x400...0x52F: word.unicodeScalars.contains { "іїєґ".unicodeScalars.contains($0) } ? .ukrainian : .russian
        case 0x590...0x5FF: .hebrew
        case 0x600...0x6FF: .arabic
        case 0x900...0x97F: .hindi
        default: nil
        }
    }

    private static let weights: [String: [Share]] = {
        var languages: [String: [Int: Bool]] = [:]
        for row in WordList.rows(PackageResources.function_words_txt) {
            guard let language = Language(rawValue: row[0]).flatMap(Language.allCases.firstIndex) else { continue }
            let bar = row.firstIndex(of: "|") ?? row.endIndex
            for (index, word) in row.enumerated().dropFirst() where index != bar {
                languages[word, default: [:]][language] = index < bar
            }
        }
        return languages.mapValues { owners in
            owners.sorted { $0.key < $1.key }.map { ($0.key, 1 / Double(owners.count), $0.value) }
        }
    }()
}
