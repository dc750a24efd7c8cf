import Foundation
import NewsModel
import Parallelism

/// The languages of some documents: what their feeds or sources say, else the script and the letters of their titles and the
/// function words in them, beside what the others of the source, and of the night, are in. `nil` where nothing tells.
enum DocumentLanguages {
    /// The language of each of the documents at `members`, in their order.
    static func of(_ documents: [Document], at members: [Int], headlines: [Headline]) -> [Language?] {
        let clues = Parallel.map(members.count, inPiecesOf: Parallel.pieceSize) { number in
            let index = members[number]
            return LanguageClues(tag: documents[index].story.language, title: headlines[index].words)
        }
        guard clues.contains(where: { $0.scores != nil }) else { return clues.map(\.known) }
        let sources = SourceNumbers.of(members.map { documents[$0].source })
        let usage = LanguageUsage(clues.map(\.likely), sources: sources)
        return Parallel.map(members.count, inPiecesOf: Parallel.pieceSize) { number in
            clues[number].language(beside: usage.shares(of: sources[number]))
        }
    }
}

/// What a title says by itself of its language.
struct LanguageClues: Sendable {
    /// What is certain: what was said of it, or what its script shows.
    private(set) var known: Language?
    /// What its function words show, where its letters do not.
    private var shown: Language?
    /// What its letters say; `nil` where they are not asked.
    private(set) var scores: LetterPatterns.Scores?

    /// - Parameters:
    ///   - tag: what a feed or source says, such as `pt-BR`. What is in a language that is not read here is left as it is.
    ///   - title: its words.
    init(tag: String?, title: [Word]) {
        known = tag.flatMap { Language(tag: $0) }
        guard known == nil else {
            likely = known
            return
        }
        if tag == nil, title.isInLatinLetters {
            scores = LetterPatterns.scores(of: title)
            likely = scores.flatMap(Self.plain)
            if likely == nil { shown = LanguageDetection.language(of: title) }
        } else {
            known = LanguageDetection.language(of: title)
        }
        likely = likely ?? known ?? shown
    }

    /// What it is without a look at others, where that is plain.
    private(set) var likely: Language?

    private static func plain(_ scores: LetterPatterns.Scores) -> Language? {
        let (best, margin) = best(Evidence(scores) / LetterPatterns.pointsOfEvidence + ofLanguages)
        return margin >= plainMargin ? LetterPatterns.languages[best] : nil
    }

    /// What it is, given the logarithms of the shares that the languages have among others.
    func language(beside shares: Evidence) -> Language? {
        guard known == nil, let scores else { return known }
        var evidence = Evidence(scores) / LetterPatterns.pointsOfEvidence + shares
        if let shown, let number = LetterPatterns.languages.firstIndex(of: shown) {
            evidence[number] += Self.ofFunctionWords
        }
        let (best, margin) = Self.best(evidence)
        return margin >= Self.leastMargin ? LetterPatterns.languages[best] : nil
    }

    /// A logarithm of a likelihood for each language of the letters' table.
    typealias Evidence = SIMD32<Float>

    /// Nothing for each of the languages, and what is impossible where there is none.
    static let ofLanguages: Evidence = {
        var evidence = Evidence(repeating: -.infinity)
        for number in LetterPatterns.languages.indices { evidence[number] = 0 }
        return evidence
    }()

    private static func best(_ evidence: Evidence) -> (index: Int, margin: Float) {
        let most = evidence.max()
        guard let best = evidence.indices.first(where: { evidence[$0] == most }) else { return (0, 0) }
        var others = evidence
        others[best] = -.infinity
        return (best, most - others.max())
    }

    private static let plainMargin: Float = 1.15
    private static let leastMargin: Float = 0.4
    private static let ofFunctionWords: Float = 2
}

/// How often the languages occur in a night, and in each source.
struct LanguageUsage: Sendable {
    /// By the number of a source: the logarithms of the shares of the languages in it, as far as is known of it; the less that
    /// is, the more the night counts.
    private let shares: [LanguageClues.Evidence]

    /// Takes what each text plainly is, beside the number of its source.
    init(_ languages: [Language?], sources: [Int]) {
        var night = LanguageClues.Evidence.zero
        var bySource = [LanguageClues.Evidence](repeating: .zero, count: (sources.max() ?? -1) + 1)
        for (language, source) in zip(languages, sources) {
            guard let language, let number = LetterPatterns.languages.firstIndex(of: language) else { continue }
            night[number] += 1
            bySource[source][number] += 1
        }
        for number in LetterPatterns.languages.indices { night[number] += Self.unseen }
        let ofNight = night / night.sum()
        shares = bySource.map { own in
            let all = (own + Self.textsOfNight * ofNight) / (own.sum() + Self.textsOfNight)
            var logarithms = LanguageClues.Evidence(repeating: -.infinity)
            for number in LetterPatterns.languages.indices { logarithms[number] = log(all[number]) }
            return logarithms
        }
    }

    /// The logarithms of the shares of the languages in a source.
    func shares(of source: Int) -> LanguageClues.Evidence { shares[source] }

    /// A language counts as if so much of a text in it had been seen.
    private static let unseen: Float = 0.5
    /// The night counts as if so many texts of it were the source's.
    private static let textsOfNight: Float = 30
}

extension Collection<Word> {
    /// Whether no word is in another script, or in one without spaces.
    fileprivate var isInLatinLetters: Bool {
        !contains {
            $0.kind == .character || $0.kind == .letters && ($0.text.unicodeScalars.first?.value ?? 0) >= 0x370
        }
    }
}
