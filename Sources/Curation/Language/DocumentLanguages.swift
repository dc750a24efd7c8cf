import NewsModel
import Parallelism

/// The languages of some documents: what their sources say, else what their titles show, else the language of the titles
/// that they share most words with. `nil` where nothing tells.
enum DocumentLanguages {
    /// The language of each of the documents at `members`, in their order.
    static func of(_ documents: [Document], at members: [Int], headlines: [Headline]) -> [Language?] {
        var languages: [Language?] = Parallel.map(members.count, inPiecesOf: Parallel.pieceSize) { number in
            let index = members[number]
            return documents[index].story.language.flatMap { Language(tag: $0) }
                ?? LanguageDetection.language(of: headlines[index].words)
        }
        // Where all is English, what is not recognised is read in the same way.
        guard languages.contains(where: { $0 != nil && $0 != .english }) else { return languages }
        let words = languagesByWord(languages, members.map { headlines[$0].words })
        for number in languages.indices where languages[number] == nil {
            languages[number] = commonest(headlines[members[number]].words, words)
        }
        return languages
    }

    /// In how many titles of each language each word stands.
    private static func languagesByWord(_ languages: [Language?], _ titles: [[Word]]) -> [String: [Language: Int]] {
        var found: [String: [Language: Int]] = [:]
        for (language, title) in zip(languages, titles) {
            guard let language else { continue }
            for word in title where word.kind == .letters { found[word.text, default: [:]][language, default: 0] += 1 }
        }
        return found
    }

    /// The language of most of the words that are known; a word of several counts for each of them in part.
    private static func commonest(_ title: [Word], _ words: [String: [Language: Int]]) -> Language? {
        var votes: [Language: Double] = [:]
        for word in title {
            let counts = words[word.text] ?? [:]
            let all = Double(counts.values.reduce(0, +))
            for (language, count) in counts { votes[language, default: 0] += Double(count) / all }
        }
        return votes.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }
}
